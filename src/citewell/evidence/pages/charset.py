"""From bytes to text: byte order mark, what the bytes can only be, the header, ``<meta>``, and at last windows-1252.

The order is that of the WHATWG Encoding and HTML standards but for two things. Bytes that read as UTF-8 with letters
beyond ASCII are UTF-8, whatever is declared: chance makes no such bytes, and wrong declarations are common. And where
nothing is declared, the encoding is guessed only if windows-1252 would make hardly any plain letters of it, as of
Russian or Japanese.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META: Final = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
#: The encodings of the web. Python's codecs know more, some of which do not encode text (``zlib``, ``idna``).
_KNOWN: Final = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|gbk|gb2312|gb18030|big5(?:-?hkscs)?|euc-(?:jp|kr)|iso-2022-jp|shift[_-]?jis|windows-31j"
    r"|(?:windows-|cp)(?:874|125[0-8])|iso-?8859-\d{1,2}|latin-?1|us-ascii|ascii|koi8-[ru]|ibm866|macintosh"
)
#: What is written as ASCII escapes or wide characters, so that reading as UTF-8 proves nothing.
_NOT_PROVED: Final = re.compile(r"utf-?16|iso-2022")
_GUESSED_FROM: Final = 20_000  # bytes
_MARKUP: Final = re.compile(
    r"<(?:script|style)\b.{0,5000}?</(?:script|style)|<[^<>]{0,2000}>", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(rb"<[^<>]{0,2000}>")
_LATIN: Final = re.compile(r"iso-?8859-1|latin-?1|us-ascii|ascii")


def decode_body(body: bytes, content_type: str = "") -> str:
    """Decode a body. Never raises; what cannot be decoded becomes U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    declared = list(_list_declared(body, content_type))
    if not any(_NOT_PROVED.match(name) for name in declared[:1]):
        text = _decode_utf8(body)
        if text is not None:
            return text
    for name in declared:
        text = _decode_strictly(body, name)
        if text is not None:
            return text
    return _decode_by_guess(body)


def _list_declared(body: bytes, content_type: str) -> Iterator[str]:
    """The encodings that are declared and known, the header's first."""
    names = [match[1] for match in _HEADER.finditer(content_type)]
    names += [match[1].decode("ascii", "replace") for match in _META.finditer(body[:4096])]
    for name in (name.lower() for name in names):
        if _KNOWN.fullmatch(name):
            yield "windows-1252" if _LATIN.fullmatch(name) else name  # as the Encoding Standard has it


def _decode_utf8(body: bytes) -> str | None:
    """The body as UTF-8, if it is; a letter cut at its end, or a bad byte among a hundred good letters, may be."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(body) - len(text)  # each letter beyond ASCII takes more bytes than it is characters
    return text if good > 100 * bad else None


def _decode_strictly(body: bytes, name: str) -> str | None:
    errors = "replace" if name == "windows-1252" else "strict"  # five of its bytes are unassigned
    try:
        return codecs.getincrementaldecoder(name)(errors).decode(body)
    except (UnicodeError, LookupError):
        return None


def _decode_by_guess(body: bytes) -> str:
    if body[:400].count(0) > len(body[:400]) // 4:  # UTF-16 without its mark: each second byte of Latin text is nought
        return body.decode("utf-16-le" if body[1:400:2].count(0) >= body[:400:2].count(0) else "utf-16-be", "replace")
    text = body.decode("windows-1252", "replace")
    if _is_latin(text):
        return text
    from charset_normalizer import from_bytes  # noqa: PLC0415  seldom needed

    best = from_bytes(_TAG.sub(b" ", body[:_GUESSED_FROM])).best()
    return body.decode(best.encoding, "replace") if best else text


def _is_latin(text: str) -> bool:
    """Whether a text read as windows-1252 is like one: most of its characters, spaces apart, are ASCII."""
    characters = "".join(_MARKUP.sub(" ", text[:_GUESSED_FROM]).split())
    return 2 * sum(map(str.isascii, characters)) >= len(characters)

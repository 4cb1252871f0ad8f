"""URL: an ``http`` or ``https`` address of a public page, and the form by which two are compared (RFC 3986)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from citewell.citations.identifiers.hosts import is_private_host, parse_ip
from citewell.citations.identifiers.malformed import BadIdentifier

_SCHEME: Final = re.compile(r"(https?)://(.*)", re.IGNORECASE)
_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")  # RFC 1123, section 2.1
_TOP_LABEL: Final = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")  # never all digits: that is an IP address
_UNSAFE: Final = re.compile(r"[\"<>\\^`{|}]")  # RFC 3986 allows none of them in an address
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def read_url(text: str) -> str | BadIdentifier:
    """The form of an address by which it is compared; else what is wrong with it.

    Scheme and host are lower case, the host in its ASCII form, the default port is left out, an empty path is ``/`` and
    other letters are percent-encoded. Path, query and fragment stay: they may name another page.
    """
    value = text.strip()
    if not value:
        return BadIdentifier("is empty")
    odd = next((character for character in value if character.isspace() or not character.isprintable()), None)
    if odd is not None:
        shown = "a space" if odd == " " else f"the invisible character U+{ord(odd):04X}"
        return BadIdentifier(f"has {shown} in it", advice="copy the address from the browser again")
    if not _SCHEME.fullmatch(value):
        return _diagnose_missing_scheme(value)
    unsafe = _UNSAFE.search(value)
    if unsafe:
        return BadIdentifier(f'has "{unsafe[0]}" in it', advice=f"write %{ord(unsafe[0]):02X} in its place")
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return BadIdentifier("has an invalid host or port", advice="copy the address from the browser again")
    return _normalise(parts, port)


def lower_host(text: str) -> str:
    """A well-formed address with scheme and host in lower case, which mean the same; the rest stays."""
    scheme, _, rest = text.partition("://")
    end = next((at for at, character in enumerate(rest) if character in "/?#"), len(rest))
    return f"{scheme.lower()}://{rest[:end].lower()}{rest[end:]}"


def make_url(value: str) -> str:
    """An address in normal form is where it leads."""
    return value


def _diagnose_missing_scheme(value: str) -> BadIdentifier:
    """An address that does not begin as one should."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", value) and not re.match(r"[^:/]+:[0-9]+(?:/|$)", value):
        return BadIdentifier("does not begin with https:// or http://", advice="give the address of a page on the web")
    guess = read_url("https://" + value.lstrip("/"))
    return BadIdentifier(
        "lacks https:// at its beginning",
        spelling="" if isinstance(guess, BadIdentifier) or is_private_host(urlsplit(guess).hostname or "") else guess,
        advice="copy the address from the browser again",
    )


def _normalise(parts: SplitResult, port: int | None) -> str | BadIdentifier:
    """The normal form of an address that was split into parts."""
    if "@" in parts.netloc:
        return BadIdentifier("has a user name or password in it", advice="remove everything between // and @")
    if port == 0 or parts.netloc.endswith(":"):
        return BadIdentifier("has an invalid port", advice="copy the address from the browser again")
    host = _normalise_ip(parts.hostname or "") or _encode_host(parts.hostname or "")
    if not host:
        return BadIdentifier("has no site name that could exist", advice="copy the address from the browser again")
    scheme = parts.scheme.lower()
    authority = host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    rest = (
        (parts.path or "/")
        + (f"?{parts.query}" if parts.query else "")
        + (f"#{parts.fragment}" if parts.fragment else "")
    )
    return f"{scheme}://{authority}{_encode_path(rest)}"


def _normalise_ip(host: str) -> str:
    """An IP address as an address has it, or nothing for a name. Whether it may be cited is for a rule to say."""
    ip = parse_ip(host)
    if ip is None:
        return ""
    return f"[{ip.compressed}]" if ip.version == 6 else str(ip)


def _encode_host(host: str) -> str:
    """A host name in lower-case ASCII, or nothing when no site can have that name."""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    labels = host.lower().removesuffix(".").split(".")
    sound = all(map(_LABEL.fullmatch, labels)) and _TOP_LABEL.fullmatch(labels[-1])
    return ".".join(labels) if sound and len(host) <= 253 else ""


def _encode_path(rest: str) -> str:
    """What follows the host, in ASCII with upper-case percent codes."""
    return re.sub(r"%[0-9a-f]{2}", lambda code: code[0].upper(), quote(rest, safe=_PRINTABLE), flags=re.IGNORECASE)

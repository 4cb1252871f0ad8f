"""Addresses that lead to a page by a detour, and the address of the page itself.

A library's proxy asks for its own members' passwords; a mail program's link protection, a search engine or a social
network notes who follows; tracking parameters record where a reader came from. They get into a text when an address
is copied from a browser or a mail. None is the address of the work.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final, NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from citewell.citations.identifiers import address
from citewell.citations.identifiers.hosts import is_private_host
from citewell.lexicon.url_parameters import TRACKING_NAME


class Detour(NamedTuple):
    """Whom an address leads through, as in "a library's proxy", and where to; "" where that is not certain."""

    through: str
    target: str = ""


_PROXY: Final = "a library's proxy, which only its members may use"
_MAIL: Final = "a mail program's link protection"
_SEARCH: Final = "a search engine"
_NETWORK: Final = "a social network"
_TRANSLATION: Final = "a translation service"
#: A label of a proxy's host: EZproxy's usual names, and those that libraries give such programs.
_PROXY_LABEL: Final = re.compile(
    r"[a-z0-9-]*(?:ezproxy|ez-proxy|eproxy|libproxy|lib-proxy|webproxy|remotexs)[a-z0-9-]*|ezp|proxy\d*"
)
_PROXY_HOST: Final = re.compile(
    r"(?:(?P<origin>.+?)\.)?(?:[a-z0-9-]+\.idm\.oclc\.org|(?:[a-z]{2}\d\.)?proxy\.openathens\.net)"
)
_REDIRECTOR: Final = re.compile(r"go\.openathens\.net")
#: The end of a host whose dots a proxy wrote as hyphens, where nothing else can be meant: "www-nejm-org", "doi-org".
_HYPHENS: Final = re.compile(r"(?:www-)?[a-z0-9]+-(?:com|edu|eu|gov|int|net|org)|(?:[a-z0-9]+-){1,4}nih-gov")


class _Wrapper(NamedTuple):
    """A service whose addresses hold that of the page: its host and path, and the parameter; "" if it is encoded."""

    host: re.Pattern[str]
    path: re.Pattern[str]
    parameters: tuple[str, ...]
    through: str


_WRAPPERS: Final = tuple(
    _Wrapper(re.compile(host), re.compile(path), tuple(parameters.split()), through)
    for host, path, parameters, through in (
        (r"(?:.+\.)?safelinks\.protection\.(?:outlook|office365)\.(?:com|us)", "", "url", _MAIL),
        (r"urldefense\.proofpoint\.com|urldefense\.com|urldefense\.us", "", "u", _MAIL),
        (r"linkprotect\.cudasvc\.com", "", "a", _MAIL),
        (r".+\.trendmicro\.com", r"/wis/clicktime", "url", _MAIL),
        (r"clicktime\.symantec\.com|protect2?\.fireeye\.com|secure-web\.cisco\.com", "", "u", _MAIL),
        (r"(?:url)?protect(?:ion)?-[a-z]{2}\.mimecast\.com|.+\.mimecastprotect\.com", "", "", _MAIL),
        (r"(?:www\.)?google\.[a-z.]{2,6}", r"/url\b", "q url", _SEARCH),
        (r"scholar\.google\.[a-z.]{2,6}", r"/scholar_url\b", "url", _SEARCH),
        (r"(?:www\.)?bing\.com", r"/ck/a\b", "u", _SEARCH),
        (r"(?:www\.)?duckduckgo\.com", r"/l/", "uddg", _SEARCH),
        (r"r\.search\.yahoo\.com", "", "", _SEARCH),
        (r"translate\.google\.[a-z.]{2,6}", r"/(?:translate|website)\b", "u", _TRANSLATION),
        (r"lm?\.(?:facebook|messenger)\.com|l\.instagram\.com", "", "u", _NETWORK),
        (r"(?:www\.)?youtube\.com", r"/redirect\b", "q", _NETWORK),
        (r"(?:www\.)?linkedin\.com", r"/(?:redir/redirect|safety/go)\b", "url", _NETWORK),
        (r"out\.reddit\.com|(?:www\.)?slack-redir\.net", "", "url", _NETWORK),
        (r"t\.co|lnkd\.in", "", "", _NETWORK),
    )
)
_FAST_HOST: Final = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}|(?:.+\.)?cdn\.ampproject\.org")
_FAST_PATH: Final = re.compile(r"/(?:amp|c|v|wp)/(?:s/)?([^/]+\.[^/]+(?:/.*)?)")
_TRANSLATED_HOST: Final = re.compile(r"([a-z0-9-]+)\.translate\.goog")
_LONGEST: Final = 8_000  # characters; browsers take no longer addresses
_MOST: Final = 4  # one in another


def find_detour(text: str) -> Detour | None:
    """Whom an address leads through, and where to in the end; ``None`` if it leads straight to its page."""
    found = _find_one_detour(text)
    if found is None:
        return None
    target = found.target
    for _ in range(_MOST):
        inner = _find_one_detour(target)
        if inner is None:
            break
        target = inner.target
    return Detour(found.through, (remove_tracking(target) or target) if _is_public(target) else "")


def _find_one_detour(text: str) -> Detour | None:
    parts = _split_url(text)
    return (_find_proxy(parts) or _find_wrapper(parts) or _find_copy(parts)) if parts else None


def remove_tracking(text: str) -> str:
    """An address without its parameters for tracking; "" if it has none."""
    bare, hash_character, fragment = text.partition("#")
    path, _, query = bare.partition("?")
    kept = [part for part in query.split("&") if not _is_tracking(part)]
    kept_there = [part for part in fragment.split("&") if not _is_tracking(part)]
    if len(kept) == len(query.split("&")) and len(kept_there) == len(fragment.split("&")):
        return ""
    rest = "&".join(kept_there)
    return path + (f"?{'&'.join(kept)}" if any(kept) else "") + (f"{hash_character}{rest}" if rest else "")


def list_tracking_names(text: str) -> list[str]:
    """The names of an address's parameters for tracking, in their order."""
    bare, _, fragment = text.partition("#")
    parts = (*bare.partition("?")[2].split("&"), *fragment.split("&"))
    return list(dict.fromkeys(part.partition("=")[0] for part in parts if _is_tracking(part)))


def _is_tracking(part: str) -> bool:
    name, equals, _ = part.partition("=")
    return bool(equals) and TRACKING_NAME.fullmatch(name) is not None


def _split_url(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text.strip()[:_LONGEST])
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and parts.hostname else None


def _is_public(target: str) -> bool:
    """Whether a target is a sound address of a public page."""
    return isinstance(address.read_url(target), str) and not is_private_host(urlsplit(target).hostname or "")


def _find_proxy(parts: SplitResult) -> Detour | None:
    """A proxy in the host, after that of the page ("www-nejm-org.ezproxy.…"), or one that takes it as ``url``."""
    host = (parts.hostname or "").lower()
    labels = host.split(".")
    at = next((at for at, label in enumerate(labels[:-2]) if _PROXY_LABEL.fullmatch(label)), None)
    known = _PROXY_HOST.fullmatch(host)
    origin = ".".join(labels[:at]) if at is not None else (known["origin"] or "" if known else "")
    if at is None and known is None and not _REDIRECTOR.fullmatch(host):
        return Detour(_PROXY) if re.match(r"0-\w[\w.-]*\.", host) else None
    if not origin:
        given = re.search(r"(?:^|&)q?url=(.+)", parts.query)
        return Detour(_PROXY, _read_given_url(given[1])) if given else None
    origin = re.sub(r"\.[a-z]{2}\d$", "", origin)  # the region of an OpenAthens proxy
    if _HYPHENS.fullmatch(origin):
        origin = origin.replace("-", ".")
    if "." not in origin:
        return Detour(_PROXY)
    rest = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return Detour(_PROXY, f"https://{origin}{rest}")


def _read_given_url(url: str) -> str:
    """An address that is the last parameter: as it is, or with percent codes (``qurl``)."""
    return url if re.match("https?://", url) else unquote(url.partition("&")[0])


def _find_wrapper(parts: SplitResult) -> Detour | None:
    host = (parts.hostname or "").lower()
    for each in _WRAPPERS:
        if each.host.fullmatch(host) and each.path.match(parts.path):
            return Detour(each.through, _read_wrapped_url(parts, each.parameters))
    return None


def _find_copy(parts: SplitResult) -> Detour | None:
    """A search engine's fast copy of a page, or its translation: its host and path are within those of the address."""
    host = (parts.hostname or "").lower()
    query = f"?{parts.query}" if parts.query else ""
    if _FAST_HOST.fullmatch(host) and (fast := _FAST_PATH.fullmatch(parts.path)):
        return Detour(_SEARCH, f"https://{fast[1]}{query}")
    if translated := _TRANSLATED_HOST.fullmatch(host):
        origin = translated[1].replace("--", "\0").replace("-", ".").replace("\0", "-")
        own = "&".join(part for part in parts.query.split("&") if not part.startswith("_x_tr_"))
        return Detour(_TRANSLATION, f"https://{origin}{parts.path}" + (f"?{own}" if own else ""))
    return None


def _read_wrapped_url(parts: SplitResult, parameters: tuple[str, ...]) -> str:
    """The address within another; "" where it is written in a way that is not sure."""
    third = re.match(r"/v3/__(https?:/{1,2}[^*]+?)__;", parts.path + (f"?{parts.query}" if parts.query else ""))
    if third:  # Proofpoint's third version; with "*" for characters that are listed elsewhere
        return re.sub(r"^(https?):/+", r"\1://", third[1])
    query = parse_qs(parts.query)
    value = next((query[name][0] for name in parameters if name in query), "")
    if parts.path.startswith("/v2/"):  # its second, with other characters for "%" and "/"
        value = unquote(value.replace("-", "%").replace("_", "/"))
    if value.startswith("a1") and "://" not in value:  # Bing's
        try:
            value = base64.urlsafe_b64decode(value[2:] + "=" * (-len(value[2:]) % 4)).decode()
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return value if re.match("https?://", value) else ""

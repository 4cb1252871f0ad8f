"""Redirects: proper ones, circles, chains, and those that lead where nobody may go."""

# ruff: noqa: ARG001 - each behaviour gets the request and the wire, and uses what it needs

from __future__ import annotations

from typing import Final

from tests.evidence.loopback.registry import Door, behaviour
from tests.evidence.loopback.wire import Request, Wire, page


def _simple(code: int, says: str) -> None:
    async def play(request: Request, wire: Wire) -> None:
        await wire.answer(code, page("Moved"), [("Location", f"http://{request.host}{request.beside('ok')}")])

    play.__doc__ = says
    behaviour(f"redirect-{code}")(play)


for _code, _says in {
    301: "Moved for good.",
    302: "Found elsewhere for now.",
    303: "See another page.",
    307: "Elsewhere for now, with the same method.",
    308: "Moved for good, with the same method.",
}.items():
    _simple(_code, _says)

_ELSEWHERE: Final = {
    "redirect-metadata": ("http://169.254.169.254/latest/meta-data/", "To the metadata service of a cloud."),
    "redirect-file": ("file:///etc/passwd", "To a file of the computer that asks."),
    "redirect-javascript": ("javascript:alert(1)", "To a script."),
    "redirect-data": ("data:text/html,<title>x</title>", "To a page within the address itself."),
    "redirect-ftp": ("ftp://example.org/file", "To FTP."),
    "redirect-localhost-name": ("http://localhost:{forbidden}/", "To this computer, by its name."),
    "redirect-localhost-dot": ("http://localhost.:{forbidden}/", "To this computer, by its name with a dot."),
    "redirect-private-port": ("http://127.0.0.1:{forbidden}/", "To another port of an allowed host."),
    "redirect-private-network": ("http://10.0.0.1/", "To a private network."),
    "redirect-decimal": ("http://2130706433:{forbidden}/", "To this computer, its IP address as one number."),
    "redirect-hex": ("http://0x7f000001:{forbidden}/", "To this computer, its IP address in hexadecimal."),
    "redirect-octal": ("http://0177.0.0.1:{forbidden}/", "To this computer, its IP address in octal."),
    "redirect-short": ("http://127.1:{forbidden}/", "To this computer, its IP address cut short."),
    "redirect-zero": ("http://0.0.0.0:{forbidden}/", "To this computer, as 0.0.0.0."),
    "redirect-six": ("http://[::1]:{forbidden}/", "To this computer, by IPv6."),
    "redirect-mapped": ("http://[::ffff:127.0.0.1]:{forbidden}/", "To this computer, its IPv4 address within IPv6."),
    "redirect-password": ("http://user:secret@127.0.0.1:{forbidden}/", "To an address with a password."),
    "redirect-mail-port": ("http://example.org:25/", "To a mail server."),
}


def _elsewhere(name: str, location: str, says: str) -> None:
    async def play(request: Request, wire: Wire) -> None:
        await wire.answer(302, headers=[("Location", location.format_map(request.ports))])

    play.__doc__ = says
    behaviour(name)(play)


for _name, (_location, _what) in _ELSEWHERE.items():
    _elsewhere(_name, _location, _what)


@behaviour("redirect-loop")
async def loop(request: Request, wire: Wire) -> None:
    """To itself."""
    await wire.answer(301, headers=[("Location", request.target)])


@behaviour("redirect-loop-of-two")
async def loop_of_two(request: Request, wire: Wire) -> None:
    """To another page, which sends back."""
    other = "/redirect-loop-of-two" + ("" if request.query.get("there") else "?there=1")
    await wire.answer(302, headers=[("Location", other)])


@behaviour("redirect-ever-new")
async def ever_new(request: Request, wire: Wire) -> None:
    """On and on, to a new address each time."""
    await wire.answer(302, headers=[("Location", f"/redirect-ever-new?n={int(request.query.get('n', '0')) + 1}")])


async def _chain(request: Request, wire: Wire, length: int) -> None:
    done = int(request.query.get("step", "0")) + 1
    if done == length:
        await wire.answer(301, headers=[("Location", request.beside("ok").replace(f"&step={done - 1}", ""))])
    else:
        plain = request.target.partition("&step=")[0]
        mark = "" if "?" in plain else "?chain"
        await wire.answer(301, headers=[("Location", f"{plain}{mark}&step={done}")])


@behaviour("redirect-chain-3")
async def chain_of_three(request: Request, wire: Wire) -> None:
    """Three redirects for good, then the page."""
    await _chain(request, wire, 3)


@behaviour("redirect-chain-11")
async def chain_of_eleven(request: Request, wire: Wire) -> None:
    """Eleven redirects, then a page."""
    await _chain(request, wire, 11)


@behaviour("redirect-mixed")
async def mixed(request: Request, wire: Wire) -> None:
    """For good at first, then for now only."""
    await wire.answer(301, headers=[("Location", request.beside("redirect-302"))])


@behaviour("redirect-relative")
async def relative(request: Request, wire: Wire) -> None:
    """To a relative address."""
    await wire.answer(302, headers=[("Location", "." + request.beside("ok"))])


@behaviour("redirect-protocol-relative")
async def protocol_relative(request: Request, wire: Wire) -> None:
    """To an address without its scheme."""
    await wire.answer(302, headers=[("Location", f"//{request.host}{request.beside('ok')}")])


@behaviour("redirect-downgrade", Door.TLS)
async def downgrade(request: Request, wire: Wire) -> None:
    """From https to http."""
    await wire.answer(302, headers=[("Location", f"http://127.0.0.1:{request.ports['plain']}{request.beside('ok')}")])


@behaviour("redirect-home")
async def home(request: Request, wire: Wire) -> None:
    """To the site's home page, as when a page was taken away."""
    await wire.answer(302, headers=[("Location", "/")])


@behaviour("redirect-fragment")
async def fragment(request: Request, wire: Wire) -> None:
    """To a place within a page."""
    await wire.answer(302, headers=[("Location", request.beside("ok") + "#there")])


@behaviour("location-missing")
async def location_missing(request: Request, wire: Wire) -> None:
    """A redirect that does not say where."""
    await wire.answer(302, page("Moved"))


@behaviour("location-empty")
async def location_empty(request: Request, wire: Wire) -> None:
    """A redirect to nothing."""
    await wire.answer(302, page("Moved"), [("Location", "")])


@behaviour("location-garbage")
async def location_garbage(request: Request, wire: Wire) -> None:
    """A redirect to what is no address."""
    await wire.answer(302, headers=[("Location", "http://[oops:99999999/\x7f%%")])


@behaviour("location-not-ascii")
async def location_not_ascii(request: Request, wire: Wire) -> None:
    """A redirect with letters that ought to be escaped, in UTF-8."""
    await wire.answer(302, headers=[("Location", request.beside("ok/größe"))])


@behaviour("cookie-loop")
async def cookie_loop(request: Request, wire: Wire) -> None:
    """Sets a cookie and sends back to itself until it gets it."""
    if "seen=1" in request.headers.get("cookie", ""):
        await wire.answer(200, page(request.title))
    else:
        await wire.answer(302, headers=[("Set-Cookie", "seen=1"), ("Location", request.target)])

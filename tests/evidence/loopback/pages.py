"""Whole pages: good ones, and those that only look good."""

# ruff: noqa: ARG001 - each behaviour gets the request and the wire, and uses what it needs

from __future__ import annotations

from tests.evidence.loopback.registry import Door, behaviour
from tests.evidence.loopback.wire import Request, Wire, page


@behaviour("")
async def home(request: Request, wire: Wire) -> None:
    """The site's home page."""
    await wire.answer(200, page("Welcome to Example Press", "We publish made-up things.", "Choose from the menu."))


@behaviour("ok")
async def fine(request: Request, wire: Wire) -> None:
    """A good page; ``title`` is its title, ``text`` its text."""
    text = request.query.get("text")
    await wire.answer(200, page(request.title, text) if text else page(request.title))


@behaviour("ipv6", Door.SIX)
async def six(request: Request, wire: Wire) -> None:
    """A good page, at an address of IPv6."""
    await wire.answer(200, page(request.title))


@behaviour("changing")
async def changing(request: Request, wire: Wire) -> None:
    """A page with another text each time, under one title."""
    texts = ["The moon is made of cheese, they say.", "Nobody has ever found any cheese up there, it turns out."]
    await wire.answer(200, page(request.title, texts[request.before % 2], "The rest of it stays as it was before."))


@behaviour("soft-404")
async def soft_404(request: Request, wire: Wire) -> None:
    """Says that the page does not exist, with the status of one that does."""
    await wire.answer(200, page("Page not found", "Sorry, the page you were looking for could not be found."))


@behaviour("another-topic")
async def another_topic(request: Request, wire: Wire) -> None:
    """A page about something else altogether; ``other`` is its title."""
    await wire.answer(200, page(request.query.get("other", "Ten garden sheds for small budgets"), "Sheds are useful."))


@behaviour("parked")
async def parked(request: Request, wire: Wire) -> None:
    """A domain whose owner let it go."""
    await wire.answer(200, page("This domain is for sale", "Buy this domain. Related searches: insurance, loans."))


@behaviour("meta-refresh")
async def meta_refresh(request: Request, wire: Wire) -> None:
    """Sends browsers on from within the page."""
    onward = request.beside("ok").replace("&", "&amp;")
    await wire.answer(200, f'<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url={onward}">')


@behaviour("script-only")
async def script_only(request: Request, wire: Wire) -> None:
    """A page that is only there when its script has run."""
    await wire.answer(
        200,
        '<!doctype html><html><head><title>App</title></head><body><div id="root"></div>'
        '<noscript>Please enable JavaScript.</noscript><script src="/app.js"></script></body></html>',
    )


@behaviour("bot-challenge-503")
async def challenge(request: Request, wire: Wire) -> None:
    """Wants to know whether a person asks, as Cloudflare does."""
    await wire.answer(
        503,
        page("Just a moment...", "Checking your browser before accessing the site.", "Enable JavaScript and cookies."),
        [("Server", "cloudflare"), ("CF-Mitigated", "challenge"), ("CF-Ray", "0000000000000000-AMS")],
    )


@behaviour("captcha-200")
async def captcha(request: Request, wire: Wire) -> None:
    """Wants a riddle solved, with the status of a good page."""
    await wire.answer(200, page("Are you a robot?", 'Please complete the <div class="g-recaptcha">captcha</div>.'))


@behaviour("login")
async def login(request: Request, wire: Wire) -> None:
    """Sends those who have no account to a page where they can sign in."""
    if request.target.startswith("/login/signin"):
        await wire.answer(200, page("Sign in", 'Please sign in. <input type="password" name="p">'))
    else:
        await wire.answer(302, headers=[("Location", "/login/signin")])


@behaviour("no-title")
async def no_title(request: Request, wire: Wire) -> None:
    """A page without a title or a heading."""
    await wire.answer(200, "<!doctype html><p>Some words that stand for themselves and have no title.</p>")


@behaviour("hostile-title")
async def hostile_title(request: Request, wire: Wire) -> None:
    """A title with a script in it, and letters that turn the line round."""
    await wire.answer(200, "<!doctype html><title>\u202e&lt;script&gt;alert(1)&lt;/script&gt;\x1b[31m</title><p>x</p>")

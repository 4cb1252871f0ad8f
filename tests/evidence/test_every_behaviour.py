"""Every way in which a server of the tests behaves, as the page of a reference: its verdict today, and two days on.

The column of the second day is what matters most: "broken" may stand there only where a browser fails, too.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from tests.evidence.loopback import BEHAVIOURS, Loopback
from tests.evidence.loopback.certificates import authority_pem
from tests.evidence.loopback.registry import Door
from tests.evidence.running import to_its_end
from tests.waiting import PATIENCE

from citewell.citations.reference_status import ReferenceStatus
from citewell.diagnostics import Location
from citewell.evidence.network.limits import Limits
from citewell.evidence.resolve import resolve
from citewell.evidence.resolve_jobs import list_due_jobs
from citewell.model.evidence import BAD, Lock, LockedReference, Verdict
from citewell.model.references import IdentifierKind, Reference
from citewell.model.site import Settings

FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 22)
TITLE = "Marmalade and the migration of made-up birds"
#: What never gives a whole answer gets little time; all else as long as a machine takes that is busy with other tests.
NEVER: Final = frozenset("hang-before-headers hang-in-body half-headers drip-headers slow-drip endless-headers".split())
QUICKLY = Limits(read=2, whole=6, back_off=0.1)
PATIENTLY = Limits(connect=PATIENCE, read=PATIENCE, whole=PATIENCE, back_off=0.1)

OK: Final = "ok ok"
MOVED: Final = "moved moved"
DEAD: Final = "failing broken"
BLOCKED: Final = "blocked blocked"
UNKNOWN: Final = "unknown unknown"
REFUSED: Final = "refused refused"
OTHER: Final = "unknown wrong-page"

#: What each behaviour comes to on the first day and on the second.
VERDICTS: Final = {
    OK: """
        ok ipv6 early-hints status-206 redirect-302 redirect-303 redirect-307 redirect-mixed redirect-relative
        redirect-protocol-relative redirect-downgrade redirect-fragment location-not-ascii tls-fine head-refused
        cookies 429-seconds 429-date 429-past-date 503-retry-after 503-twice reset-once rate-limit etag etag-mixed-up
        last-modified gzip deflate deflate-raw wrong-charset no-content-type wrong-content-type http-1.0 chunked
        pdf many-headers encoding-odd body-5-gb
    """,
    "ok changed": "changing etag-changing",
    MOVED: "redirect-301 redirect-308 redirect-chain-3",
    "ok failing": "etag-then-404",
    DEAD: """
        status-404 status-410 status-500 status-501 status-505 soft-404 connection-refused redirect-loop
        redirect-loop-of-two tls-expired tls-other-host
    """,
    BLOCKED: """
        status-401 status-402 status-403 status-429 status-451 status-999 robot-403 bot-challenge-503
        captcha-200 login cookie-loop 429-garbage
    """,
    "blocked ok": "429-absurd 429-an-hour",
    UNKNOWN: """
        status-204 status-300 status-304 status-400 status-405 status-406 status-408 status-409 status-418
        status-421 status-502 status-503 status-504 status-520 status-522 status-530 switching-protocols
        location-missing location-empty location-garbage redirect-ever-new redirect-chain-11 tls-self-signed
        tls-unknown-issuer tls-broken-handshake reset-before-headers reset-after-headers close-before-headers
        half-headers hang-before-headers hang-in-body drip-headers slow-drip truncated truncated-chunks garbage
        garbage-in-headers bad-status-line bad-chunk bad-length two-lengths giant-header endless-headers
        header-with-nul gzip-bomb gzip-truncated gzip-but-plain gzip-empty brotli binary empty pdf-broken
        meta-refresh script-only no-title body-without-end raw
    """,
    REFUSED: """
        redirect-metadata redirect-file redirect-javascript redirect-data redirect-ftp redirect-localhost-name
        redirect-localhost-dot redirect-private-port redirect-private-network redirect-decimal redirect-hex
        redirect-octal redirect-short redirect-zero redirect-six redirect-mapped redirect-password
        redirect-mail-port forbidden
    """,
    OTHER: "redirect-home another-topic parked hostile-title header-not-ascii",
}
EXPECTED: Final = {name: verdicts for verdicts, names in VERDICTS.items() for name in names.split()}


def reference(key: str, address: str) -> Reference:
    """A made-up work at an address."""
    place = {"": Location("content_src/references/made-up.yml")}
    identifiers = {IdentifierKind.URL: address}
    return Reference(key, "webpage", {"title": TITLE, "URL": address}, identifiers=identifiers, places=place)


class Library:
    """Made-up works, one at each behaviour; each that is met at the plain door has one of its own, as a host."""

    def __init__(self, loopback: Loopback, root: Path) -> None:
        self.root = root
        plain = [name for name, each in BEHAVIOURS.items() if name and each.door is Door.PLAIN]
        origins = dict(zip(plain, loopback.more_doors(len(plain)), strict=True))
        self.addresses = {
            name: f"{origins[name]}{loopback.url(name, title=TITLE).removeprefix(loopback.origin())}"
            if name in origins
            else loopback.url(name, title=TITLE)
            for name in BEHAVIOURS
            if name
        }
        self.references = [reference(name, address) for name, address in self.addresses.items()]
        archive = loopback.origin()  # which answers 404 to what it does not know
        self.settings = Settings(contact="editors@press.example", evidence=loopback.settings(wayback=archive))

    def look(self, today: date, lock: Lock) -> dict[str, LockedReference]:
        """What is known of all after a look at each."""
        list_statuses = [ReferenceStatus(each, lock.find_entry(each)) for each in self.references]
        jobs = list(list_due_jobs(list_statuses, self.settings.evidence, today, again=True))
        found: dict[str, LockedReference] = {}
        for limits in (QUICKLY, PATIENTLY):
            these = [each for each in jobs if (each.reference.key in NEVER) == (limits is QUICKLY)]
            to_its_end(resolve(self.root, self.settings, these, today, found.__setitem__, limits))
        return found


@pytest.fixture(scope="module")
def servers(_servers: Loopback) -> Loopback:
    """All servers, with all that this module asked."""
    _servers.forget()
    return _servers


Days = tuple[dict[str, LockedReference], dict[str, LockedReference]]


@pytest.fixture(scope="module")
def days(servers: Loopback, tmp_path_factory: pytest.TempPathFactory) -> Days:
    """What was known after the first day, and after the second."""
    root = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        file = root / "authority.pem"
        file.write_bytes(authority_pem())
        patch.setenv("SSL_CERT_FILE", str(file))
        library = Library(servers, root)
        first = library.look(FIRST, Lock())
        second = library.look(SECOND, Lock(first))
    return first, second


def test_every_behaviour_is_in_the_table_and_there_are_enough():
    assert set(EXPECTED) == set(BEHAVIOURS) - {""}
    assert len(EXPECTED) >= 60


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_verdict_of_both_days(days: Days, name: str):
    first, second = days[0][name], days[1][name]

    assert f"{first.verdict} {second.verdict}" == EXPECTED[name], (first.reason, second.reason)
    assert first.checked == FIRST
    assert first.reason
    assert "\n" not in second.reason
    assert second.reason.isprintable()


def test_broken_is_said_with_both_days(days: Days):
    for name, locked in days[1].items():
        if locked.verdict is Verdict.BROKEN:
            assert locked.failed_on == (FIRST, SECOND)
            assert "seen on 20 November 2026 and on 22 November 2026" in locked.reason, name


#: What shows its page to a person with a browser, sooner or later.
ALIVE: Final = [
    *(name for verdicts in (OK, MOVED, BLOCKED, "ok changed", "blocked ok") for name in VERDICTS[verdicts].split()),
    *"redirect-chain-11 meta-refresh script-only status-502 status-503 status-504 status-520 slow-drip".split(),
    *"tls-unknown-issuer".split(),
]


def test_no_live_reference_is_called_dead(days: Days):
    for day in days:
        assert {name for name in ALIVE if day[name].verdict in BAD | {Verdict.FAILING}} == set()


@pytest.mark.usefixtures("days")
def test_no_private_address_is_asked(servers: Loopback):
    assert servers.intrusions == []

"""``citewell refs resolve``: what an editor sees of it, and what it leaves in the lock."""

from __future__ import annotations

import json
import os
import pty
import signal
from collections.abc import Iterator
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Done, Project
from tests.evidence.loopback import Loopback
from tests.evidence.running import read_without_processes
from tests.waiting import PATIENCE, wait_for, wait_until_idle

from citewell.extras import EXTRAS

FIRST, SECOND, MONTH = date(2026, 11, 20), date(2026, 11, 21), date(2027, 1, 15)
LOCK = "content_src/references.lock"
SERVICES = ("crossref", "doi", "pubmed", "openlibrary", "wayback")
WORKS = "content_src/references/made-up.yml"


def epoch(day: date) -> str:
    return str(int(datetime.combine(day, clock(12), UTC).timestamp()))


@pytest.fixture(scope="module")
def servers() -> Iterator[Loopback]:
    with Loopback() as started:
        started.more_doors(1)
        yield started


@pytest.fixture(autouse=True)
def _read_without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the command runs in this process; tests that interrupt it start one, with all that it starts."""
    read_without_processes(monkeypatch)


class Library(Project):
    """A project whose references are pages of the loopback servers, each with a title and the behaviour of its key."""

    def __init__(self, root: Path, servers: Loopback, *names: str, quote: str = "") -> None:
        super().__init__("small", root)
        self.servers = servers
        (self.root / LOCK).unlink(missing_ok=True)
        self.archive = f"http://127.0.0.1:{servers.ports['more-0']}"  # which answers 404 to everything
        services = "".join(f"    {name}: {self.archive}\n" for name in SERVICES)
        hosts = "".join(f'    - "{host}"\n' for host in servers.allow_hosts)
        settings = self.read("content_src/site.yml")
        self.write("content_src/site.yml", f"{settings}evidence:\n  services:\n{services}  allow_hosts:\n{hosts}")
        for path in (self.root / "content_src" / "references").iterdir():
            path.unlink()
        self.cite(*names, quote=quote)

    def cite(self, *names: str, quote: str = "") -> None:
        """Let one article cite these, and be all there is."""
        for path in sorted((self.root / "content_src" / "articles").rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        items = [
            f"  - {{id: {name}, type: webpage, title: {title(name)}, URL: '{servers_url(self.servers, name)}'}}\n"
            for name in names
        ]
        self.write(WORKS, "references:\n" + "".join(items))
        pinned = f' "{quote}"' if quote else ""
        claims = "".join(f"Something is made up about {name}. [@{name}{pinned}]\n" for name in names)
        head = "title: What is made up?\ndescription: Nothing here is real.\nstatus: draft\n"
        self.write("content_src/articles/what-is-made-up/article.md", f"---\n{head}---\n\n{claims}")

    def resolve(self, *arguments: str, day: date = FIRST) -> Done:
        return self.citewell("refs", "resolve", *arguments, SOURCE_DATE_EPOCH=epoch(day))

    def locked(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.read(LOCK))["references"]
        return found


def servers_url(servers: Loopback, name: str) -> str:
    return servers.url(name, title=title(name))


def title(name: str) -> str:
    return f"Marmalade and the migration of {name} birds"


@pytest.fixture
def library(tmp_path: Path, servers: Loopback) -> Library:
    servers.forget()
    return Library(tmp_path / "project", servers, "ok", "status-404", "redirect-301")


def test_it_says_how_all_stand_and_writes_the_lock(library: Library):
    done = library.resolve()

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("3 references checked.\n3 references: 1 ok, 1 moved, 1 failing.\n")
    found = library.locked()
    assert {key: each["verdict"] for key, each in found.items()} == {
        "ok": "ok",
        "redirect-301": "moved",
        "status-404": "failing",
    }
    assert found["redirect-301"]["final_url"] == library.servers.url("ok", title=title("redirect-301"))
    assert found["ok"]["page_title"] == f"{title('ok')} - Example Press"


def test_a_file_of_references_that_cannot_be_read_needs_an_editor(library: Library):
    library.write("content_src/references/more.yml", "refs:\n  - {id: lost, type: webpage, title: Lost}\n")

    done = library.resolve()

    assert done.code == 1
    assert done.out.startswith("3 references checked.\n")
    assert "content_src/references/more.yml: could not be read completely, so references may be missing" in done.err


def test_again_on_the_same_day_asks_nobody_and_changes_no_byte(library: Library):
    library.resolve()
    before = library.read(LOCK), (library.root / LOCK).stat().st_mtime_ns
    library.servers.forget()

    done = library.resolve()

    assert done.out.startswith("0 references checked: none is due")
    assert library.servers.requests == []
    assert (library.read(LOCK), (library.root / LOCK).stat().st_mtime_ns) == before


def test_the_next_day_only_what_failed_is_asked_and_then_it_is_broken(library: Library):
    library.resolve()
    fine = library.locked()["ok"]
    library.servers.forget()

    done = library.resolve(day=SECOND)

    assert done.code == 1
    assert {request.name for request in library.servers.requests} == {"status-404", "web", "wayback"}
    assert library.locked()["ok"] == fine
    assert library.locked()["status-404"]["failed_on"] == ["2026-11-20", "2026-11-21"]
    assert "status-404: broken\n" in done.out
    assert "The server answered 404 (not found) (seen on 20 November 2026 and on 21 November 2026)." in " ".join(
        done.out.split()
    )
    assert "1 statement relies on it: citewell refs impact status-404" in done.out


def test_after_the_time_of_the_settings_all_are_asked_again(library: Library):
    library.resolve()
    library.servers.forget()

    assert "\n3 references checked.\n" in library.resolve(day=MONTH).out
    assert library.servers.asked("ok")


def test_what_is_named_is_asked_at_once_and_nothing_else_is(library: Library):
    library.resolve()
    library.servers.forget()

    done = library.resolve("ok")

    assert done.out.startswith("1 reference checked.\n1 reference: 1 ok.\n")
    assert library.servers.asked("ok")
    assert not library.servers.asked("status-404")
    library.servers.forget()
    library.resolve("--again")
    assert library.servers.asked("status-404")


def test_a_reference_that_was_changed_is_asked_at_once_and_one_that_is_gone_forgotten(library: Library):
    library.resolve()
    library.servers.forget()
    library.cite("ok", "another-topic")

    first = library.resolve()
    assert (first.code, library.locked()["another-topic"]["verdict"]) == (0, "unknown")
    done = library.resolve(day=SECOND)

    assert done.code == 1
    assert set(library.locked()) == {"ok", "another-topic"}
    assert not library.servers.asked("ok")
    assert "another-topic: wrong-page\n" in done.out
    assert "“Ten garden sheds for small budgets" in done.out


def test_a_retraction_stays_in_the_lock_until_the_renamed_reference_was_looked_up(library: Library):
    library.resolve()
    lock = json.loads(library.read(LOCK))
    known = lock["references"]["ok"]
    known["notices"] = [{"kind": "retraction", "said_by": "Crossref", "seen": "2026-11-20"}]
    known["identifiers"] = [library.servers.url("ok", title=title("ok"))]
    library.write(LOCK, json.dumps(lock))
    for path in (WORKS, "content_src/articles/what-is-made-up/article.md"):
        library.replace(path, "id: ok," if path == WORKS else "[@ok]", "id: fine," if path == WORKS else "[@fine]")

    library.resolve("status-404", day=SECOND)
    (row,) = [each for each in _rows(library) if each["key"] == "fine"]
    assert (row["verdict"], row["retraction"]["kind"]) == (None, "retraction")

    library.resolve(day=SECOND)
    assert "ok" not in library.locked()


def _rows(library: Library) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(library.citewell("refs", "list", "--format", "json").out)["references"]
    return rows


def test_entries_stay_while_a_fault_may_hide_their_references(library: Library):
    library.resolve()
    library.replace(WORKS, "{id: status-404,", "{id: status-404, id: twice,")

    library.resolve(day=SECOND)

    assert set(library.locked()) >= {"ok", "status-404"}


def test_a_pinned_quote_is_looked_for_and_its_loss_needs_an_editor(tmp_path: Path, servers: Loopback):
    library = Library(tmp_path / "project", servers, "ok", quote="It is made up and says nothing")
    assert library.resolve().code == 0
    quote = library.locked()["ok"]["quotes"][0]
    assert quote["verdict"] == "found"
    assert quote["fragment"].startswith("#:~:text=")
    servers.forget()

    library.cite("ok", quote="It is made up and says everything")
    done = library.resolve()

    assert servers.asked("ok"), "a new quote always asks"
    assert done.code == 1
    assert "Pinned: “It is made up and says everything”" in done.out
    assert "Now there: “" in done.out
    assert "\n1 reference: 1 ok. 1 pinned quote lost.\n" in done.out
    library.cite("ok", quote="Wombats hum in the moonlight on Tuesdays")
    assert "Nothing similar is there now." in library.resolve().out


def test_json_is_what_the_list_gives(library: Library):
    done = library.resolve("--format", "json")

    rows = json.loads(done.out)["references"]
    assert [row["key"] for row in rows] == ["ok", "status-404", "redirect-301"]
    assert done.out == library.citewell("refs", "list", "--format", "json").out


def test_quiet_says_only_what_needs_somebody(library: Library):
    assert library.resolve("--quiet").out == ""
    said = library.resolve("--quiet", day=SECOND)
    assert said.code == 1
    assert said.out.startswith("status-404: broken\n")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("status-40", 'there is no reference called "status-40"; did you mean "status-404"?'), ("zzz", 'called "zzz"')],
)
def test_a_key_that_is_not_there_is_refused_with_the_nearest(library: Library, typed: str, says: str):
    done = library.resolve(typed)

    assert done.code == 2
    assert says in done.err
    assert library.servers.requests == []


CONFLICT = "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n"


@pytest.mark.parametrize("damage", [CONFLICT, '{"version": 9, "references": {}}', "\ufeff\x00"])
def test_a_damaged_lock_is_never_written_over_unasked(library: Library, damage: str):
    library.write(LOCK, damage)

    done = library.resolve()

    assert done.code == 2
    assert f"{LOCK}:1: cannot be read" in done.err
    assert "--from-scratch" in done.err
    assert library.read(LOCK) == damage
    assert library.servers.requests == []
    assert library.resolve("--from-scratch").code == 0
    assert set(library.locked()) == {"ok", "status-404", "redirect-301"}


@pytest.mark.parametrize(
    ("more", "says"),
    [([], "--from-scratch is for a lock file that cannot be read"), (["ok"], "do not give a KEY with it")],
)
def test_from_scratch_never_forgets_what_can_be_read(library: Library, more: list[str], says: str):
    library.resolve()
    before = library.read(LOCK)
    library.servers.forget()

    done = library.resolve("--from-scratch", *more, day=SECOND)

    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert library.read(LOCK) == before
    assert library.servers.requests == []


def test_two_runs_at_once_are_one_too_many(tmp_path: Path, servers: Loopback):
    library = Library(tmp_path / "project", servers, "hang-before-headers")
    process = library.start("refs", "resolve")
    wait_for(lambda: servers.asked("hang-before-headers"))

    done = library.resolve()

    assert done.code == 75
    assert "another check of references of this site is running" in done.err
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_keeps_what_is_known(tmp_path: Path, servers: Loopback, sent: signal.Signals, code: int):
    servers.forget()
    library = Library(tmp_path / "project", servers, "ipv6", "hang-before-headers")
    process = library.start("refs", "resolve")
    wait_for(lambda: len(servers.asked("web")) > 0 and servers.asked("hang-before-headers"))
    wait_until_idle(process.pid)
    process.send_signal(sent)
    _, errors = process.communicate(timeout=PATIENCE)

    assert process.returncode == code
    assert errors == f"citewell: interrupted; the results of 1 reference are kept in {LOCK}\n"
    assert set(library.locked()) == {"ipv6"}


def test_without_the_web_nothing_is_written(tmp_path: Path, servers: Loopback):
    library = Library(tmp_path / "project", servers, "ok")
    library.write(
        WORKS,
        "references:\n"
        + "".join(f"  - {{id: w{n}, type: webpage, title: W, URL: 'http://127.0.0.{n}:1/'}}\n" for n in (2, 3, 4)),
    )
    library.replace("content_src/site.yml", "  allow_hosts:\n", '  allow_hosts:\n    - "127.0.0.0/8"\n')
    library.replace("content_src/site.yml", library.archive, "http://127.0.0.5:1")

    done = library.resolve()

    assert done.code == 2
    assert "none of 3 hosts answered, so nothing was written" in done.err
    assert not (library.root / LOCK).exists()


def test_the_bar_is_for_terminals_only(library: Library):
    ours, theirs = pty.openpty()
    process = library.start("refs", "resolve", stdout=theirs, TERM="xterm", NO_COLOR="1")
    _, errors = process.communicate(timeout=PATIENCE)
    os.close(theirs)
    os.close(ours)

    assert "Checking references" not in errors, "its standard error was a pipe"


def test_without_the_extra_it_says_so_in_one_line(library: Library, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(EXTRAS, "evidence", EXTRAS["evidence"]._replace(packages=("httpx", "no_such_package_here")))
    done = library.resolve()

    assert done.code == 2
    assert "this command needs packages that are not installed: no_such_package_here" in done.err
    assert "hint: python3 scripts/refs.py installs them; a build needs none of them" in done.err
    assert library.citewell("refs", "list").code == 0


def test_who_asks_is_said(library: Library):
    library.resolve("ok")

    agent = library.servers.asked("ok")[0].headers["user-agent"]
    assert agent.startswith("Citewell/")
    assert "editors@small.example" in agent

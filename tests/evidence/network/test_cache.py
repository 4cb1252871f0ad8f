"""Pages kept between runs."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from tests.evidence.loopback import Loopback
from tests.evidence.running import to_its_end

from citewell.evidence.network.limits import MEBIBYTE, Limits
from citewell.evidence.network.response import Answer
from citewell.evidence.network.web import Web

PATIENT = Limits(back_off=0.02)


def ask(loopback: Loopback, name: str, cache: Path | None) -> Answer:
    async def once() -> Answer:
        async with Web(loopback.settings(), "", cache, limits=PATIENT) as web:
            outcome = await web.get(loopback.url(name, title="Snow"))
            assert isinstance(outcome, Answer), outcome
            return outcome

    return to_its_end(once())


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


@pytest.mark.parametrize(("name", "header"), [("etag", "if-none-match"), ("last-modified", "if-modified-since")])
def test_what_we_have_is_only_asked_about(loopback: Loopback, tmp_path: Path, name: str, header: str) -> None:
    first = ask(loopback, name, tmp_path)
    second = ask(loopback, name, tmp_path)
    assert (second.status, second.body, second.final_url) == (200, first.body, first.final_url)
    assert [header in request.headers for request in loopback.requests] == [False, True]


def test_packed_pages_come_back_unpacked(loopback: Loopback, tmp_path: Path) -> None:
    assert ask(loopback, "gzip", tmp_path).body == ask(loopback, "gzip", tmp_path).body


def test_a_page_that_is_gone_is_gone_however_fresh_it_was_said_to_be(loopback: Loopback, tmp_path: Path) -> None:
    assert ask(loopback, "etag-then-404", tmp_path).status == 200
    assert ask(loopback, "etag-then-404", tmp_path).status == 404


def test_a_page_that_changed_is_had_anew(loopback: Loopback, tmp_path: Path) -> None:
    assert b"version 1" in ask(loopback, "etag-changing", tmp_path).body
    assert b"version 2" in ask(loopback, "etag-changing", tmp_path).body


def test_a_server_that_mixes_up_its_versions_is_asked_without_one(loopback: Loopback, tmp_path: Path) -> None:
    first = ask(loopback, "etag-mixed-up", tmp_path)
    second = ask(loopback, "etag-mixed-up", tmp_path)
    assert (second.status, second.body) == (200, first.body)


def test_without_a_folder_nothing_is_kept(loopback: Loopback) -> None:
    ask(loopback, "etag", None)
    ask(loopback, "etag", None)
    assert not any("if-none-match" in request.headers for request in loopback.requests)


@pytest.mark.parametrize("name", ["body-5-gb", "body-without-end"])
def test_what_is_cut_is_not_kept(loopback: Loopback, tmp_path: Path, name: str) -> None:
    assert ask(loopback, name, tmp_path).cut
    with sqlite3.connect(tmp_path / "pages.db") as database:
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (0,)
    assert size(tmp_path) < 20 * MEBIBYTE


def test_a_damaged_cache_is_replaced(loopback: Loopback, tmp_path: Path) -> None:
    ask(loopback, "etag", tmp_path)
    (tmp_path / "pages.db").write_bytes(b"this is no database at all" * 1000)
    assert ask(loopback, "etag", tmp_path).status == 200
    assert ask(loopback, "etag", tmp_path).status == 200
    assert "if-none-match" in loopback.requests[-1].headers


def test_a_cache_of_another_program_is_replaced(loopback: Loopback, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "pages.db") as database:
        database.execute("CREATE TABLE entries (id INTEGER, something TEXT)")
    assert ask(loopback, "etag", tmp_path).status == 200


def test_a_folder_that_cannot_be_made_is_done_without(loopback: Loopback, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should be")
    assert ask(loopback, "etag", tmp_path / "taken" / "cache").status == 200


def test_a_cache_that_breaks_in_the_middle_of_a_run_stops_nothing(
    loopback: Loopback, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async def run() -> list[int]:
        statuses = []
        async with Web(loopback.settings(), "", tmp_path, limits=PATIENT) as web:
            for number in range(6):
                if number == 3:
                    for file in tmp_path.glob("pages.db*"):
                        file.write_bytes(b"\xff" * 50_000)
                outcome = await web.get(loopback.url("etag", title=f"Page {number % 3}"))
                assert isinstance(outcome, Answer), outcome
                statuses.append(outcome.status)
        return statuses

    assert to_its_end(run()) == [200] * 6
    assert capfd.readouterr() == ("", "")


def test_two_runs_can_share_a_folder(loopback: Loopback, tmp_path: Path) -> None:
    async def both() -> list[int]:
        async with (
            Web(loopback.settings(), "", tmp_path, limits=PATIENT) as one,
            Web(loopback.settings(), "", tmp_path, limits=PATIENT) as two,
        ):
            urls = [loopback.url("etag", title=f"Page {number}") for number in range(10)]
            outcomes = await asyncio.gather(*(web.get(url) for url in urls for web in (one, two)))
        return [outcome.status for outcome in outcomes if isinstance(outcome, Answer)]

    assert to_its_end(both()) == [200] * 20

"""The Wayback Machine: the newest copy of a page, by its API and by its TimeGate."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from citewell.evidence.service_api.results import Absent, KnownWork, Unavailable
from citewell.evidence.services.wayback import WaybackMachine
from citewell.model.evidence import Archived
from citewell.model.references import IdentifierKind

PAGE = "https://example.org/page?a=b&c=d#part"
COPY = "http://web.archive.org/web/20130919044612/https://example.org/page?a=b&c=d"


def closest(**changes: Any) -> bytes:
    copy = {"available": True, "url": COPY, "timestamp": "20130919044612", "status": "200", **changes}
    return json.dumps({"url": "example.org", "archived_snapshots": {"closest": copy}}).encode()


def newest(ask: Any) -> Any:
    """The copy that is found, or the result without one."""
    result = ask(WaybackMachine, IdentifierKind.URL, PAGE)
    return result.copy if isinstance(result, KnownWork) else result


def test_the_api_names_a_copy(ask, shelf):
    shelf.put("/wayback/available", closest())
    assert newest(ask) == Archived(COPY.replace("http:", "https:", 1), date(2013, 9, 19))
    assert shelf.asked == ["/wayback/available?url=https://example.org/page?a=b&c=d&timestamp=20261122"]


@pytest.mark.parametrize(
    "body",
    [
        b'{"archived_snapshots": {}}',
        b'{"archived_snapshots": null}',
        b"[]",
        b"",
        closest(status="404"),
        closest(status=None),
        closest(available=False),
        closest(available="yes"),
        closest(url="javascript:alert(1)"),
        closest(url="//example.org"),
        closest(url=None),
        closest(timestamp="2013"),
        closest(timestamp="20131399000000"),
        closest(timestamp="20990101000000"),
        closest(timestamp="00010101000000"),
        closest(timestamp="٢٠١٣٠٩١٩"),
    ],
)
def test_what_names_no_copy_is_none_where_the_time_gate_knows_none_either(ask, shelf, body):
    shelf.put("/wayback/available", body)
    assert newest(ask) == Absent()
    assert shelf.asked[1] == "/web/https://example.org/page?a=b&c=d"


def test_the_time_gate_leads_to_a_copy_that_the_api_does_not_name(ask, shelf):
    shelf.put("/wayback/available", b'{"archived_snapshots": {}}')
    shelf.put("/web/20200102030405/", b"the copy" * 10_000, Memento_Datetime="Thu, 02 Jan 2020 03:04:05 GMT")
    shelf.put("/web/https", b"", 302, Location=f"{shelf.base}/web/20200102030405/{PAGE}")
    found = newest(ask)
    assert isinstance(found, Archived)
    assert found.date == date(2020, 1, 2)
    assert found.url.startswith(f"{shelf.base}/web/20200102030405/")


def test_the_link_header_may_name_a_newer_copy(ask, shelf):
    links = (
        '<https://example.org/page>; rel="original", <https://archive.example/t>; rel="timegate", '
        '<https://archive.example/1>; rel="first memento"; datetime="Mon, 01 Jan 2018 00:00:00 GMT", '
        '<https://archive.example/2>; rel="last memento"; datetime="Fri, 01 Jan 2021 00:00:00 GMT"'
    )
    shelf.put("/web/", b"the copy", Memento_Datetime="Thu, 02 Jan 2020 03:04:05 GMT", Link=links)
    assert newest(ask) == Archived("https://archive.example/2", date(2021, 1, 1))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Memento_Datetime": "yesterday"},
        {"Memento_Datetime": "Thu, 99 Jan 2020 03:04:05 GMT"},
        {"Memento_Datetime": "Thu, 02 Jan 2099 03:04:05 GMT"},
        {"Link": '<javascript:x>; rel="last memento"; datetime="Fri, 01 Jan 2021 00:00:00 GMT"'},
        {"Link": "<<<<" * 5000},
        {"Link": '<https://a.example/>; rel="last memento"'},
    ],
)
def test_a_time_gate_that_names_nothing_sure_says_nothing(ask, shelf, headers):
    shelf.put("/web/", b"something", **headers)
    assert isinstance(newest(ask), Unavailable)


def test_an_archive_that_is_down_says_nothing(ask, shelf):
    shelf.put("/wayback/available", b"busy", 500)
    shelf.put("/web/", b"busy", 500)
    assert isinstance(newest(ask), Unavailable)


def test_what_is_no_address_has_no_copy(ask, shelf):
    assert ask(WaybackMachine, IdentifierKind.URL, "not an address") == Absent()
    assert shelf.asked == []

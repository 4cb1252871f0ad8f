from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.evidence.network.retry_after import parse_retry_after, read_announced_pause

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("9" * 30, float("inf")),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        ("Sunday, 22-Nov-26 12:00:30 GMT", 30.0),  # the form of RFC 850, which recipients must accept
        ("Sun Nov 22 12:00:30 2026", 30.0),  # that of asctime, too
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0.0),
        ("Sun, 22 Nov 2026 13:00:30 +0100", 30.0),
    ],
)
def test_both_forms_are_read(value: str, seconds: float) -> None:
    assert parse_retry_after(value, NOW) == seconds


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "1e9", "٣", "Sun, 99 Nov 2026 12:00:30 GMT", "12:00"])
def test_what_is_neither_form_asks_for_nothing(value: str) -> None:
    assert parse_retry_after(value, NOW) is None


@given(st.text())
def test_no_value_breaks_it(value: str) -> None:
    found = parse_retry_after(value, NOW)
    assert found is None or found >= 0


@given(st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the strategy adds the zone
def test_any_date_is_read_to_the_second(until: datetime) -> None:
    until = until.replace(microsecond=0)
    expected = max(0.0, (until - NOW).total_seconds())
    assert parse_retry_after(format_datetime(until, usegmt=True), NOW) == expected


@pytest.mark.parametrize(
    ("limit", "interval", "pause"),
    [("50", "1s", 0.02), ("1", "60s", 60.0), ("5", "1", 0.2), ("0", "1s", 1.0), ("", "1s", None), ("50", "1m", None)],
)
def test_announced_limits_become_a_pause(limit: str, interval: str, pause: float | None) -> None:
    assert read_announced_pause({"x-rate-limit-limit": limit, "x-rate-limit-interval": interval}) == pause

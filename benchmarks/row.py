"""A line of the table: what was measured, against which aim, beside which peer."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.timing import Times

_UNITS = {"s": ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))}


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: of times the median.

    ``processor`` is the processor's time. ``aim`` is the most that (or else the value) should be, ``ratio`` how many
    times that of the first row it is.
    """

    what: str
    value: float
    unit: str = "s"
    low: float | None = None
    high: float | None = None
    processor: float | None = None
    aim: float | None = None
    ratio: float | None = None
    runs: int | None = None

    @property
    def verdict(self) -> str:
        """Whether the aim is met, in words; empty without one."""
        if self.aim is None:
            return ""
        value = self.value if self.processor is None else self.processor
        return f"{'within' if value <= self.aim else 'misses'} {shown(self.aim, self.unit)}"


def timed(what: str, times: Times, ours: Times | None = None, aim: float | None = None) -> Row:
    """A row of times, compared with ``ours``."""
    ratio = times.processor / ours.processor if ours else None
    return Row(what, times.median, "s", times.low, times.high, times.processor, aim, ratio, times.runs)


def shown(value: float, unit: str) -> str:
    """A value with its unit, three figures of it."""
    for least, name in _UNITS.get(unit, ()):
        if value >= least:
            return f"{value / least:.3g} {name}" if value / least < 1000 else f"{value / least:,.0f} {name}"
    return f"{value:.3g} {unit}".rstrip()


def table(rows: list[Row]) -> str:
    """The rows as lines of text in columns."""
    head = ("", "median", "quartiles", "processor", "runs", "ratio", "aim")
    lines = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    numbers = (f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True))
    return "  ".join((line[0].ljust(widths[0]), *numbers)).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    spread = f"{shown(row.low, row.unit)} – {shown(row.high, row.unit)}" if row.low and row.high else ""
    processor = shown(row.processor, row.unit) if row.processor else ""
    ratio = f"× {row.ratio:.3g}" if row.ratio else ""
    return (row.what, shown(row.value, row.unit), spread, processor, str(row.runs or ""), ratio, row.verdict)

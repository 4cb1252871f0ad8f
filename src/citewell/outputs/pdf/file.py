"""The facts in a PDF that Chromium wrote: title, authors and days, in place of the time at which it was made.

Chromium's library for PDF (Skia) writes plain objects, a table of where each begins, and a trailer (ISO 32000-1, 7.5);
the object that holds the facts is replaced, and the table is written again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from citewell.errors import PLEASE_REPORT, PrintingFailed

_END: Final = re.compile(
    rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][ \r]\n)+)trailer\n(.*?)\nstartxref\n\d+\n%%EOF\s*", re.DOTALL
)
_FACTS: Final = re.compile(rb"/Info (\d+) 0 R")
_PRODUCER: Final = re.compile(rb"/Producer \((?:[^()\\]|\\.)*\)")


def replace_facts(pdf: bytes, words: Mapping[str, str], created: date | None, changed: date | None) -> bytes:
    """The same PDF with only these facts: ``words`` by their names in ISO 32000-1, table 317 (``Title``, ``Author``).

    So nothing in it says when it was printed. Raises ``PrintingFailed`` if the file is of another form.
    """
    begin = pdf.rfind(b"\nxref\n") + 1
    end = _END.fullmatch(pdf, begin)
    facts = _FACTS.search(end[3]) if end else None
    if end is None or facts is None:
        raise PrintingFailed("Chromium wrote a PDF of a form that Citewell does not know", PLEASE_REPORT)
    number = int(facts[1])
    table = end[2].splitlines(keepends=True)
    at = int(table[number][:10])
    old = pdf[at : pdf.index(b"endobj", at)]
    new = b"%d 0 obj\n%s\n" % (number, _write_dictionary(words, created, changed, _PRODUCER.search(old)))
    moved = len(new) - len(old)
    rows = (b"%010d%s" % (int(row[:10]) + (moved if int(row[:10]) > at else 0), row[10:]) for row in table)
    body = pdf[:at] + new + pdf[at + len(old) : begin]
    return b"%sxref\n0 %s\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (body, end[1], b"".join(rows), end[3], len(body))


def _write_dictionary(
    words: Mapping[str, str], created: date | None, changed: date | None, producer: re.Match[bytes] | None
) -> bytes:
    lines = [b"/%s %s" % (name.encode("ascii"), _write_text(value)) for name, value in words.items() if value]
    lines += [producer[0]] if producer else []
    days = (("CreationDate", created), ("ModDate", changed or created))
    lines += [b"/%s (D:%s)" % (name.encode(), f"{day:%Y%m%d}000000Z".encode()) for name, day in days if day]
    return b"<<%s>>" % b"\n".join(lines)


def _write_text(words: str) -> bytes:
    """A text string (7.9.2.2) in hexadecimal, which needs no escapes."""
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().upper().encode()

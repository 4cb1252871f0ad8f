"""How each form of value is read: the table that leads from a declaration to its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from citewell.model.keys import Form, Value
from citewell.model.source_location import Placed, PlacedDate
from citewell.model.yaml_problems import Expectation
from citewell.source import csl_fields, fields, site_fields
from citewell.source.csl_dates import read_csl_date
from citewell.source.csl_rich_text import plain_words


def _read_rich(value: Any) -> Placed:
    line = fields.read_line(value)
    return Placed(plain_words(line.text), line.span)


def _keep(value: Any) -> Any:
    return value


def _keep_lines(value: Any) -> Any:
    if not isinstance(value, dict):
        raise fields.refuse(Expectation.GROUP_OF_LINES)
    return value


_READERS: Final[Mapping[Form, Callable[[Any], Any]]] = {
    Form.LINE: fields.read_line,
    Form.PASSAGE: fields.read_passage,
    Form.RICH: _read_rich,
    Form.SLUG: fields.read_slug,
    Form.FLAG: fields.read_flag,
    Form.DAY: fields.read_day,
    Form.PARTIAL_DAY: csl_fields.read_partial_day,
    Form.CSL_DATE: read_csl_date,
    Form.WHOLE: fields.reader_of_numbers(0),
    Form.COUNT: fields.reader_of_numbers(1),
    Form.PERCENT: fields.read_percent,
    Form.KIND: fields.read_kind,
    Form.CSL_TYPE: csl_fields.read_csl_type,
    Form.CITATION_KEY: csl_fields.read_citation_key,
    Form.LANGUAGE: site_fields.read_language_tag,
    Form.CONTACT: site_fields.read_contact,
    Form.TELEPHONE: site_fields.read_telephone,
    Form.SERVICE: site_fields.read_service,
    Form.PAPER: site_fields.read_paper,
    Form.VISIBLE: site_fields.read_visible_line,
    Form.SITE_ADDRESS: site_fields.read_site_address,
    Form.FILE_OF_BRAND: site_fields.read_file_of_brand,
    Form.FONT_NAME: site_fields.read_font_name,
    Form.COLOUR: site_fields.read_colour_text,
    Form.LINES: _keep_lines,
    Form.ANYTHING: _keep,
}


@cache
def reader_of(value: Value) -> Callable[[Any], Any]:
    """The function that reads a value of this form; it raises ``Refused`` for what does not fit."""
    return fields.reader_of_choices(value.type) if value.form is Form.CHOICE else _READERS[value.form]


def without_place(read: Any, wanted: Any) -> Any:
    """What was read as the type a model wants: where that keeps no place, the text or the day alone."""
    if wanted is str and isinstance(read, Placed):
        return read.text
    if wanted is date and isinstance(read, PlacedDate):
        return read.day
    return read

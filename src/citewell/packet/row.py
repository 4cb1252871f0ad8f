"""One statement of a packet: its words beside its sources, what was said of it before, and the fields for an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from citewell.citations.entry import make_entry
from citewell.citations.kinds import describe_kind
from citewell.claim_records import GivenVerdict, SourceRecord
from citewell.markup import Markup, element, join, text
from citewell.messages import Words
from citewell.model.claims import Claim, Status
from citewell.model.evidence import QuoteVerdict, Verdict
from citewell.model.inlines import Intent
from citewell.model.people import Person
from citewell.model.reviews import ClaimVerdict
from citewell.packet.contents import PacketContents, PacketRow
from citewell.packet.word_difference import compare_words
from citewell.render.citation_marks import part_of
from citewell.render.layout import stacked
from citewell.render.reference_status import is_web_address, notices, status

_ELEMENTS: Final = {"old": "del", "new": "ins"}
_SAID: Final = {"old": "removed", "new": "added"}
_QUESTIONS: Final = {Status.WAIVED: "packet.verdict_waived", Status.NOT_A_CLAIM: "packet.verdict_name"}
_QUOTE_STATES: Final = {
    None: "quote.not_seen",
    QuoteVerdict.UNREAD: "quote.not_read",
    QuoteVerdict.MISSING: "quote.missing",
    QuoteVerdict.CHANGED: "quote.missing",
    QuoteVerdict.FOUND: "quote.found",
}


def write_row(row: PacketRow, contents: PacketContents, words: Words) -> Markup:
    """The statement as an article of its own, with everything that the script needs in its attributes."""
    claim, anchor = row.record.claim, f"statement-{row.number}"
    number = element("span", words("packet.statement", number=row.number), class_="vh")
    shown = element("span", f"{row.number}.", aria_hidden="true")
    heading = element("h3", number, shown, " ", claim.text, id=f"{anchor}-text", tabindex=-1)
    return element(
        "article",
        stacked(
            heading,
            _write_context(row, words),
            _write_place(row, words),
            _write_certainty(claim, words),
            _write_change(row, contents, words),
            _write_support(row, contents.people, words),
            _write_earlier(row.record.verdicts, contents.people, words),
            _write_answer(row, anchor, words),
        ),
        class_="claim",
        id=anchor,
        aria_labelledby=f"{anchor}-text",
        data_claim=claim.id,
        data_digest=row.record.digest,
        data_text=claim.text,
        data_section=row.section,
        data_danger=row.danger,
        data_asked=row.asks,
    )


def _write_context(row: PacketRow, words: Words) -> Markup | None:
    """The words above it without which it says something else."""
    alone, text = row.record.read_alone, row.record.claim.text
    above = alone.removesuffix(text).strip() if alone != text else ""
    return element("p", words("packet.above", words=above), class_="above") if above else None


def _write_place(row: PacketRow, words: Words) -> Markup:
    place, part = row.record.place, row.record.claim.block.replace("-", " ").capitalize()
    return element("p", words("packet.place", part=part, path=place.path, line=place.line), class_="where")


def _write_certainty(claim: Claim, words: Words) -> Markup | None:
    """How sure the evidence is, as the article says it."""
    certainty = claim.certainty
    return element("p", words(f"certainty.{certainty.replace(' ', '-')}")) if certainty else None


def _write_change(row: PacketRow, contents: PacketContents, words: Words) -> Markup | None:
    """What changed since the last review: old words beside new ones."""
    last = contents.last_review
    if last is None or not (row.new or row.before is not None):
        return None
    since = {"name": last.by, "day": words.day(last.on)}
    if row.before is None:
        return element("div", element("p", words("packet.new", **since)), class_="changed")
    said = element("p", words("packet.changed", **since))
    pieces = list(compare_words(row.before, row.record.claim.text))
    if all(piece.sort == "same" for piece in pieces):
        return element("div", stacked(said, element("p", words("packet.same_words"))), class_="changed")
    shown = [
        element(_ELEMENTS[piece.sort], _write_hidden(words(f"packet.{_SAID[piece.sort]}")), " ", piece.text)
        if piece.sort in _ELEMENTS
        else text(piece.text)
        for piece in pieces
    ]
    return element("div", stacked(said, element("p", join(shown, " "))), class_="changed")


def _write_hidden(said: str) -> Markup:
    return element("span", said, class_="vh")


def _write_support(row: PacketRow, people: Mapping[str, Person], words: Words) -> Markup | None:
    """The sources of a statement, or why it has none."""
    claim = row.record.claim
    if row.record.sources:
        sources = (element("li", _write_source(each, row, people, words)) for each in row.record.sources)
        return element("ol", stacked(*sources), class_="sources", aria_label=words("packet.sources"))
    if claim.status is Status.WAIVED:
        reason = ", ".join(filter(None, (claim.kind, *(waiver.note for waiver in claim.waivers))))
        return element("p", words("packet.no_source", reason=reason))
    return element("p", words("packet.uncited"), class_="notice") if claim.status is Status.UNCITED else None


def _write_source(source: SourceRecord, row: PacketRow, people: Mapping[str, Person], words: Words) -> Markup:
    """A source: its entry in full with its address, its kind and year, the place in it, pinned words, what is known."""
    reference = source.reference
    if reference is None:
        return element("p", words("packet.no_reference", key=source.item.key))
    about = row.notices.get(reference.key, ())
    kind = describe_kind(reference, words)
    year = str(reference.issued.year) if reference.issued else ""
    part, intent = part_of(source.item, words), source.item.intent
    relation = words("packet.relation", relation=words(f"intent.{intent}")) if intent is not Intent.SUPPORTS else ""
    return stacked(
        *notices(reference, about, people, words),
        _write_entry(source),
        element("p", words("packet.kind", kind=kind, year=year) if year else kind, class_="small"),
        element("p", element("strong", relation)) if relation else None,
        element("p", element("strong", words("packet.part", part=part))) if part else None,
        _write_quote(source, words),
        status(reference, source.locked, about, people, words),
        element("p", words("packet.doubt", doubt=reference.doubt), class_="notice") if reference.doubt else None,
    )


def _write_entry(source: SourceRecord) -> Markup:
    """The entry in full; its title leads to the work, unless the address is not safe."""
    assert source.reference is not None
    entry = make_entry(source.reference)
    title = entry.title or entry.href or source.reference.key
    safe = source.locked is None or source.locked.verdict is not Verdict.REFUSED
    href = entry.href if safe and entry.href and is_web_address(entry.href) else None
    shown = _write_link(href, title) if href else text(title)
    parts = [each for each in (entry.before, shown + entry.stop, entry.after) if each]
    return element("p", join(parts, " "))


def _write_link(href: str, shown: str) -> Markup:
    return element("a", shown, href=href, target="_blank", rel="noopener noreferrer")


def _write_quote(source: SourceRecord, words: Words) -> Markup | None:
    """The words pinned, whether they were found, and the link to them on their page."""
    if source.words is None:
        return None
    found, locked = source.quote, source.locked
    quoted = element("blockquote", element("p", words("quote.words", words=source.words)))
    day = words.day(found.checked) if found else ""
    shown = [text(words(_QUOTE_STATES[found.verdict if found else None], day=day))]
    if found and found.says:
        shown.append(text(words("quote.page_says", words=found.says)))
    there = (locked.final_url if locked else "").partition("#")[0] + (found.fragment if found else "")
    if found and found.verdict is QuoteVerdict.FOUND and found.fragment.startswith("#") and is_web_address(there):
        shown.append(_write_link(there, words("quote.see")))
    return stacked(quoted, element("p", join(shown, " "), class_="small"))


def _write_earlier(given: Sequence[GivenVerdict], people: Mapping[str, Person], words: Words) -> Markup | None:
    """What people and programs said of it before, each named as what it is."""
    if not given:
        return None
    title = element("p", element("strong", words("packet.earlier")))
    said = (element("li", _write_earlier_verdict(each, people, words)) for each in given)
    return stacked(title, element("ul", stacked(*said), class_="earlier"))


def _write_earlier_verdict(each: GivenVerdict, people: Mapping[str, Person], words: Words) -> Markup:
    name = "packet.earlier_program" if each.by_program else "packet.earlier_person"
    who = people[each.who].name if not each.by_program and each.who in people else each.who
    return join(
        [
            words(name, name=who, day=words.day(each.on), verdict=words(f"packet.{each.verdict}")),
            f" {words('packet.note_said', note=each.note)}" if each.note else None,
            f" {words('packet.old_words')}" if each.of_old_words else None,
        ]
    )


def _write_answer(row: PacketRow, anchor: str, words: Words) -> Markup:
    """The fields for an answer."""
    choices = (_write_choice(f"{anchor}-verdict", str(verdict), words(f"packet.{verdict}")) for verdict in ClaimVerdict)
    which = _write_hidden(f" {words('packet.clear_of', number=row.number)}")
    cleared = element("button", words("packet.clear"), which, type="button", data_clear=True, hidden=True)
    question = _QUESTIONS.get(row.record.claim.status, "packet.verdict")
    return stacked(
        element(
            "fieldset",
            element("legend", words(question, number=row.number)),
            *choices,
            cleared,
            class_="verdicts",
        ),
        element("label", words("packet.note", number=row.number), for_=f"{anchor}-note", class_="field"),
        element("textarea", id=f"{anchor}-note", rows=1),
    )


def _write_choice(name: str, value: str, label: str) -> Markup:
    """A radio button with its label."""
    return element(
        "label", element("input", type="radio", name=name, value=value), element("span", label), class_="choice"
    )

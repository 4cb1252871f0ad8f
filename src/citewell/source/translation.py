"""``words.yml``: the texts of the interface in the site's own language, in the shape of the program's catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.lexicon.claims_of_review import find_review_claim
from citewell.messages import ENGLISH, PLACE, Forms, Texts, catalogue, read_catalogue
from citewell.messages.languages import PLURALS, forms_of, primary, says_its_number
from citewell.model.file_problems import EmptyFile
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import SourceText, Span
from citewell.model.translation_problems import ReviewClaimInText
from citewell.model.yaml_problems import Expectation, MissingKey, UnknownKey, WrongValue
from citewell.source import nodes
from citewell.source.characters import find_odd_characters
from citewell.source.misspellings import find_nearest_word
from citewell.source.plain_text_check import find_markup_problem
from citewell.source.protected_texts import ENGLISH_SECTION, check_protected, read_confirmed, show_text
from citewell.source.yaml import FATAL_KINDS, read_yaml

_COUNT: Final = "count"
_LINE_END: Final = re.compile(r"[ \t]*\n\s*")


class ReadTranslation(NamedTuple):
    """The texts that could be read, by ``section.name``, and every problem of the file.

    ``confirmed`` are the English texts that its protected ones were compared with.
    """

    texts: Texts
    problems: tuple[AnyProblem, ...]
    confirmed: Texts = MappingProxyType({})


def read_translation(source: SourceText, language: str) -> ReadTranslation:
    """Read ``words.yml`` of a site in a language. In place of a text with a problem, the English one is used."""
    root, faults = read_yaml(source, Span(0, len(source.text)))
    odd = find_odd_characters(source)
    if any(problem.kind in FATAL_KINDS for problem in faults):
        return ReadTranslation({}, (*odd, *faults))
    if root is None:
        return ReadTranslation({}, (*odd, Problem(Location(source.path), EmptyFile())))
    reader = _Reader(source, primary(language))
    texts = dict(reader.read_sections(root))
    confirmed = read_confirmed(root.get(ENGLISH_SECTION) if isinstance(root, nodes.GroupNode) else None)
    found = check_protected(source, texts, reader.places, confirmed, primary(language) == ENGLISH)
    kept = {name: text for name, text in texts.items() if name not in found.refused}
    claims = _find_review_claims(source, kept, reader.places)
    return ReadTranslation(kept, (*odd, *faults, *reader.problems, *found.problems, *claims), confirmed)


def _find_review_claims(source: SourceText, texts: Texts, places: Mapping[str, Span]) -> Iterator[AnyProblem]:
    """Texts that the site words as it likes, and which say, in English, that a page was reviewed."""
    protected = read_catalogue().protected
    for name, text in texts.items():
        found = None if name in protected else find_review_claim(show_text(text))
        if found is not None:
            yield Problem(source.locate(places[name]), ReviewClaimInText(name, found.words))


class _Reader:
    """Reads one file beside the English catalogue, and notes where the two differ in shape."""

    def __init__(self, source: SourceText, language: str) -> None:
        self._source = source
        self._language = language
        self._categories = PLURALS.get(language, frozenset({"one", "other"}))
        self._names: dict[str, list[str]] = {}
        self.places: dict[str, Span] = {}
        for name in catalogue():
            section, _, own = name.partition(".")
            self._names.setdefault(section, []).append(own)
        self.problems: list[AnyProblem] = []

    def read_sections(self, root: nodes.Node) -> Iterator[tuple[str, str | Forms]]:
        """Every text that is as it should be."""
        if not isinstance(root, nodes.GroupNode):
            self._note_wrong(root, Expectation.MAPPING)
            return
        for section in root.entries:
            name = section.key.text
            if name == ENGLISH_SECTION:
                continue
            if name not in self._names:
                self._note_unknown_section(section.key)
            elif not isinstance(section.value, nodes.GroupNode):
                around = [each for each, names in self._names.items() if name in names]
                self._note_wrong(section.key, Expectation.SECTION, name, choices=around)
            else:
                yield from self._read_section(name, section.value)

    def _read_section(self, section: str, texts: nodes.GroupNode) -> Iterator[tuple[str, str | Forms]]:
        for entry in texts.entries:
            name = entry.key.text
            if name not in self._names[section]:
                self._note_unknown(entry.key, self._names[section])
                continue
            english = catalogue()[f"{section}.{name}"]
            read = self._read_text(entry, english) if isinstance(english, str) else self._read_forms(entry, english)
            if read is not None:
                self.places[f"{section}.{name}"] = entry.key.span
                yield f"{section}.{name}", read

    def _read_text(self, entry: nodes.KeyValue, english: str) -> str | None:
        """One text; its places are those of the English one."""
        places = frozenset(PLACE.findall(english))
        return self._read_filled(entry, must=places, may=places, in_lines="\n" in english.strip())

    def _read_forms(self, entry: nodes.KeyValue, english: Forms) -> str | Forms | None:
        """A text by number; in a language without forms, one text is enough."""
        may = frozenset(place for form in english.values() for place in PLACE.findall(form))
        must = frozenset(PLACE.findall(english["other"]))
        if isinstance(entry.value, nodes.Scalar) and self._categories == {"other"}:
            return self._read_filled(entry, must, may)
        wanted = forms_of(self._language)
        if not isinstance(entry.value, nodes.GroupNode):
            self._note_wrong(entry.key, Expectation.FORMS_BY_NUMBER, entry.key.text, choices=wanted)
            return None
        forms: dict[str, str] = {}
        for form in entry.value.entries:
            category = form.key.text
            if category not in self._categories:
                self._note_wrong(form.key, Expectation.FORM_OF_NUMBER, found=category, choices=wanted)
                continue
            in_words = says_its_number(category, self._language)
            read = self._read_filled(form, must - {_COUNT} if in_words else must, may)
            if read is not None:
                forms[category] = read
        written = {form.key.text for form in entry.value.entries}
        lacking = self._categories - written
        self.problems += (
            Problem(self._source.locate(entry.key.span), MissingKey(category)) for category in sorted(lacking)
        )
        return forms if forms.keys() == written == self._categories else None

    def _read_filled(
        self, entry: nodes.KeyValue, must: frozenset[str], may: frozenset[str], in_lines: bool = False
    ) -> str | None:
        """A text that has the places it must have and no others; else ``None``, and a problem.

        It becomes one line, as headings are, unless the English one is ``in_lines``.
        """
        name, value = entry.key.text, entry.value
        if not isinstance(value, nodes.Scalar):
            self._note_wrong(entry.key, Expectation.TRANSLATED_TEXT, name)
            return None
        written = value.text.strip() if in_lines else _LINE_END.sub(" ", value.text.strip())
        if not written:
            self._note_wrong(entry.key, Expectation.SOME_VALUE, name)
            return None
        places = frozenset(PLACE.findall(written))
        if strange := places - may:
            self._note_wrong(value, Expectation.KNOWN_PLACES, name, _put_in_braces(strange), sorted(may))
        elif lost := must - places:
            self._note_wrong(value, Expectation.ALL_PLACES, name, _put_in_braces(lost))
        elif set(PLACE.sub("", written)) & set("{}"):
            self._note_wrong(value, Expectation.PAIRED_BRACES, name, choices=sorted(may))
        elif markup := find_markup_problem(self._source, written, value.span):
            self.problems.append(markup)
        else:
            return written
        return None

    def _note_unknown_section(self, key: nodes.Scalar) -> None:
        """A key at the left margin that is not a section; it may be a text of the only section that has it."""
        around = [section for section, names in self._names.items() if key.text in names]
        if len(around) == 1:
            self.problems.append(Problem(self._source.locate(key.span), UnknownKey(key.text, group=around[0])))
        else:
            self._note_unknown(key, [*self._names])

    def _note_unknown(self, key: nodes.Scalar, known: list[str]) -> None:
        facts = UnknownKey(key.text, find_nearest_word(key.text, known))
        self.problems.append(Problem(self._source.locate(key.span), facts))

    def _note_wrong(
        self, node: nodes.Node, expected: Expectation, key: str = "", found: str = "", choices: Iterable[str] = ()
    ) -> None:
        end = min(node.span.end, (self._source.text.find("\n", node.span.start) + 1 or node.span.end + 1) - 1)
        facts = WrongValue(expected, key, found=found, choices=tuple(choices))
        self.problems.append(Problem(self._source.locate(Span(node.span.start, end)), facts))


def _put_in_braces(places: frozenset[str]) -> str:
    return ", ".join(f"{{{place}}}" for place in sorted(places))

"""What stands between the brackets of a citation, as editors write it, right and wrong."""

from __future__ import annotations

import pytest

from citewell.model.inlines import Certainty, Citation, Intent, Waiver
from citewell.model.source_location import Span
from citewell.source.citation_syntax import MalformedBracket, read_bracket
from citewell.source.markdown import parse_words
from tests.source.wording import message


def items(content: str) -> list[dict[str, object]]:
    """The items of a citation, each as what it says."""
    found = read_bracket(content, 1)
    assert isinstance(found, Citation), found
    said = ("key", "prefix", "locator", "label", "suffix", "quote", "suppress_author", "intent")
    read = [{name: getattr(item, name) for name in said if getattr(item, name)} for item in found.items]
    for item in read:
        if item["intent"] is Intent.SUPPORTS:
            del item["intent"]
    return read


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("@who-2023", [{"key": "who-2023"}]),
        ("@a; @b, p. 3", [{"key": "a"}, {"key": "b", "locator": "3", "label": "page"}]),
        ("-@a", [{"key": "a", "suppress_author": True}]),
        (
            "see @a, pp. 3-5, and more",
            [{"key": "a", "prefix": "see", "locator": "3-5", "label": "page", "suffix": "and more"}],
        ),
        ("@a, section 1.11", [{"key": "a", "locator": "1.11", "label": "section"}]),
        ("@a, § 2", [{"key": "a", "locator": "2", "label": "section"}]),
        ("@a, table S1", [{"key": "a", "locator": "S1", "label": "table"}]),
        ("@a, appendix B", [{"key": "a", "locator": "B", "label": "appendix"}]),
        ("@a, 33", [{"key": "a", "locator": "33", "label": "page"}]),
        ("@a, chap. iv", [{"key": "a", "locator": "iv", "label": "chapter"}]),
        ("@a, {vii, A, D-Z}", [{"key": "a", "locator": "vii, A, D-Z", "label": "page"}]),
        ("@a, p.3", [{"key": "a", "locator": "3", "label": "page"}]),
        ("@a, noted there", [{"key": "a", "suffix": "noted there"}]),
        ("@a.", [{"key": "a"}]),
        ("@a p. 3", [{"key": "a", "locator": "3", "label": "page"}]),
        ("@a, no. 3", [{"key": "a", "locator": "3", "label": "issue"}]),
        ("@a, p. 3, with a note", [{"key": "a", "locator": "3", "label": "page", "suffix": "with a note"}]),
        ("@a, 5% of them", [{"key": "a", "suffix": "5% of them"}]),
        ("@a, p. 3/4", [{"key": "a", "suffix": "p. 3/4"}]),
        ("@a, {section B}", [{"key": "a", "locator": "B", "label": "section"}]),
        ("@a, ſection 3", [{"key": "a", "locator": "3", "label": "section"}]),
        ("@a, sectıon 3", [{"key": "a", "suffix": "sectıon 3"}]),
        ("@2020", [{"key": "2020"}]),
        ("@{a;b}", [{"key": "a;b"}]),
        ("@a, in passing", [{"key": "a", "suffix": "in passing"}]),
        ("@a and elsewhere", [{"key": "a", "suffix": "and elsewhere"}]),
        ("@doi:10.1136/bmj.f7095", [{"key": "doi:10.1136/bmj.f7095"}]),
        ("@pmid:19790051", [{"key": "pmid:19790051"}]),
        ("@https://www.nice.org.uk/guidance/ng12", [{"key": "https://www.nice.org.uk/guidance/ng12"}]),
        (
            "@{doi:10.1002/(SICI)1097;2<x>}, p. 1",
            [{"key": "doi:10.1002/(SICI)1097;2<x>", "locator": "1", "label": "page"}],
        ),
        ('@a "the very words"', [{"key": "a", "quote": "the very words"}]),
        ("@a, quote early-course; @b", [{"key": "a", "locator": "early-course", "label": "quote"}, {"key": "b"}]),
        ("@a quote  Early course", [{"key": "a", "locator": "Early course", "label": "quote"}]),
        ("@a, quoted in b", [{"key": "a", "suffix": "quoted in b"}]),
        (
            "@a, p. 3 “curly; words”; @b",
            [{"key": "a", "locator": "3", "label": "page", "quote": "curly; words"}, {"key": "b"}],
        ),
    ],
)
def test_reads_citation(content: str, expected: list[dict[str, object]]) -> None:
    assert items(content) == expected


@pytest.mark.parametrize(
    ("content", "certainty", "expected"),
    [
        ("contradicts @a", None, [("a", "contradicts", None)]),
        (
            "partly @a, p. 3; @b; background @c",
            None,
            [("a", "partly", None), ("b", "supports", None), ("c", "background", None)],
        ),
        ("*contradicts* -@a", None, [("a", "contradicts", None)]),
        ("supports, see also @a", None, [("a", "supports", "see also")]),
        ("certainty: low, @a; @b", "low", [("a", "supports", None), ("b", "supports", None)]),
        ("certainty: very\nlow, partly: see @a", "very low", [("a", "partly", "see")]),
        ("certainty: high @a", "high", [("a", "supports", None)]),
        ("see @a", None, [("a", "supports", "see")]),
        ("see what contradicts @a", None, [("a", "supports", "see what contradicts")]),
        ("certainty of this: @a", None, [("a", "supports", "certainty of this:")]),
        ("compare @a", None, [("a", "supports", "compare")]),
    ],
)
def test_reads_how_a_source_relates_to_the_claim(
    content: str, certainty: str | None, expected: list[tuple[str, str, str | None]]
) -> None:
    found = read_bracket(content, 1, parse_words)
    assert isinstance(found, Citation), found
    assert found.certainty == (Certainty(certainty) if certainty else None)
    assert [(item.key, item.intent, item.prefix) for item in found.items] == expected


@pytest.mark.parametrize(
    ("content", "why", "instead"),
    [
        ("@Müller2020", "needs braces", "@{Müller2020}"),
        ("@a; b", "has no @", "@b"),
        ("@a,p.3", "comma", "@a, p.3"),
        ("@doi:10.1/x;y", "needs braces", "@{doi:10.1/x;y}"),
        ("@doi:10.1002/(SICI)1097", "needs braces", "@{doi:10.1002/(SICI)1097}"),
        ("@{a}b", "needs braces", "@{ab}"),
        ("@{Müller},p.3", "comma", "@{Müller}, p.3"),
        ("@https://a.org/?q=1", "needs braces", "@{https://a.org/?q=1}"),
        ("@a @b", "semicolon", ""),
        ("@a;", "semicolon has no source", ""),
        ("@ a", "space between", "@a"),
        ("mail me@example.org", "e-mail", ""),
        ('@a "words" p. 3', "quote is the last", ""),
        ('@a "one" "two"', "quote is the last", ""),
        ('@a " "', "quote is the last", ""),
        ("@a “ ”", "quote is the last", ""),
        ('@a, quote one "two"', "not both", ""),
        ("@a, quote one, p. 3", "name of a quote", ""),
        ("@a, p. 3, quote one", "name of a quote", ""),
        ("@a, quote", "name of a quote", ""),
        ("@a--b", "needs braces", "@{a--b}"),
        ("@über", "needs braces", "[@{über}]"),
        ("@a+b", "needs braces", "@{a+b}"),
        ("@https://a.org/x/", "needs braces", "@{https://a.org/x/}"),
        ("@a: p. 3", "does not belong to it", "@a, p. 3"),
        ("@a)", "does not belong to it", "@a"),
        (r"@a\_b", "does not need a backslash", "@a_b"),
        (r"@a\+b", "needs braces", "@{a+b}"),
        ("@{a", "end with a brace", "@{a}"),
        ("@{a b}", "no white space", ""),
        ("@{}", "no white space", ""),
        ("see:@a", "space before its @", ""),
        ("see [x] @a", "square brackets", ""),
        ("@a; see:b", "no @", "@see:b"),
        ("@a, this;that", "needs a space after it", ""),
        ("see @b @a", "semicolon between", ""),
        ("no source: advice, see @a", "not both", ""),
        ("no sources", "no source", ""),
        ("no source advice", "no source", ""),
        ("No source: advice", "no source", ""),
        ("@a; no source: advice", "not both", ""),
        ("@doi:10.1/x(y), p. 3", "needs braces", "@{doi:10.1/x(y)}"),
        (r"@a\_b, p. 3", "does not need a backslash", "@a_b"),
        (r"\@a", "backslash before the @", "@a"),
        ("@https://a.org/x#y", "needs braces", "@{https://a.org/x#y}"),
        ("--@a", "space before its @", ""),
        ("_@a_", "has a character that needs braces", "[@{a_}]"),
        ("@a@b", "semicolon between", ""),
        ("@a[p. 3]", "square brackets", ""),
        ("@a；@b", "not the plain character", "@a; @b"),
        ("@a，p. 3", "not the plain character", "@a, p. 3"),
        ("@a, p. 3; p. 7", "is a place in a source", ""),
        ("@a; 7", "is a place in a source", ""),
        ("@a; smith-2020", "no @", "@smith-2020"),
        ("smith2020; @a", "no @", "@smith2020"),
        ("@a; 19790051", "no @", "@19790051"),
        ("@a; 2010 study", "no @", "@2010"),
        ("@a; and others", "no @", "@and"),
        ("@a; (others)", "no @", ""),
        ("contradict @a", 'did you mean "contradicts"?', "contradicts"),
        ("@a; Disputes @b", 'did you mean "contradicts"?', "contradicts"),
        ("partially, see @a", 'did you mean "partly"?', "partly"),
        ("suports @a", 'did you mean "supports"?', "supports"),
        ("contradicts what @a", "need a comma", "[contradicts, what @key]"),
        ("@a; contradicts", "no key after it", ""),
        ("@a; certainty: low", "no key after it", ""),
        ("@a, p. 3, partly", "belongs before the key", ""),
        ("@a, background", "belongs before the key", ""),
        ("certainty: lo, @a", "four levels", "[certainty: low, @key]"),
        ("certainty: Very-Low, @a", "four levels", "[certainty: very low, @key]"),
        ("certainty: low: @a", "four levels", "[certainty: low, @key]"),
        ("certainty low, @a", "four levels", "[certainty: low, @key]"),
        ("certainty: , @a", "four levels", ""),
        ("certainty: low to moderate, @a", "four levels", ""),
        ("GRADE: moderate, @a", "four levels", "[certainty: moderate, @key]"),
        ("@a; certainty: low, @b", "before the first source", ""),
        ("certainty: low", "needs the source that states it", ""),
    ],
)
def test_says_why_a_lookalike_is_none(content: str, why: str, instead: str) -> None:
    found = read_bracket(content, 1)
    assert isinstance(found, MalformedBracket)
    assert why in message(found.facts)
    assert instead in found.facts.instead if instead else not found.facts.instead


@pytest.mark.parametrize(
    ("content", "prefix", "suffix"),
    [
        ("see *Nature* @a", "see Nature", None),
        ("see R&amp;D @a, this &gt; that", "see R&D", "this > that"),
        ("@a, *this; that* and `more; of it`", None, "this; that and more; of it"),
        (r"see \[sic\] @a, this \* that", "see [sic]", "this * that"),
        ("see snake_case @a_b", "see snake_case", None),
        ("@a,\nthis\\\nthat", None, "this that"),
    ],
)
def test_words_around_a_key_are_plain(content: str, prefix: str | None, suffix: str | None) -> None:
    found = read_bracket(content, 1, parse_words)
    assert isinstance(found, Citation), found
    assert [(item.prefix, item.suffix) for item in found.items] == [(prefix, suffix)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("see [a page](https://example.org) @a", "a link in a citation would be lost"),
        ("see <https://example.org> @a", "a link in a citation would be lost"),
        ("see <b>this</b> @a", "HTML in a citation would be lost"),
        ("see ![x](y.svg) @a", "a picture in a citation would be lost"),
        ("see &#x202e; @a", "right-to-left override (U+202E) in a citation would be lost"),
        ("*see @a*", "a key cannot be inside bold or italic words or code"),
        ("see *this*@a", "a key needs a space before its @"),
        ("@a, *this", 'this citation has a "*" without its other half'),
        ("@a, `this", 'this citation has a "`" without its other half'),
        ("@a @*@*", "two sources in one citation need a semicolon"),
        ("@a *@*", "two sources in one citation need a semicolon"),
        ("see @*@* @a", "two sources in one citation need a semicolon"),
        ("@a *" + "x" * 3000 + "*", "a citation may have at most 2,000 letters"),
    ],
)
def test_markdown_that_a_citation_cannot_hold(content: str, why: str) -> None:
    found = read_bracket(content, 1, parse_words)
    assert isinstance(found, MalformedBracket)
    assert message(found.facts).startswith(why)


@pytest.mark.parametrize("content", ["see below", "1, 2", "@", "@ 5", "x", "note", "95% CI 2 @ 3"])
def test_leaves_other_brackets_alone(content: str) -> None:
    assert read_bracket(content, 1) is None


def test_waiver_keeps_its_note() -> None:
    assert read_bracket("no source: advice, agreed\n with the editor", 1) == Waiver(
        span=Span(0, 44), kind="advice", note="agreed with the editor"
    )

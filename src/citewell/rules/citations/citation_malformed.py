"""Something looks like a citation, or like a reason for having none, but is neither.

It would be shown as text, and the statement would have no source although its editor meant to give one.

Fix it as the hint says. A key has letters, digits and `_ - : . /`; any other key needs braces, `@{…}`. A semicolon
separates two sources, and each has its `@`. To show brackets with a word in them, write a backslash before them.

Wrong:

```markdown
Most lumps are not cancer. [@example-page; example-review]
```

Right:

```markdown
Most lumps are not cancer. [@example-page; @example-review]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import BARE_KEY, as_cited, find_reference
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Fix
from citewell.model.article import Article
from citewell.model.claims import Status
from citewell.model.problems import AnyProblem, Problem
from citewell.model.references import Bibliography
from citewell.model.source_location import SourceText, Span
from citewell.model.text_problems import CitationError, MalformedCitation
from citewell.rules.poison import Matter, Premise
from citewell.rules.problem_rule import ProblemContext, words_problems
from citewell.rules.rule import Finding, article_rule, fixable, listed
from citewell.rules.security.character_names import describe_character

_SHAPE: Final = "write it as [@key], [@one; @two, p. 3] or [no source: advice]"
_E = CitationError
_LOST: Final = "in a citation would be lost: a citation may hold only plain words"
_QUOTE: Final = 'write it as [@key, p. 3 "the words"]'
_OUTSIDE: Final = "put it outside the brackets, or leave it out"
_BRACKETS: Final = "write it as [@key]; to show the brackets, write a backslash before them"
#: What went wrong, and a hint; without one, what to write instead is the hint, or else the shape of a citation.
_WORDS: Final[dict[CitationError, tuple[str, str]]] = {
    _E.TOO_LONG: ("a citation may have at most {most:,} letters", ""),
    _E.LINK_INSIDE: (f"a link {_LOST}", _OUTSIDE),
    _E.PICTURE_INSIDE: (f"a picture {_LOST}", _OUTSIDE),
    _E.HTML_INSIDE: (f"HTML {_LOST}", _OUTSIDE),
    _E.CHARACTER_INSIDE: (f"{{character}} {_LOST}", _OUTSIDE),
    _E.BRACKETS_INSIDE: (
        "a citation cannot hold square brackets",
        "use round ones inside, or close the bracket before them",
    ),
    _E.NO_SPACE_AFTER_SEMICOLON: (
        "a semicolon separates two sources and needs a space after it",
        "write [@one; @two]; put a key that has a semicolon in braces, @{{…}}",
    ),
    _E.NO_SEMICOLON: (
        "two sources in one citation need a semicolon between them",
        "put one between them: [@one; @two]",
    ),
    _E.NOTHING_BESIDE_SEMICOLON: (
        "a semicolon has no source before or after it",
        "delete it, or write a second source after it: [@one; @two]",
    ),
    _E.WAIVER_MALFORMED: ("this looks like a reason for having no source, but is not written as one", ""),
    _E.SOURCE_AND_WAIVER: (
        "a statement has either a source or a reason for having none, not both",
        "keep one of the two",
    ),
    _E.QUOTE_MISPLACED: (
        "a pinned quote is the last part of its item, once, between a pair of quotation marks",
        _QUOTE,
    ),
    _E.QUOTE_TWICE: ("a citation pins a quote either by its name or by its words, not both", "keep one of the two"),
    _E.QUOTE_NAME_NOT_ALONE: (
        "the name of a quote must be alone after the key",
        "write it as [@key, quote NAME]",
    ),
    _E.HALF_OF_A_PAIR: (
        'this citation has a "{found}" without its other half',
        "delete it, or write a backslash before it to show the character itself",
    ),
    _E.WIDE_PUNCTUATION: ('"{found}" is not the plain character "{plain}"', ""),
    _E.COMMA_WITHOUT_SPACE: ("a comma after a key needs a space, and one inside a key needs braces", ""),
    _E.FOREIGN_CHARACTER: ("this key has a character that does not belong to it", ""),
    _E.BACKSLASH_IN_KEY: ("a key does not need a backslash", ""),
    _E.NEEDS_BRACES: ("this key has a character that needs braces", ""),
    _E.UNFINISHED_BRACES: (
        "a key in braces must end with a brace and hold no white space or other brace",
        "",
    ),
    _E.BACKSLASH_BEFORE_AT: ("there is a backslash before the @ of a key", ""),
    _E.SPACE_AFTER_AT: ("there is a space between the @ and the key", ""),
    _E.NO_SPACE_BEFORE_AT: ("a key needs a space before its @", "put one there: [see @key]"),
    _E.NO_AT: ('"{found}" between the brackets has no @ before it', ""),
    _E.NO_AT_AFTER_SENTENCE: (
        "this looks like a citation without its @, and would be shown as text",
        _BRACKETS,
    ),
    _E.LOCATOR_WITHOUT_KEY: (
        '"{found}" is a place in a source, but there is no key before it',
        "put all places after the key: [@key, p. 3, 7]",
    ),
    _E.EMAIL_ADDRESS: (
        "this looks like a citation; an e-mail address needs no brackets around it",
        "delete the brackets",
    ),
    _E.KEY_IN_STRESS: ("a key cannot be inside bold or italic words or code", "delete the characters around it"),
    _E.ODD_KEY: ("this looks like a citation, but its key has a character that needs braces", ""),
    _E.UNKNOWN_INTENT: (
        '"{found}" does not say how a source relates to the sentence; did you mean "{instead}"?',
        "write [{instead} @key]; for words that readers see, begin with others, such as [see @key]",
    ),
    _E.WORDS_AFTER_INTENT: (
        '"{found}" says how the source relates to the sentence, so other words need a comma before them',
        "",
    ),
    _E.INTENT_WITHOUT_KEY: (
        '"{found}" belongs to a source, but there is no key after it',
        "write it before the key of its source: [contradicts @key], [certainty: low, @key]",
    ),
    _E.INTENT_AFTER_KEY: (
        '"{found}" says how the source relates to the sentence, so it belongs before the key',
        "write [{found} @key]",
    ),
    _E.UNKNOWN_CERTAINTY: (
        '"{found}" is not one of the four levels of certainty',
        "write high, moderate, low or very low: [certainty: low, @key]",
    ),
    _E.MISSPELT_CERTAINTY: ('"{found}" is not one of the four levels of certainty', ""),
    _E.CERTAINTY_NOT_FIRST: (
        "the certainty belongs to the whole sentence, so it comes before the first source",
        "write it once: [certainty: low, @one; @two]",
    ),
    _E.CERTAINTY_WITHOUT_SOURCE: (
        "a certainty needs the source that states it",
        "write [certainty: low, @key]",
    ),
}
# Characters that word processors put in place of the hyphen of a key.
_HYPHENS: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00ad": "", "\u200b": ""}
)
#: Characters that end a key only by mistake, or end the item it is in.
_CLOSING: Final = ",.:;-/"
_BRACES: Final = str.maketrans("", "", "@{}")
_ESCAPE: Final = re.compile(r"\\([_.:/-])")  # of characters that a key may hold
_IN_BRACKETS: Final = re.compile(r"(?<![\\!`])\[([^\W\d_][\w.:/-]*[^\W_])\]")
_IN_SINGLE_MARKS: Final = re.compile(r"['‘‚‹](?=\S).+['’‘›]")
_LONGEST_KEY: Final = 100  # characters of one that reference managers make
_FAR: Final = 300  # characters that a bracket may have before a key
_IN_WORDS: Final = re.compile(rf"(?<![\w@\\`/.{{-])@(?:\{{([^\s{{}}]+)\}}|({BARE_KEY}))")
_NAME_AND_YEAR: Final = re.compile(r"(?=[\w:.-]*[a-z])[^\W\d_][\w:.-]*?(?:19|20)\d\d(?:[a-z]\b|\b|_)[\w:.-]*")
_KEY: Final = re.compile(r"@(?:\{([^\s{}]+)\}|([^\s{},;]+))")


def _word(problem: Problem[MalformedCitation], context: ProblemContext) -> Finding:
    """What went wrong, and the right spelling where it is known."""
    facts = problem.facts
    suggested = _KEY.fullmatch(facts.instead)
    typed = (suggested[1] or suggested[2]).rstrip(_CLOSING) if suggested else ""
    key = _find_key(typed, context.bibliography)
    if not key:
        return Finding(problem.location, _describe(facts), _suggest(problem, context))
    message = _describe(facts if key == typed else replace(facts, error=CitationError.FOREIGN_CHARACTER))
    fix = _make_fix(context.source, problem, typed, key) if context.source else None
    return Finding(problem.location, message, f"write {as_cited(key)}", fix)


def _describe(facts: MalformedCitation) -> str:
    character = describe_character(facts.character) if facts.error is CitationError.CHARACTER_INSIDE else ""
    return _WORDS[facts.error][0].format(
        found=facts.found, instead=facts.instead, plain=facts.character, character=character, most=facts.most
    )


def _suggest(problem: Problem[MalformedCitation], context: ProblemContext) -> str:
    facts = problem.facts
    if facts.error is CitationError.WAIVER_MALFORMED and context.source:
        return _list_waivers(context.source, problem, tuple(context.settings.waiver_kinds))
    hint = _WORDS[facts.error][1].format(found=facts.found, instead=facts.instead)
    return hint or (f"write {facts.instead}" if facts.instead else _SHAPE)


@fixable
@words_problems(MalformedCitation, word=_word)
@article_rule("CIT011")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Keys without brackets or their @, and words that look pinned, in sentences that have a source already."""
    article = numbered.article
    yield from _find_keys_without_at(article, context.bibliography)
    yield from _find_keys_without_brackets(article, context.bibliography)
    yield from _find_words_in_single_marks(article)


def _find_words_in_single_marks(article: Article) -> Iterator[Finding]:
    """Words that look pinned and would be shown to readers as a remark on the source."""
    for item in (item for claim in article.claims for item in claim.citations):
        if item.suffix and not item.quote and _IN_SINGLE_MARKS.fullmatch(item.suffix):
            hint = 'write [@key, p. 3 "the words"]; to show a remark, delete the marks'
            yield Finding(article.locate(item.span), "only double quotation marks pin a quote", hint)


def _find_keys_without_at(article: Article, bibliography: Bibliography) -> Iterator[Finding]:
    """Keys in brackets in the middle of a sentence that already has a source or a reason."""
    for claim in article.claims:
        if "[" not in claim.text or claim.status is Status.UNCITED:
            continue
        for bare in _IN_BRACKETS.finditer(article.source.text, *claim.span):
            place = article.locate(Span(*bare.span(1)))
            if bare[1] in bibliography.references and bare[0] in claim.text:
                key = as_cited(bare[1])
                message = _WORDS[CitationError.NO_AT_AFTER_SENTENCE][0]
                fix = Fix(f"write {key}", place, key)
                yield Finding(place, message, f"write {key}", fix, premises=(Premise(Matter.MARKS, place),))


def _find_keys_without_brackets(article: Article, bibliography: Bibliography) -> Iterator[Finding]:
    """Keys in the words of a sentence that already has a source or a reason: "as @smith-2020 showed".

    A key that no reference has counts if it is a name and a year, like keys of reference managers.
    """
    for claim in article.claims:
        if "@" not in claim.text or claim.status is Status.UNCITED:  # which is reported as that, with the key
            continue
        text = article.source.text
        for bare in _IN_WORDS.finditer(text, *claim.span):
            key, before = bare[1] or bare[2], text[max(claim.span.start, bare.start() - _FAR) : bare.start()]
            is_in_brackets = before.rfind("[") > before.rfind("]")  # which the reader has looked at
            is_key = key in bibliography.references or _NAME_AND_YEAR.fullmatch(key[:_LONGEST_KEY]) is not None
            if is_key and bare[0] in claim.text and not is_in_brackets:
                hint = f"write [{as_cited(key)}] after the sentence; to show the @, write a backslash before it"
                yield Finding(article.locate(Span(*bare.span())), "this key has no brackets around it", hint)


def _find_key(typed: str, bibliography: Bibliography) -> str:
    """What was typed, if it is the key of a reference; else the same with plain hyphens, if that is one; else ""."""
    if find_reference(typed, bibliography):
        return typed
    plain = typed.translate(_HYPHENS)
    return plain if plain in bibliography.references else ""


def _make_fix(source: SourceText, problem: AnyProblem, typed: str, key: str) -> Fix | None:
    """The key as it has to be written, in place of what was typed; ``None`` if there is more than that."""
    text = source.text
    begin, end = source.span(problem.location)
    begin += text.startswith("-", begin)  # which leaves out the author
    before, _, after = _ESCAPE.sub(r"\1", text[begin:end]).translate(_BRACES).partition(typed)
    if before or after.strip(_CLOSING):
        return None
    return Fix(f"write {as_cited(key)}", source.locate(Span(begin, end)), as_cited(key))


def _list_waivers(source: SourceText, problem: AnyProblem, kinds: tuple[str, ...]) -> str:
    """The waiver as it should be: with the reason that it already has, else with each of the site's."""
    begin = source.span(problem.location).start
    written = source.text[begin : source.text.find("]", begin)]
    meant = [kind for kind in kinds if kind in written] or kinds or ("KIND",)
    return "write " + listed([f"[no source: {kind}]" for kind in meant], " or ")

"""Something looks like a citation, or like a reason for having none, and is neither.

It would be shown as text, and the statement would have no source although its editor meant to give one.

Fix it as the hint says. A key has letters, digits and `_ - : . /`; any other key stands in braces, `@{…}`. A
semicolon parts two sources, and each has its `@`. To show brackets with a word in them, write a backslash before them.

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
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.citations.resolve import BARE_KEY, as_cited, resolve
from citewell.diagnostics import Fix
from citewell.model.article import Article
from citewell.model.claims import Status
from citewell.model.problems import Problem
from citewell.model.references import Bibliography
from citewell.model.source_location import Span
from citewell.rules.rule import Context, Finding, article_rule, fixable, listed, words_flaws
from citewell.source.citation_errors import NO_SIGN

_SHAPE: Final = "write it as [@key], [@one; @two, p. 3] or [no source: advice]"
_WAYS: Final = (
    ("semicolon between", "put one between them: [@one; @two]"),
    ("semicolon with nothing", "delete it, or write a second source after it: [@one; @two]"),
    ("e-mail", "take the brackets away"),
    ("would be lost", "put it outside the brackets, or leave it out"),
    ("no square brackets", "use round ones inside, or close the bracket before them"),
    ("stressed words", "take the signs around it away"),
    ("space before its @", "put one there: [see @key]"),
    ("without its other half", "delete it, or write a backslash before it to show the sign itself"),
    ("a space behind it", "put one there: [@one; @two]; a key with a semicolon stands in braces, @{…}"),
    ("not both", "keep one of the two"),
    ("without the key", "put all places after the key: [@key, p. 3, 7]"),
    ("without its @", "write it as [@key]; to show the brackets, write a backslash before them"),
    ("name of a quote", "write it as [@key, quote NAME]"),
    ("pinned quote", 'write it as [@key, p. 3 "the words"]'),
)
# Signs that word processors put in place of the hyphen of a key.
_HYPHENS: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00ad": "", "\u200b": ""}
)
#: Signs that end a key only by mistake, or end the item it stands in.
_CLOSING: Final = ",.:;-/"
_BRACES: Final = str.maketrans("", "", "@{}")
_ESCAPE: Final = re.compile(r"\\([_.:/-])")  # of signs that a key may hold
_IN_BRACKETS: Final = re.compile(r"(?<![\\!`])\[([^\W\d_][\w.:/-]*[^\W_])\]")
_IN_SINGLE_MARKS: Final = re.compile(r"['‘‚‹](?=\S).+['’‘›]")
_LONGEST_KEY: Final = 100  # characters of one that reference managers make
_FAR: Final = 300  # characters that a bracket may have before a key
_IN_WORDS: Final = re.compile(rf"(?<![\w@\\`/.{{-])@(?:\{{([^\s{{}}]+)\}}|({BARE_KEY}))")
_NAME_AND_YEAR: Final = re.compile(r"(?=[\w:.-]*[a-z])[^\W\d_][\w:.-]*?(?:19|20)\d\d(?:[a-z]\b|\b|_)[\w:.-]*")
_KEY: Final = re.compile(r"@(?:\{([^\s{}]+)\}|([^\s{},;]+))")


@fixable
@words_flaws("citation-malformed")
@article_rule("CIT011")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """The reader's reason, and the right spelling where it is known."""
    article = numbered.article
    for flaw in article.flaws:
        if flaw.kind != "citation-malformed":
            continue
        suggested = _KEY.fullmatch(flaw.suggestion)
        typed = (suggested[1] or suggested[2]).rstrip(_CLOSING) if suggested else ""
        key = _meant(typed, context.site.bibliography)
        if key:
            why = flaw.detail if key == typed else "this key has a sign that is not its own"
            yield Finding(flaw.location, why, f"write {as_cited(key)}", _as_meant(article, flaw, typed, key))
        else:
            way = next((way for words, way in _WAYS if words in flaw.detail), "")
            if "[no source" in flaw.suggestion:
                way = _reasons(article, flaw, tuple(context.site.settings.waiver_kinds))
            way = way or (f"write {flaw.suggestion}" if flaw.suggestion else _SHAPE)
            yield Finding(flaw.location, flaw.detail, way)
    yield from _keys_without_sign(article, context.site.bibliography)
    yield from _keys_without_brackets(article, context.site.bibliography)
    yield from _words_in_single_marks(article)


def _words_in_single_marks(article: Article) -> Iterator[Finding]:
    """Words that look pinned and would be shown to readers as a remark on the source."""
    for item in (item for claim in article.claims for item in claim.citations):
        if item.suffix and not item.quote and _IN_SINGLE_MARKS.fullmatch(item.suffix):
            way = 'write [@key, p. 3 "the words"]; to show a remark, take the marks away'
            yield Finding(article.locate(item.span), "only double quotation marks pin words", way)


def _keys_without_sign(article: Article, bibliography: Bibliography) -> Iterator[Finding]:
    """Keys that stand in brackets in the midst of a sentence which has a source or a reason already."""
    told = {flaw.location for flaw in article.flaws}
    for claim in article.claims:
        if "[" not in claim.text or claim.status is Status.UNCITED:
            continue
        for bare in _IN_BRACKETS.finditer(article.source.text, *claim.span):
            place = article.locate(Span(*bare.span(1)))
            if bare[1] in bibliography.references and bare[0] in claim.text and place not in told:
                key = as_cited(bare[1])
                yield Finding(place, NO_SIGN, f"write {key}", Fix(f"write {key}", place, key))


def _keys_without_brackets(article: Article, bibliography: Bibliography) -> Iterator[Finding]:
    """Keys in the words of a sentence that has a source or a reason already: "as @smith-2020 showed".

    One that no reference has counts where it is a name and a year, as keys of reference managers are.
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


def _meant(typed: str, bibliography: Bibliography) -> str:
    """What was typed, if it is the key of a reference; else what it is with a plain hyphen, if that is one."""
    if resolve(typed, bibliography):
        return typed
    plain = typed.translate(_HYPHENS)
    return plain if plain in bibliography.references else ""


def _as_meant(article: Article, flaw: Problem, typed: str, key: str) -> Fix | None:
    """The key as it has to be written, in place of what was typed; none where more than that stands there."""
    text = article.source.text
    begin, end = article.source.span(flaw.location)
    begin += text.startswith("-", begin)  # which leaves out the author
    before, _, after = _ESCAPE.sub(r"\1", text[begin:end]).translate(_BRACES).partition(typed)
    if before or after.strip(_CLOSING):
        return None
    return Fix(f"write {as_cited(key)}", article.locate(Span(begin, end)), as_cited(key))


def _reasons(article: Article, flaw: Problem, kinds: tuple[str, ...]) -> str:
    """The note as it should be: with the reason that stands in it already, else with each of the site's."""
    begin = article.source.span(flaw.location).start
    written = article.source.text[begin : article.source.text.find("]", begin)]
    meant = [kind for kind in kinds if kind in written] or kinds or ("KIND",)
    return "write " + listed([f"[no source: {kind}]" for kind in meant], " or ")

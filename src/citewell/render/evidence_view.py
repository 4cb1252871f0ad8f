"""The switch that shows how each statement is supported, with its legend, and the panel with the evidence for one.

Their script is in ``citewell.js``. The panel is a template here, once a page: the script fills it with what the list of
sources says of each source, so that this is in the page once for each source and not for each use of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.claims import Claim, Status
from citewell.model.site import Settings
from citewell.render.annotations import SUPPORTS, support_of
from citewell.render.layout import stacked
from citewell.render.verifiers import NOBODY, Verifiers

_SWITCH: Final = "evidence"
#: What the panel says of a source, by the class names of its parts; the script leaves out what is not known.
_FACTS: Final = ("kind", "year", "people", "quote", "check")


def evidence_view(
    numbered: NumberedArticle, settings: Settings, words: Words, verifiers: Verifiers = NOBODY
) -> Markup | None:
    """The switch and its legend, which names only what occurs in the article; ``None`` when no claim has a source.

    The first words of each line are also read out after a claim of that kind. They alone are
    always shown; what they mean is shown where there is room for it, or when the reader uses the switch.
    ``data-verified`` of a claim is the place of who compared it with its sources, in the names of ``verifiers``.
    """
    rows = list(_rows(numbered, settings, words, verifiers))
    if not numbered.entries or not rows:
        return None
    switch = element("input", type="checkbox", role="switch", id=_SWITCH, autocomplete="off")
    label = element("label", stacked(switch, element("span", words("evidence_view.show"))))
    legend = stacked(
        element("p", words("evidence_view.legend")),
        element("ul", stacked(*rows)),
        element("p", words("evidence_view.choose")),
    )
    panel = element("template", _panel(words, verifiers.names))
    return element("div", stacked(label, element("div", legend, class_="legend"), panel), class_="evidence-view")


def _panel(words: Words, verifiers: Sequence[str]) -> Markup:
    """The empty panel: how a statement is supported, what is known of each source, and who compared them."""
    title = element("p", words("evidence_view.title", words="{words}"), class_="title")
    close = element("button", words("evidence_view.close"), type="button")
    facts = (
        element("div", element("dt", words(f"evidence_view.{name}")), element("dd", class_=name)) for name in _FACTS
    )
    source = element(
        "div",
        stacked(
            element("p", element("a"), class_="source"),
            element("dl", stacked(*facts)),
            element("p", words("evidence_view.no_quote"), class_="no-quote"),
        ),
        class_="one",
    )
    # Nobody comes first: a claim without a place in the list was compared by nobody.
    names = (element("span", name) for name in (words("evidence_view.nobody"), *verifiers))
    verified = element("p", words("evidence_view.verified"), " ", *names, class_="verified")
    return element("section", stacked(title, close, element("p", class_="how"), source, verified), class_="proof")


def _rows(numbered: NumberedArticle, settings: Settings, words: Words, verifiers: Verifiers) -> Iterator[Markup]:
    claims = numbered.article.claims
    occurring = {support_of(claim, verifiers) for claim in claims}
    for support in SUPPORTS:
        if support in occurring:
            name = element("b", words(f"evidence_view.{support}"), class_=f"claim {support}")
            means = words(f"evidence_view.{support}_means", reasons=_reasons(claims, settings))
            yield element("li", name, element("span", f": {means}"))


def _reasons(claims: Iterable[Claim], settings: Settings) -> str:
    """Why statements of an article need no source, in the words of ``site.yml``."""
    kinds = dict.fromkeys(waiver.kind for claim in claims if claim.status is Status.WAIVED for waiver in claim.waivers)
    return "; ".join(settings.waiver_kinds[kind].label for kind in kinds if kind in settings.waiver_kinds)

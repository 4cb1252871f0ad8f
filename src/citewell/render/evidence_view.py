"""The switch that shows how each statement is supported, with its legend. Its script is in ``citewell.js``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.claims import Claim, Status
from citewell.model.site import Settings
from citewell.render.annotations import SUPPORTS, support_of
from citewell.render.layout import stacked

_SWITCH: Final = "evidence"


def evidence_view(numbered: NumberedArticle, settings: Settings, words: Words) -> Markup | None:
    """The switch and its legend, which names only what occurs in the article; ``None`` when no claim has a source.

    The first words of each line are also read out after a claim of that kind. They alone are
    always shown; what they mean is shown where there is room for it, or when the reader uses the switch.
    """
    rows = list(_rows(numbered, settings, words))
    if not numbered.entries or not rows:
        return None
    switch = element("input", type="checkbox", role="switch", id=_SWITCH, autocomplete="off")
    label = element("label", stacked(switch, element("span", words("evidence_view.show"))))
    legend = stacked(element("p", words("evidence_view.legend")), element("ul", stacked(*rows)))
    return element("div", stacked(label, element("div", legend, class_="legend")), class_="evidence-view")


def _rows(numbered: NumberedArticle, settings: Settings, words: Words) -> Iterator[Markup]:
    claims = numbered.article.claims
    occurring = {support_of(claim) for claim in claims}
    for support in SUPPORTS:
        if support in occurring:
            name = element("b", words(f"evidence_view.{support}"), class_=f"claim {support}")
            means = words(f"evidence_view.{support}_means", reasons=_reasons(claims, settings))
            yield element("li", name, element("span", f": {means}"))


def _reasons(claims: Iterable[Claim], settings: Settings) -> str:
    """Why statements of an article need no source, in the words of ``site.yml``."""
    kinds = dict.fromkeys(waiver.kind for claim in claims if claim.status is Status.WAIVED for waiver in claim.waivers)
    return "; ".join(settings.waiver_kinds[kind].label for kind in kinds if kind in settings.waiver_kinds)

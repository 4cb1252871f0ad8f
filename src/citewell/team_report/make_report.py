"""Put the parts of a report together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from citewell.article_context import ContextBuilder
from citewell.diagnostics import Diagnostic
from citewell.model.article import PublicationStatus
from citewell.model.claims import Status
from citewell.model.criteria import CriteriaFile
from citewell.model.facts import Card, SiteFacts
from citewell.model.site import Settings
from citewell.team_report.article_figures import ArticleFigures
from citewell.team_report.figures import (
    VERSION,
    Count,
    Coverage,
    DocumentFigures,
    SingleSource,
    SupportLevels,
    TeamReport,
    Totals,
    Trend,
)
from citewell.team_report.judge import judge_criteria
from citewell.team_report.material import Material
from citewell.team_report.references import (
    count_ages,
    count_kinds,
    count_uses,
    list_unread,
    list_unused,
    share_out_publishers,
    sum_look_ups,
)
from citewell.team_report.reviews import sum_up_reviews, sum_up_verdicts

#: Blocks in which a claim weighs most, the heaviest first.
_HEAVY_BLOCKS = ("emergency", "urgent", "takeaway", "key-takeaways", "non-urgent", "risk", "comparison")


def make_team_report(
    facts: SiteFacts,
    inputs: ContextBuilder,
    figures: Mapping[str, ArticleFigures],
    findings: tuple[Diagnostic, ...],
    trend: Trend,
    criteria: Mapping[str, CriteriaFile],
) -> TeamReport:
    """The report of a site.

    ``figures`` are those of each document, by its path; ``findings`` those of a check; ``criteria`` are files of
    criteria by the name under which somebody asked for them.
    """
    cards = [card for card in facts.documents if card.status is not PublicationStatus.WITHDRAWN]
    documents = tuple(_describe_document(card, figures[card.path]) for card in cards)
    references, uses = facts.site.bibliography.references, count_uses(cards)
    reviews = sum_up_reviews(review for card in cards if (review := figures[card.path].review))
    material = Material(facts, inputs, documents, reviews.articles, findings)
    return TeamReport(
        version=VERSION,
        site=facts.site.settings.name,
        day=inputs.today,
        totals=_sum_up(facts, documents),
        documents=documents,
        waivers=_count_waivers(cards, facts.site.settings),
        verdicts=sum_up_verdicts(figures[card.path].verdicts for card in cards),
        look_ups=sum_look_ups(references, inputs, cards),
        kinds=count_kinds(references, uses),
        ages=count_ages(references, inputs.today),
        publishers=share_out_publishers(references, uses),
        reviews=reviews,
        single_source=_sort_by_weight(figures[card.path] for card in cards),
        unused=tuple(list_unused(references, uses)),
        unread=tuple(list_unread(references, inputs.known)),
        trend=trend,
        criteria=tuple(judge_criteria(name, file, material) for name, file in criteria.items()),
    )


def _describe_document(card: Card, figures: ArticleFigures) -> DocumentFigures:
    cited, waived, uncited = (card.statuses.get(each, 0) for each in (Status.CITED, Status.WAIVED, Status.UNCITED))
    return DocumentFigures(
        slug=card.slug,
        title=card.title,
        kind=card.kind,
        status=card.status,
        path=card.path,
        coverage=Coverage(cited + waived + uncited, cited, waived, uncited),
        waivers=tuple(Count(kind, kind, number) for kind, number in sorted(card.waived.items())),
        support=figures.support,
        single_source=figures.single_sources,
        reading_grade=figures.reading_grade,
    )


def _sum_up(facts: SiteFacts, documents: Sequence[DocumentFigures]) -> Totals:
    states = Counter(card.status for card in facts.articles.values())
    return Totals(
        published_articles=states[PublicationStatus.PUBLISHED],
        draft_articles=states[PublicationStatus.DRAFT],
        withdrawn_articles=states[PublicationStatus.WITHDRAWN],
        pages=len(facts.pages),
        coverage=sum((each.coverage for each in documents), Coverage()),
        support=sum((each.support for each in documents), SupportLevels()),
        references=len(facts.site.bibliography.references),
    )


def _count_waivers(cards: Iterable[Card], settings: Settings) -> tuple[Count, ...]:
    """How often each reason is given, the most frequent first; one that nobody gives counts too."""
    counts = Counter(dict.fromkeys(settings.waiver_kinds, 0))
    for card in cards:
        counts.update(card.waived)
    labels = {kind: each.label for kind, each in settings.waiver_kinds.items()}
    return tuple(Count(kind, labels.get(kind, kind), number) for kind, number in counts.most_common())


def _sort_by_weight(figures: Iterable[ArticleFigures]) -> tuple[SingleSource, ...]:
    """The claims that rest on one source, those first on which most depends."""
    found = [each for own in figures for each in own.single_source.unpack()]
    weights = {block: weight for weight, block in enumerate(_HEAVY_BLOCKS)}
    return tuple(sorted(found, key=lambda each: weights.get(each.block, len(weights))))

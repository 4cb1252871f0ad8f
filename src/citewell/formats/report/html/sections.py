"""The sections of the report, in the order of the page: each says in words what its figures show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.formats.report.html.parts import (
    NumberTable,
    ReportSection,
    make_count_figure,
    make_figure,
    make_list,
    make_table,
    paragraph,
)
from citewell.formats.report.html.plots import PlotBars, PlotLines
from citewell.formats.terminal_text import count_noun
from citewell.markup import Markup, element, join
from citewell.messages.days import day
from citewell.model.article import PublicationStatus
from citewell.model.reviews import ReviewStage
from citewell.team_report.figures import (
    ArticleReview,
    DocumentFigures,
    Place,
    ReferenceFigures,
    SingleSource,
    TeamReport,
)

#: How many bars a plot has at most; the table below it has all rows.
_MOST_BARS: Final = 15
#: How many entries a list on the page has at most; the JSON form of the report has all.
_MOST_LINES: Final = 1_000
_AND_MORE: Final = 'more, which "citewell report --format json" lists'


def list_report_sections(report: TeamReport) -> Iterator[ReportSection]:
    """All sections but those of criteria."""
    yield ReportSection("glance", "At a glance", (_sum_up(report),))
    yield ReportSection("coverage", "Which claims have a source", tuple(_show_coverage(report)))
    yield ReportSection("waivers", "Claims without a source, and why", tuple(_show_waivers(report)))
    yield ReportSection("support", "Does the source say so?", tuple(_show_support(report)))
    yield ReportSection("look-ups", "Sources checked online", tuple(_show_look_ups(report)))
    yield ReportSection("works", "Kinds and ages of sources", tuple(_show_works(report)))
    yield ReportSection("publishers", "Who published the sources", tuple(_show_publishers(report)))
    yield ReportSection("reviews", "Reviews", tuple(_show_reviews(report)))
    yield ReportSection("single-source", "Claims that rest on one source", tuple(_show_single_sources(report)))
    yield ReportSection("unused", "Sources that need a look", tuple(_show_unused(report)))
    yield ReportSection("trend", "Month by month", tuple(_show_trend(report)))


def _sum_up(report: TeamReport) -> Markup:
    totals, coverage = report.totals, report.totals.coverage
    verified = totals.support.person + totals.support.quoted
    overdue = sum(_is_overdue(each) for each in report.reviews.articles)
    lapsed = sum(bool(each.lapsed) for each in report.reviews.articles)
    reviewed = sum(each.state in (ReviewStage.VALID, ReviewStage.OVERDUE) for each in report.reviews.articles)
    rows = (
        ("Published articles", f"{totals.published_articles:,}"),
        ("Drafts", f"{totals.draft_articles:,}"),
        ("Withdrawn articles", f"{totals.withdrawn_articles:,}"),
        ("Claims with a source", _share_of(coverage.cited, coverage.claims)),
        ("Claims with neither source nor reason", f"{coverage.uncited:,}"),
        ("Cited claims with words of the source, or verified by a person", _share_of(verified, coverage.cited)),
        ("Published articles with a valid review", _share_of(reviewed, totals.published_articles)),
        ("Articles with a lapsed section", f"{lapsed:,}"),
        ("Articles whose review is overdue", f"{overdue:,}"),
        ("Claims that rest on one source", _share_of(len(report.single_source), coverage.cited)),
        ("Sources", f"{totals.references:,}"),
    )
    return element("dl", join([element("div", element("dt", head), element("dd", number)) for head, number in rows]))


def _show_coverage(report: TeamReport) -> Iterator[Markup]:
    coverage = report.totals.coverage
    if not coverage.claims:
        yield paragraph("There are no claims yet.")
        return
    yield paragraph(
        f"Of {count_noun(coverage.claims, 'claim')}, {coverage.cited:,} have a source, {coverage.waived:,} say "
        f"why they need none, and {coverage.uncited:,} have neither. Withdrawn articles are not counted."
    )
    rows = sorted(report.documents, key=lambda each: (-each.coverage.uncited, _cited_share(each), each.title))
    shown = [each for each in rows if each.coverage.claims][:_MOST_BARS]
    heads = ("With a source", "With a reason", "With neither")
    bars = tuple((_name(each), (each.coverage.cited, each.coverage.waived, each.coverage.uncited)) for each in shown)
    if len(shown) < len(rows):
        yield paragraph(f"The plot shows the {len(shown):,} with the least support; the table has all {len(rows):,}.")
    cells = tuple(
        (_name(each), each.coverage.claims, each.coverage.cited, each.coverage.waived, each.coverage.uncited)
        for each in rows
    )
    table = NumberTable("Claims of each article and page", ("Article or page", "Claims", *heads), cells)
    says = f"{coverage.cited:,} of {coverage.claims:,} claims have a source; {coverage.uncited:,} have neither."
    yield make_figure("figure-coverage", says, PlotBars(heads, bars), table)


def _show_waivers(report: TeamReport) -> Iterator[Markup]:
    if not report.waivers:
        yield paragraph("site.yml names no reason for which a claim may have no source.")
        return
    yield make_count_figure("figure-waivers", "Reasons that claims give", "Reason", "Claims", report.waivers)


def _show_support(report: TeamReport) -> Iterator[Markup]:
    support = report.totals.support
    rows = (
        ("Verified by a person", support.person),
        ("Words of the source quoted", support.quoted),
        ("Judged by a program only", support.program),
        ("Not verified", support.unchecked),
    )
    if not any(number for _, number in rows):
        yield paragraph("There are no cited claims yet.")
        return
    yield paragraph(
        "How far somebody has checked that the source says so. Each cited claim counts once, at the highest of these "
        "levels that it has. The verdict of a program never replaces a person's."
    )
    plot = PlotBars(("Cited claims",), tuple((label, (number,)) for label, number in rows))
    says = "; ".join(f"{label}: {number:,}" for label, number in rows)
    yield make_figure("figure-support", says, plot, NumberTable("Cited claims", ("Level", "Cited claims"), rows))
    if any(each.people or each.programs for each in report.verdicts):
        yield _show_verdicts(report)
    heads = ("Article or page", *(label for label, _ in rows), "On one source", "School grade")
    cells = tuple(
        (
            _name(each),
            each.support.person,
            each.support.quoted,
            each.support.program,
            each.support.unchecked,
            each.single_source,
            each.reading_grade,
        )
        for each in report.documents
    )
    whole = make_table(NumberTable("Support in each article and page", heads, cells))
    yield element("details", element("summary", "Each article and page"), whole)


def _show_verdicts(report: TeamReport) -> Markup:
    """What people and programs recorded about single claims."""
    rows = tuple((each.label, each.people, each.programs) for each in report.verdicts)
    heads = ("By people", "By programs")
    plot = PlotBars(heads, tuple((label, (people, programs)) for label, people, programs in rows))
    says = "; ".join(f"{label}: {people:,} by people, {programs:,} by programs" for label, people, programs in rows)
    caption = "Verdicts on claims as they are now"
    return make_figure("figure-claims", says, plot, NumberTable(caption, ("Verdict", *heads), rows))


def _show_look_ups(report: TeamReport) -> Iterator[Markup]:
    found = report.look_ups
    if not report.totals.references:
        yield paragraph("There are no sources yet.")
        return
    if found.oldest and found.newest:
        yield paragraph(
            f"The last checks were between {day(found.oldest)} and {day(found.newest)}. "
            f"{count_noun(found.lost_quotes, 'pinned quote')} can no longer be found on the page it was taken from."
        )
    yield make_count_figure("figure-verdicts", "What the last check found", "Verdict", "Sources", found.verdicts)
    if any(each.count for each in found.notices):
        yield make_count_figure(
            "figure-notices", "What was published about sources", "Notice", "Sources", found.notices
        )
    yield make_count_figure("figure-check-ages", "How long ago the last check was", "Age", "Sources", found.ages)


def _show_works(report: TeamReport) -> Iterator[Markup]:
    if not report.kinds:
        yield paragraph("There are no sources yet.")
        return
    shown = report.kinds[:_MOST_BARS]
    plot = PlotBars(("Citations",), tuple((each.label, (each.uses,)) for each in shown))
    says = "; ".join(f"{each.label}: cited {each.uses:,} times" for each in shown)
    rows = tuple((each.label, each.references, each.uses) for each in report.kinds)
    table = NumberTable("Citations by kind of source", ("Kind", "Sources", "Citations"), rows)
    yield make_figure("figure-kinds", says, plot, table)
    yield make_count_figure("figure-ages", "How long ago sources were published", "Age", "Sources", report.ages)


def _show_publishers(report: TeamReport) -> Iterator[Markup]:
    if not report.publishers:
        yield paragraph("Nothing is cited yet.")
        return
    first = report.publishers[0]
    shown = report.publishers[:_MOST_BARS]
    yield paragraph(f"The largest share is that of {first.name}: {first.share:g} % of all citations.")
    plot = PlotBars(("Citations",), tuple((each.name, (each.uses,)) for each in shown))
    says = "; ".join(f"{each.name}: {each.share:g} %" for each in shown)
    rows = tuple((each.name, each.references, each.uses, f"{each.share:g} %") for each in report.publishers)
    table = NumberTable("Citations by publisher", ("Publisher", "Sources", "Citations", "Share"), rows)
    yield make_figure("figure-publishers", says, plot, table)


def _show_reviews(report: TeamReport) -> Iterator[Markup]:
    reviews = report.reviews
    if not reviews.articles:
        yield paragraph("No article is published yet.")
        return
    yield make_count_figure(
        "figure-reviews", "Medical reviews of published articles", "Review", "Articles", reviews.states
    )
    if reviews.due:
        yield make_count_figure("figure-due", "When the next reviews are due", "Month", "Articles", reviews.due)
    heads = ("Article", "Review", "Due", "Reviewed by", "Lapsed sections", "Sections nobody reviewed")
    labels = {each.name: each.label for each in reviews.states}
    rows = tuple((each.title, labels[each.state], *_describe_review(each)) for each in reviews.articles)
    whole = make_table(NumberTable("Medical review of each published article", heads, rows))
    yield element("details", element("summary", "Each published article"), whole)
    overdue = [f"{each.title} – due on {day(each.due)}" for each in reviews.articles if each.due and _is_overdue(each)]
    if overdue:
        yield element("h3", "Overdue reviews")
        yield make_list(overdue, _MOST_LINES, _AND_MORE)
    lapsed = [f"{each.title} – {', '.join(each.lapsed)}" for each in reviews.articles if each.lapsed]
    if lapsed:
        yield element("h3", "Sections that changed after they were reviewed")
        yield make_list(lapsed, _MOST_LINES, _AND_MORE)


def _is_overdue(review: ArticleReview) -> bool:
    return review.state in (ReviewStage.OVERDUE, ReviewStage.EXPIRED)


def _describe_review(review: ArticleReview) -> tuple[str | None, ...]:
    due = day(review.due) if review.due else None
    names = tuple(each.name for each in review.reviewers)
    lists = (names, review.lapsed, review.unsigned)
    return (due, *(", ".join(each) or None for each in lists))


def _show_single_sources(report: TeamReport) -> Iterator[Markup]:
    if not report.single_source:
        yield paragraph("There are none.")
        return
    claims = count_noun(len(report.single_source), "claim")
    yield paragraph(f"{claims} would lose all support if one source went. Those on which most depends come first.")
    items = [_describe_single_source(each) for each in report.single_source]
    whole = make_list(items, _MOST_LINES, _AND_MORE)
    yield element("details", element("summary", f"All {claims}" if len(items) > 1 else "The claim"), whole)


def _describe_single_source(each: SingleSource) -> Markup:
    place = element(
        "span", f" {each.title}, {each.block}; source {each.reference}; ", _write_place(each.place), class_="place"
    )
    return join([each.text, place])


def _show_unused(report: TeamReport) -> Iterator[Markup]:
    for title, rows in (
        ("Sources that nothing cites", report.unused),
        ("Sources whose page was never read", report.unread),
    ):
        yield element("h3", f"{title}: {len(rows):,}")
        if rows:
            whole = make_list((_describe_reference(each) for each in rows), _MOST_LINES, _AND_MORE)
            yield element("details", element("summary", "List them"), whole)


def _describe_reference(each: ReferenceFigures) -> Markup:
    place = element("span", f" {each.key}: {each.reason}; ", _write_place(each.place), class_="place")
    return join([each.title or each.key, place])


def _write_place(place: Place) -> Markup:
    return element("code", f"{place.path}:{place.line}:{place.column}")


def _show_trend(report: TeamReport) -> Iterator[Markup]:
    trend = report.trend
    if trend.note:
        yield paragraph(trend.note)
    if not trend.months:
        if not trend.note:
            yield paragraph("Nothing was committed to git yet.")
        return
    heads = ("With a source", "With pinned words", "Reviewed")
    values = tuple((each.cited, each.pinned, each.reviewed) for each in trend.months)
    months = tuple(each.month for each in trend.months)
    rows = tuple(
        (each.month, each.articles, each.claims, f"{each.cited:g} %", f"{each.pinned:g} %", f"{each.reviewed:g} %")
        for each in trend.months
    )
    last = trend.months[-1]
    says = (
        f"At the end of {last.month}, {last.cited:g} % of the claims have a source, {last.pinned:g} % pinned words, "
        f"and {last.reviewed:g} % are in a section with a valid signature."
    )
    yield paragraph(
        "Published articles as they were in git at the end of each month; what is not committed is not counted."
    )
    table = NumberTable("Share of the claims of published articles", ("Month", "Articles", "Claims", *heads), rows)
    yield make_figure("figure-trend", says, PlotLines(heads, months, values), table)


def _name(document: DocumentFigures) -> str:
    return f"{document.title} (draft)" if document.status == PublicationStatus.DRAFT else document.title


def _cited_share(document: DocumentFigures) -> float:
    coverage = document.coverage
    return coverage.cited / coverage.claims if coverage.claims else 1.0


def _share_of(number: int, whole: int) -> str:
    return f"{number:,} of {whole:,} ({100 * number / whole:.0f} %)" if whole else f"{number:,}"

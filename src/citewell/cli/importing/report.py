"""What an import did and guessed: on the terminal, and as a file for those who correct the drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citewell.cli.importing.write_drafts import ImportedArticle
from citewell.formats.terminal_text import count_noun, make_visible


def describe_import(done: ImportedArticle) -> Iterator[str]:
    """The lines about one article."""
    plan = done.plan
    added = sum(decision.same is None for decision in done.decisions)
    known = len(done.decisions) - added
    yield f"{make_visible(done.shown)} → {done.folder}/article.md"
    yield f'    Title: "{make_visible(done.title)}"'
    yield (
        f"    {count_noun(plan.marks, 'mark')} of sources became citations; "
        f"{count_noun(len(done.decisions), 'source')}: {added} added to the bibliography, {known} there already."
    )
    if done.pictures:
        yield f"    {count_noun(len(done.pictures), 'picture')} copied: {', '.join(done.pictures)}"
    if done.guesses:
        yield "    Guessed or left out; compare these with the original:"
        yield from (f"      - {make_visible(guess)}" for guess in done.guesses)
    if plan.remarks:
        yield "    Not in the text, but in the front matter as comments:"
        yield from (f"      - {make_visible(remark)}" for remark in plan.remarks)


def write_report(done: Sequence[ImportedArticle], failed: Sequence[str]) -> str:
    """All of an import as Markdown, with a table of which source became which reference."""
    lines = ["# What was imported", ""]
    for each in done:
        first, *rest = describe_import(each)
        lines += [f"## {first}", "", *(line.removeprefix("    ") for line in rest), ""]
        lines += ["| Source | Cited | Reference | Its words |", "|---|---|---|---|"] if each.decisions else []
        for entry, decision in zip(each.plan.entries, each.decisions, strict=True):
            state = "new" if decision.same is None else "was there"
            words = make_visible(entry.text).replace("|", "\\|")
            lines.append(f"| {entry.number} | {each.plan.counts[entry.number]} | {decision.key} ({state}) | {words} |")
        lines.append("")
    lines += ["## Not imported", "", *(f"- {each}" for each in failed), ""] if failed else []
    return "\n".join(lines)

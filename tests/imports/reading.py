"""A page through the steps of an import, and what becomes of it as a text that an editor can read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from citewell.imports.draft import Draft, DraftPlan, plan_draft, write_draft
from citewell.imports.pictures import PictureFolder
from citewell.imports.readers import choose_reader

PAGES = Path(__file__).parent / "pages"


class Imported(NamedTuple):
    """A page that was taken apart, and its draft; the key of source 1 is ``s1``."""

    plan: DraftPlan
    draft: Draft

    @property
    def guesses(self) -> str:
        return "\n".join((*self.plan.guesses, *self.draft.guesses))


def import_data(name: str, data: bytes | str, folder: Path = PAGES) -> Imported:
    data = data.encode() if isinstance(data, str) else data
    plan = plan_draft(choose_reader(name, data).read_document(data, ""))
    keys = [f"s{entry.number}" for entry in plan.entries]
    return Imported(plan, write_draft(plan, keys, PictureFolder(folder)))


def describe(found: Imported) -> str:
    """The draft, then the sources, the remarks and the guesses, a line each."""
    plan, draft = found
    lines = [f"# {plan.title}", "", draft.body, f"--- {len(plan.entries)} sources, cited {plan.marks} times", ""]
    for entry, item in zip(plan.entries, plan.items, strict=True):
        details = {name: value for name, value in item.items() if name not in {"custom", "title"}}
        authors = details.pop("author", [])
        details |= {"author": ", ".join(f"{name['family']} {name['given']}" for name in authors)} if authors else {}
        told = "; ".join(f"{name}: {value}" for name, value in sorted(details.items()))
        lines.append(f"{entry.number} ×{plan.counts[entry.number]} {item['title']} | {told}")
    lines += ["", "--- in the front matter", "", *plan.remarks] if plan.remarks else []
    lines += ["", "--- guesses", "", found.guesses] if found.guesses else []
    lines += ["", "--- pictures", "", *draft.pictures] if draft.pictures else []
    return "\n".join(lines) + "\n"

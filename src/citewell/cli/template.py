"""The text of a new article: every part there is, each with a sentence that says what to write in its place.

Those sentences carry no source on purpose. So the check names every one that is still there, and none can be published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from string import Template
from typing import TYPE_CHECKING, Any, Final

from citewell.model.article import FrontMatter
from citewell.model.keys import DeclaredKey, Group, Start, group_in, group_of

if TYPE_CHECKING:
    from citewell.model.site import Settings

# Plain YAML is easier to edit; what could mean something else is put in quotation marks.
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[^:#]|:(?=\S))*[^:#\s]")

_BODY: Final = Template("""\
:::{takeaway}
Answer the question here in two or three sentences, the most important one first.
:::

## What it usually looks like

Say what is known, with one fact in each sentence, and how strong the evidence is.
Say what a medical term means where it first appears: content_src/glossary.yml has plain words.

## How the two can differ

:::{comparison} What is compared with what
- Feature
  - One side
  - The other side
- First difference
  - What is true of one side.
  - What is true of the other side.
:::

## When to get help$region

:::{emergency} Call $emergency now if you have
- a sign that cannot wait
:::

:::{urgent} Ask for an urgent appointment if you have
- a sign that should be seen soon
:::

:::{non-urgent} See a doctor if you have
- a sign that can wait for an ordinary appointment
:::

## How doctors find out

Say which examinations come first, and why.

## What you can do

:::{do}
- one practical step
:::

:::{dont}
- one thing that does not help
:::

:::{key-takeaways}
- What a reader should remember.
:::
""")


def article(title: str, day: date, authors: Sequence[str], topics: Sequence[str], settings: Settings) -> str:
    """The file ``article.md`` of a new draft.

    ``title`` is the question as typed, ``authors`` are ids from ``people.yml``, ``topics`` those in use so far;
    ``settings`` name the number for emergencies, and the country in which it is one.
    """
    body = _BODY.substitute(
        emergency=settings.emergency_number or "for an ambulance",
        region=f" ({settings.region})" if settings.region else "",
    )
    return "\n".join(["---", *start_lines(title, day, authors, topics), "---", "", body])


def imported_article(start: Iterable[str], body: str, remarks: Iterable[str], *, machine_written: bool) -> str:
    """The file ``article.md`` of an imported draft.

    ``start`` are the lines that ``start_lines`` gives; ``remarks``, each on one line, are words for its editor;
    ``body`` is Markdown.
    """
    origin = ["origin: generated"] if machine_written else []
    noted = (f"# {remark}" for remark in remarks)
    return "\n".join(["---", *start, *origin, *noted, "---", "", body])


def start_lines(title: str, day: date, authors: Sequence[str], topics: Sequence[str]) -> list[str]:
    """The lines of the front matter of a new draft, as ``article`` takes them."""
    values = {
        "title": _scalar(title),
        "status": "draft",
        "authors": f"[{', '.join(authors)}]",
        "published": day.isoformat(),
        "topics": "[]",
    }
    known = ", ".join(" ".join(topic.split()) for topic in topics) or "none yet"
    return list(front_matter(group_of(FrontMatter), values, {"topics": f"Topics so far: {known}"}))


def front_matter(group: Group[Any], values: Mapping[str, str], remarks: Mapping[str, str]) -> Iterator[str]:
    """The lines of the front matter: every key of a new article with its help above it, as a remark or to be filled in.

    ``values`` are those that are known, ``remarks`` what is said of a key besides its help; both are by key.
    """
    for key in group.keys:
        if key.declared.start is Start.LATER:
            continue
        yield f"# {key.declared.help}"
        if key.name in remarks:
            yield f"# {remarks[key.name]}"
        if key.declared.start is Start.OPEN:
            yield f"{key.name}: {values.get(key.name, '')}".rstrip()
        else:
            yield from _remark(key, "# ")


def _remark(key: DeclaredKey, before: str) -> Iterator[str]:
    """A key with its example, or with the keys of its group, as remarks."""
    yield f"{before}{key.name}: {key.declared.example}".rstrip()
    inside = group_in(key.shape)
    for each in inside.keys if inside else ():
        yield from _remark(each, f"{before}  ")


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

"""The text of a new article: every part there is, each with a sentence that says what to write in its place.

Those sentences carry no source on purpose. So the check names every one that is still there, and none can be published.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from citewell.model.site import Settings

# Plain YAML is easier to edit; what could mean something else is put in quotation marks.
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[^:#]|:(?=\S))*[^:#\s]")

_ARTICLE: Final = Template("""\
---
# The reader's question, then what the page is about in one sentence of 50 to 160 characters.
title: $title
description:
# draft: checked, never published. Later: published, or withdrawn.
status: draft
# What it is about: condition, symptom, test or treatment.
type:
# Ids from content_src/people.yml.
authors: [$authors]
published: $day
# Topics so far: $known
topics: []
# A picture beside this file, and what it shows for people who cannot see it:
# illustration:
#   file: picture.svg
#   alt: What the picture shows
# More words under which the A–Z lists the article:
# index: []
# Related questions share topics and sources. Folders of articles to show first, or to leave out:
# related_questions: []
# not_related: []
---

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
    known = ", ".join(" ".join(topic.split()) for topic in topics) or "none yet"
    return _ARTICLE.substitute(
        title=_scalar(title),
        day=day.isoformat(),
        authors=", ".join(authors),
        known=known,
        emergency=settings.emergency_number or "for an ambulance",
        region=f" ({settings.region})" if settings.region else "",
    )


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

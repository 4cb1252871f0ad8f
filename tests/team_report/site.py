"""A small site whose figures are counted by hand in the tests. Its people, works and statements are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.cli.project import Project

from citewell.model.evidence import Lock, LockedQuote, LockedReference, QuoteVerdict, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.lock_text import write_lock_text
from citewell.source.load import load

BACK_PAIN = """\
---
title: Does back pain pass?
description: How long back pain lasts, and when to get help.
status: published
authors: [a-writer]
published: 2026-02-01
topics: [back pain]
---

:::{takeaway}
Back pain is common. [@guide]
:::

## What is known

It often passes. [@guide "often passes"; @trial]
Rest for a day. [no source: advice]

:::{emergency} Call 999 now if you have
- numb legs [@guide]
:::
"""
HEADACHE = """\
---
title: Do headaches pass?
description: How long headaches last.
status: published
authors: [a-writer]
published: 2026-02-02
topics: [headache]
---

:::{takeaway}
Headaches pass. [@trial]
:::

Drink water.
"""
DRAFT = """\
---
title: Is a cold short?
description: How long a cold lasts.
status: draft
authors: [a-writer]
topics: [cold]
---

A cold is short. [@page]
"""
WITHDRAWN = """\
---
title: Is the flu short?
description: How long the flu lasts.
status: withdrawn
authors: [a-writer]
published: 2025-01-01
withdrawn: {date: 2026-01-01, reason: It was out of date.}
topics: [flu]
---

The flu is short. [@page]
"""
ABOUT = """\
---
title: About this site
description: Who we are.
---

We write it. [no source: about-this-site]

## How we correct mistakes

We say so. [no source: about-this-site]
"""
REFERENCES = """\
references:
  - id: guide
    type: report
    title: A guide
    publisher: Example Health
    issued: 2024
    URL: https://health.example.org/guide
    custom: {kind: guideline}
  - id: trial
    type: article-journal
    title: A trial
    container-title: Example Journal
    issued: 2015
    URL: https://journal.example.org/trial
    custom: {kind: trial}
  - id: page
    type: webpage
    title: A page
    container-title: Example Health
    URL: https://health.example.org/page
    custom: {kind: health-service-page}
  - id: spare
    type: book
    title: A spare book
    publisher: Example Press
    issued: 2020
    ISBN: 978-3-16-148410-0
"""
PEOPLE = "people:\n  - {id: a-writer, name: Ann Example, credentials: MSc}\n"


def write_site(root: Path) -> Project:
    """Write the site; in the tests it is 1 March 2026."""
    project = Project("small", root)
    folder = project.root / "content_src/articles/can-stress-cause-headaches/article.md"
    folder.unlink()
    folder.parent.rmdir()
    for slug, text in {"back-pain": BACK_PAIN, "headache": HEADACHE, "cold": DRAFT, "flu": WITHDRAWN}.items():
        project.write(f"content_src/articles/{slug}/article.md", text)
    project.write("content_src/pages/about.md", ABOUT)
    project.write("content_src/references/all.yml", REFERENCES)
    project.write("content_src/people.yml", PEOPLE)
    project.write("content_src/references.lock", make_lock(project))
    return project


def make_lock(project: Project) -> str:
    """The guide was read ten days ago without the quoted words, the trial was dead in June; nothing else was asked."""
    references = load(project.paths).site.bibliography.references

    def locked(key: str, verdict: Verdict, day: date, reason: str) -> LockedReference:
        return LockedReference(compute_fingerprint(references[key]), verdict, day, reason)

    lost = LockedQuote("often passes", QuoteVerdict.MISSING, date(2026, 2, 19))
    guide = locked("guide", Verdict.OK, date(2026, 2, 19), "the page is there and has the right title")
    trial = locked("trial", Verdict.BROKEN, date(2025, 6, 1), "the server answered 404 (not found)")
    return write_lock_text(
        Lock(
            {
                "guide": replace(guide, text_digest="1:00", quotes=(lost,)),
                "trial": replace(trial, failed_on=(date(2025, 5, 1), date(2025, 6, 1))),
            }
        )
    )

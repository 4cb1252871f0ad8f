"""What sort of work a reference is, in words for lay readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citewell.model.references import Reference

KINDS: Final[Mapping[str, str]] = {
    "research-study": "Research study",
    "systematic-review": "Systematic review",
    "review-article": "Review article",
    "guideline": "Guideline",
    "quality-standard": "Quality standard",
    "expert-framework": "Expert framework",
    "hospital-page": "Hospital page",
    "health-service-page": "Health service page",
    "government-health-page": "Government health page",
    "charity-page": "Charity page",
    "medical-encyclopedia": "Medical encyclopedia",
    "book": "Book",
    "book-chapter": "Book chapter",
    "report": "Report",
    "web-page": "Web page",
    "journal-article": "Journal article",
}
"""The kinds an editor may give a reference, and what readers see."""

_BY_TYPE: Final[Mapping[str, str]] = {
    "article-journal": "journal-article",
    "article": "journal-article",
    "book": "book",
    "chapter": "book-chapter",
    "report": "report",
    "webpage": "web-page",
    "post": "web-page",
    "post-weblog": "web-page",
}


def kind_words(reference: Reference) -> str:
    """What sort of work a reference is: its kind where the editors gave one, else what its CSL type tells."""
    kind = reference.kind or _BY_TYPE.get(reference.type, "")
    return KINDS.get(kind) or reference.type.replace("-", " ").replace("_", " ").capitalize()

"""What sort of work a reference is, in words for lay readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citewell.model.references import Reference

KINDS: Final[Mapping[str, str]] = {
    "research-study": "Research study",
    "trial": "Randomised trial",
    "cohort-study": "Cohort study",
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
    "preprint": "Preprint, not yet reviewed",
    "patient-leaflet": "Patient leaflet",
    "patient-information": "Patient information",
    "news": "News report",
}
"""The kinds an editor may give a reference, and what readers see."""

_TYPES: Final[Mapping[str, str]] = {
    "article": "Article outside a journal",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "bill": "Draft law",
    "book": "Book",
    "broadcast": "Broadcast",
    "chapter": "Book chapter",
    "dataset": "Data",
    "entry-dictionary": "Dictionary entry",
    "entry-encyclopedia": "Encyclopedia entry",
    "figure": "Picture",
    "graphic": "Picture",
    "legislation": "Law",
    "motion_picture": "Film or video",
    "pamphlet": "Leaflet",
    "paper-conference": "Conference paper",
    "post": "Online post",
    "post-weblog": "Blog post",
    "regulation": "Regulation",
    "report": "Report",
    "review": "Review of a work",
    "review-book": "Book review",
    "software": "Computer program",
    "song": "Sound recording",
    "speech": "Talk",
    "standard": "Technical standard",
    "thesis": "University thesis",
    "treaty": "Treaty",
    "webpage": "Web page",
}
"""What the CSL type of a work tells where editors give no kind; a type without words here is said by its name."""


def kind_words(reference: Reference) -> str:
    """What sort of work a reference is: its kind where the editors gave one, else what its CSL type tells."""
    type_words = _TYPES.get(reference.type) or reference.type.replace("-", " ").replace("_", " ").capitalize()
    return KINDS.get(reference.kind or "", type_words)

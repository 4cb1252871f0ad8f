"""What reading the sources noticed: problems, each of a kind, with its facts and without a word about them.

The reader notes and the rules judge: a problem has no severity, code, message or hint. Each kind has one class of
facts, in ``file_problems.py``, ``brand_problems.py``, ``yaml_problems.py``, ``text_problems.py``,
``translation_problems.py`` or ``answer_problems.py``, and one rule that words it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Generic, TypeAlias, TypeVar

from citewell.diagnostics import Location


class ProblemKind(StrEnum):
    """Every kind of problem that reading can notice."""

    # Files and folders
    FILE_UNREADABLE = "file-unreadable"
    FILE_TOO_LARGE = "file-too-large"
    FILE_TYPE = "file-type"
    NOT_A_REGULAR_FILE = "not-a-regular-file"
    SYMLINK = "symlink"
    EMPTY_FILE = "empty-file"
    MISSING_FILE = "missing-file"
    STRAY_REVIEWS = "stray-reviews"
    BAD_NAME = "bad-name"
    NAME_CLASH = "name-clash"
    STATIC_FILE = "static-file"
    LOCK_UNREADABLE = "lock-unreadable"
    # Characters
    NOT_UTF8 = "not-utf8"
    NUL_CHARACTER = "nul-character"
    CONTROL_CHARACTER = "control-character"
    BIDIRECTIONAL_CHARACTER = "bidirectional-character"
    INVISIBLE_CHARACTER = "invisible-character"
    LOST_CHARACTER = "lost-character"
    STACKED_ACCENTS = "stacked-accents"
    # Pictures
    PICTURE_UNREADABLE = "picture-unreadable"
    PICTURE_MISSING = "picture-missing"
    SVG_UNSAFE = "svg-unsafe"
    # The look of a site
    BRAND_FILE_MISSING = "brand-file-missing"
    FONT_UNUSABLE = "font-unusable"
    STYLE_REFUSED = "style-refused"
    # YAML, and the keys and values in it
    YAML_SYNTAX = "yaml-syntax"
    YAML_ANCHOR = "yaml-anchor"
    YAML_TAG = "yaml-tag"
    YAML_TOO_DEEP = "yaml-too-deep"
    YAML_MANY_DOCUMENTS = "yaml-many-documents"
    YAML_COMMENT_AFTER_VALUE = "yaml-comment-after-value"
    YAML_DUPLICATE_KEY = "yaml-duplicate-key"
    FRONT_MATTER = "front-matter"
    MISSING_KEY = "missing-key"
    UNKNOWN_KEY = "unknown-key"
    FORMER_KEY = "former-key"
    WRONG_VALUE = "wrong-value"
    DUPLICATE_REFERENCE_KEY = "duplicate-reference-key"
    MARKUP_IN_PLAIN_TEXT = "markup-in-plain-text"
    # Protected texts of the interface
    PROTECTED_TEXT = "protected-text"
    TRANSLATION_UNCONFIRMED = "translation-unconfirmed"
    REVIEW_CLAIM_IN_TEXT = "review-claim-in-text"
    TRANSLATION_MISLEADING = "translation-misleading"
    # Markdown
    TOO_DEEP = "too-deep"
    RAW_HTML = "raw-html"
    INDENTED_CODE = "indented-code"
    FENCED_CODE = "fenced-code"
    RULE_LINE = "rule-line"
    UNDERLINED_HEADING = "underlined-heading"
    HEADING_EMPTY = "heading-empty"
    LIST_ITEM_EMPTY = "list-item-empty"
    PICTURE_IN_TEXT = "picture-in-text"
    DIGITS_JOINED = "digits-joined"
    REFERENCE_DEFINITION = "reference-definition"
    LEFTOVER_SYNTAX = "leftover-syntax"
    FOREIGN_MARKUP = "foreign-markup"
    NOTE_NUMBER = "note-number"
    # Citations
    CITATION_MALFORMED = "citation-malformed"
    CITATION_ADJACENT = "citation-adjacent"
    CITATION_IN_LINK = "citation-in-link"
    # Blocks
    FENCE_STRAY = "fence-stray"
    FENCE_MALFORMED = "fence-malformed"
    FENCE_NESTED = "fence-nested"
    FENCE_UNCLOSED = "fence-unclosed"
    FENCE_UNKNOWN = "fence-unknown"
    FENCE_TITLE = "fence-title"
    FENCE_EMPTY = "fence-empty"
    FENCE_CONTENT = "fence-content"
    SHARED_UNKNOWN = "shared-unknown"
    SHARED_CONTENT = "shared-content"
    FIGURE_WITHOUT_PICTURE = "figure-without-picture"
    COMPARISON_SHAPE = "comparison-shape"
    RISK_SHAPE = "risk-shape"
    RISK_FIELD_UNKNOWN = "risk-field-unknown"
    RISK_FIELD_TWICE = "risk-field-twice"
    RISK_FIELD_MISSING = "risk-field-missing"
    RISK_NUMBER = "risk-number"
    RISK_RELATIVE_ALONE = "risk-relative-alone"
    # What reviewers and programs send back
    ANSWERS_UNREADABLE = "answers-unreadable"
    ANSWERS_OF_ANOTHER = "answers-of-another"
    ANSWERS_PERSON = "answers-person"
    ANSWER_VALUE = "answer-value"
    ANSWER_VERDICT = "answer-verdict"
    ANSWER_TWICE = "answer-twice"
    ANSWER_CHANGED = "answer-changed"
    ANSWER_MISSING = "answer-missing"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a problem; each concrete class is that of one ``kind``."""

    kind: ClassVar[ProblemKind]


@dataclass(frozen=True, slots=True)
class Replacement:
    """Text that surely repairs a problem: ``text`` in place of what is at ``location``. Its rule puts it into words."""

    location: Location
    text: str


F_co = TypeVar("F_co", bound=Facts, covariant=True)


@dataclass(frozen=True, slots=True)
class Problem(Generic[F_co]):
    """Something in the sources that the reader could not take as it is: where, its facts and, if sure, a fix."""

    location: Location
    facts: F_co
    fix: Replacement | None = None

    @property
    def kind(self) -> ProblemKind:
        """The kind of problem, which its facts decide."""
        return self.facts.kind


AnyProblem: TypeAlias = Problem[Facts]
"""A problem of any kind."""

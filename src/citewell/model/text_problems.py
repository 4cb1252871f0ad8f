"""The facts of problems with the text of an article: its Markdown, its citations and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from citewell.model.problems import Facts, ProblemKind


class Nesting(Enum):
    """What is nested too deep."""

    FOLDERS = auto()
    BLOCKS = auto()
    BRACKETS = auto()
    EMPHASIS = auto()


@dataclass(frozen=True, slots=True)
class TooDeep(Facts):
    """Things inside one another, deeper than ``most``."""

    kind = ProblemKind.TOO_DEEP
    what: Nesting
    most: int = 0


@dataclass(frozen=True, slots=True)
class RawHtml(Facts):
    """HTML as it is written."""

    kind = ProblemKind.RAW_HTML
    html: str


@dataclass(frozen=True, slots=True)
class IndentedCode(Facts):
    """Lines that are indented so far that Markdown takes them for code."""

    kind = ProblemKind.INDENTED_CODE
    text: str


@dataclass(frozen=True, slots=True)
class FencedCode(Facts):
    """Lines between backticks or tildes."""

    kind = ProblemKind.FENCED_CODE
    text: str


@dataclass(frozen=True, slots=True)
class RuleLine(Facts):
    """A line across the page."""

    kind = ProblemKind.RULE_LINE


@dataclass(frozen=True, slots=True)
class UnderlinedHeading(Facts):
    """Words that the line below them turns into a heading."""

    kind = ProblemKind.UNDERLINED_HEADING
    text: str


@dataclass(frozen=True, slots=True)
class EmptyElement(Facts):
    """A heading or an item of a list without words."""


class EmptyHeading(EmptyElement):
    """A heading without words."""

    __slots__ = ()
    kind = ProblemKind.HEADING_EMPTY


class EmptyListItem(EmptyElement):
    """An item without words."""

    __slots__ = ()
    kind = ProblemKind.LIST_ITEM_EMPTY


@dataclass(frozen=True, slots=True)
class PictureInText(Facts):
    """A picture in running text, by its address."""

    kind = ProblemKind.PICTURE_IN_TEXT
    file: str


@dataclass(frozen=True, slots=True)
class DigitsJoined(Facts):
    """Stars or underscores between two digits, which Markdown could swallow."""

    kind = ProblemKind.DIGITS_JOINED
    characters: str


@dataclass(frozen=True, slots=True)
class ReferenceDefinition(Facts):
    """``[words]:`` at the start of a line, which other Markdown programs swallow."""

    kind = ProblemKind.REFERENCE_DEFINITION
    text: str


@dataclass(frozen=True, slots=True)
class LeftoverSyntax(Facts):
    """Characters that begin something of the language and do not go on with it."""

    kind = ProblemKind.LEFTOVER_SYNTAX
    characters: str


@dataclass(frozen=True, slots=True)
class ForeignMarkup(Facts):
    """Markup of another system: its characters, and the name of the construct."""

    kind = ProblemKind.FOREIGN_MARKUP
    characters: str
    construct: str


@dataclass(frozen=True, slots=True)
class NoteNumber(Facts):
    """A number where another system puts the mark of a source."""

    kind = ProblemKind.NOTE_NUMBER
    characters: str


class CitationError(Enum):
    """What most likely went wrong in a citation, or in a reason for having none."""

    TOO_LONG = auto()
    LINK_INSIDE = auto()
    PICTURE_INSIDE = auto()
    HTML_INSIDE = auto()
    CHARACTER_INSIDE = auto()
    BRACKETS_INSIDE = auto()
    NO_SPACE_AFTER_SEMICOLON = auto()
    NO_SEMICOLON = auto()
    NOTHING_BESIDE_SEMICOLON = auto()
    WAIVER_MALFORMED = auto()
    SOURCE_AND_WAIVER = auto()
    QUOTE_MISPLACED = auto()
    QUOTE_TWICE = auto()
    QUOTE_NAME_NOT_ALONE = auto()
    HALF_OF_A_PAIR = auto()
    WIDE_PUNCTUATION = auto()
    COMMA_WITHOUT_SPACE = auto()
    FOREIGN_CHARACTER = auto()
    BACKSLASH_IN_KEY = auto()
    NEEDS_BRACES = auto()
    UNFINISHED_BRACES = auto()
    BACKSLASH_BEFORE_AT = auto()
    SPACE_AFTER_AT = auto()
    NO_SPACE_BEFORE_AT = auto()
    NO_AT = auto()
    NO_AT_AFTER_SENTENCE = auto()
    LOCATOR_WITHOUT_KEY = auto()
    EMAIL_ADDRESS = auto()
    KEY_IN_STRESS = auto()
    ODD_KEY = auto()
    UNKNOWN_INTENT = auto()
    WORDS_AFTER_INTENT = auto()
    INTENT_WITHOUT_KEY = auto()
    INTENT_AFTER_KEY = auto()
    UNKNOWN_CERTAINTY = auto()
    MISSPELT_CERTAINTY = auto()
    CERTAINTY_NOT_FIRST = auto()
    CERTAINTY_WITHOUT_SOURCE = auto()


@dataclass(frozen=True, slots=True)
class MalformedCitation(Facts):
    """Something like a citation that is not one: ``found`` is the part at fault, ``instead`` what to write for it.

    ``character`` is the one that cannot be seen in the citation, or the plain one for ``found``.
    """

    kind = ProblemKind.CITATION_MALFORMED
    error: CitationError
    found: str = ""
    instead: str = ""
    character: str = ""
    most: int = 0


@dataclass(frozen=True, slots=True)
class AdjacentCitation(Facts):
    """A citation that touches the bracket after it."""

    kind = ProblemKind.CITATION_ADJACENT
    bracket: str


@dataclass(frozen=True, slots=True)
class CitationInLink(Facts):
    """A citation, or a reason for having none, in the words of a link."""

    kind = ProblemKind.CITATION_IN_LINK


@dataclass(frozen=True, slots=True)
class StrayFence(Facts):
    """A line of colons that closes nothing."""

    kind = ProblemKind.FENCE_STRAY


@dataclass(frozen=True, slots=True)
class MalformedFence(Facts):
    """A line that begins like a block and is not one."""

    kind = ProblemKind.FENCE_MALFORMED
    line: str


@dataclass(frozen=True, slots=True)
class NestedFence(Facts):
    """A block inside a list, a quotation or another block."""

    kind = ProblemKind.FENCE_NESTED
    block: str


@dataclass(frozen=True, slots=True)
class UnclosedFence(Facts):
    """A block without its closing line."""

    kind = ProblemKind.FENCE_UNCLOSED
    block: str


@dataclass(frozen=True, slots=True)
class UnknownFence(Facts):
    """A name that no block has, and the nearest that one has, or nothing."""

    kind = ProblemKind.FENCE_UNKNOWN
    name: str
    nearest: str


@dataclass(frozen=True, slots=True)
class FenceTitle(Facts):
    """A title where a block takes none."""

    kind = ProblemKind.FENCE_TITLE
    block: str


@dataclass(frozen=True, slots=True)
class EmptyFence(Facts):
    """A block that holds nothing."""

    kind = ProblemKind.FENCE_EMPTY
    block: str


@dataclass(frozen=True, slots=True)
class FenceContent(Facts):
    """Something that a block does not hold."""

    kind = ProblemKind.FENCE_CONTENT
    block: str


@dataclass(frozen=True, slots=True)
class UnknownShared(Facts):
    """A name that no shared text has ("" if none is given), and the nearest that one has, or nothing."""

    kind = ProblemKind.SHARED_UNKNOWN
    name: str
    nearest: str


class Unshareable(Enum):
    """What a shared text may not hold."""

    FRONT_MATTER = auto()
    HEADING = auto()
    PICTURE = auto()
    TAKEAWAY = auto()
    USE = auto()


@dataclass(frozen=True, slots=True)
class SharedContent(Facts):
    """Something in a shared text that has its place in an article."""

    kind = ProblemKind.SHARED_CONTENT
    what: Unshareable


@dataclass(frozen=True, slots=True)
class FigureWithoutPicture(Facts):
    """A figure that does not begin with a picture."""

    kind = ProblemKind.FIGURE_WITHOUT_PICTURE


class ComparisonError(Enum):
    """Why a comparison is not a table."""

    NOT_ONE_LIST = auto()
    NO_ROWS = auto()
    ROW = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class ComparisonShape(Facts):
    """A comparison that cannot be read as a table."""

    kind = ProblemKind.COMPARISON_SHAPE
    error: ComparisonError


class RiskError(Enum):
    """Why a risk block cannot be read."""

    NOT_ONE_LIST = auto()
    LINE = auto()
    BELOW_A_LINE = auto()
    LINES_BELOW = auto()


@dataclass(frozen=True, slots=True)
class RiskShape(Facts):
    """A risk block of another shape than a list of lines; ``field`` names the line at fault."""

    kind = ProblemKind.RISK_SHAPE
    error: RiskError
    field: str = ""


@dataclass(frozen=True, slots=True)
class UnknownRiskField(Facts):
    """A line that a risk block does not have, and the nearest that it has, or nothing."""

    kind = ProblemKind.RISK_FIELD_UNKNOWN
    field: str
    nearest: str


@dataclass(frozen=True, slots=True)
class RiskFieldTwice(Facts):
    """A line of a risk block that is there already."""

    kind = ProblemKind.RISK_FIELD_TWICE
    field: str


@dataclass(frozen=True, slots=True)
class MissingRiskField(Facts):
    """A line of a risk block that is missing or empty, or its ``title``."""

    kind = ProblemKind.RISK_FIELD_MISSING
    field: str


class RiskNumberError(Enum):
    """Why a line of a risk block has a wrong value."""

    TOTAL = auto()
    MORE_THAN_TOTAL = auto()
    NOT_WHOLE = auto()
    DOTTED = auto()
    PERIOD = auto()


@dataclass(frozen=True, slots=True)
class RiskNumber(Facts):
    """A number or time of a risk block that cannot be: ``found`` is what was typed, ``instead`` what is right.

    ``events`` and ``total`` are numbers of people, ``word`` is what the sentence around a time says already.
    """

    kind = ProblemKind.RISK_NUMBER
    error: RiskNumberError
    found: str = ""
    instead: str = ""
    events: int = 0
    total: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class LoneRelativeRisk(Facts):
    """A relative number without a group to compare with or, if ``periods_differ``, with one of another period."""

    kind = ProblemKind.RISK_RELATIVE_ALONE
    periods_differ: bool = False

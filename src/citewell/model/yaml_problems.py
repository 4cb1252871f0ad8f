"""The facts of problems with YAML, and with the keys and values of the files that are written in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from citewell.diagnostics import Location
from citewell.model.problems import Facts, ProblemKind


class YamlError(Enum):
    """Why a text is not YAML that can be read."""

    TAB = auto()
    BAD_BEGINNING = auto()
    PERCENT = auto()
    DIRECTIVE = auto()
    ESCAPE = auto()
    QUOTE_NOT_CLOSED = auto()
    LIST_NOT_CLOSED = auto()
    GROUP_NOT_CLOSED = auto()
    FLOW_INCOMPLETE = auto()
    COLON_IN_TEXT = auto()
    NO_COLON = auto()
    LIST_BESIDE_KEY = auto()
    AFTER_SINGLE_QUOTE = auto()
    AFTER_DOUBLE_QUOTE = auto()
    AFTER_BRACKET = auto()
    KEY_COLUMN = auto()
    ITEM_COLUMN = auto()
    KEY_NOT_PLAIN = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class YamlSyntax(Facts):
    """YAML that cannot be read; ``found`` is the character at fault, ``opening`` the bracket before it."""

    kind = ProblemKind.YAML_SYNTAX
    error: YamlError
    found: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class YamlCopy(Facts):
    """``&``, ``*`` or ``<<``, by which YAML would copy text."""

    kind = ProblemKind.YAML_ANCHOR
    mark: str


@dataclass(frozen=True, slots=True)
class YamlType(Facts):
    """``!``, by which YAML would give a text a type."""

    kind = ProblemKind.YAML_TAG


@dataclass(frozen=True, slots=True)
class YamlTooDeep(Facts):
    """Lists and groups in one another, deeper than ``most``."""

    kind = ProblemKind.YAML_TOO_DEEP
    most: int


@dataclass(frozen=True, slots=True)
class SecondDocument(Facts):
    """A second YAML document in one file."""

    kind = ProblemKind.YAML_MANY_DOCUMENTS


@dataclass(frozen=True, slots=True)
class TextCut(Facts):
    """A text that YAML cuts before ``remark``; ``whole`` is all of it in quotation marks."""

    kind = ProblemKind.YAML_COMMENT_AFTER_VALUE
    remark: str
    whole: str


@dataclass(frozen=True, slots=True)
class DuplicateKey(Facts):
    """A key that its group has already, at ``first``."""

    kind = ProblemKind.YAML_DUPLICATE_KEY
    key: str
    first: Location


class FrontMatterError(Enum):
    """Why the front matter cannot be found as it should be."""

    ABSENT = auto()
    NOT_IN_FIRST_LINE = auto()
    NOT_CLOSED = auto()


@dataclass(frozen=True, slots=True)
class FrontMatterShape(Facts):
    """Front matter that is absent, out of place or not closed."""

    kind = ProblemKind.FRONT_MATTER
    error: FrontMatterError


@dataclass(frozen=True, slots=True)
class MissingKey(Facts):
    """A key that its group must have."""

    kind = ProblemKind.MISSING_KEY
    key: str


@dataclass(frozen=True, slots=True)
class UnknownKey(Facts):
    """A key that is not known where it is: the known one it is like, or the ``group`` in which it is known."""

    kind = ProblemKind.UNKNOWN_KEY
    key: str
    nearest: str = ""
    group: str = ""

    @property
    def likely_key(self) -> str:
        """The key that was most likely meant, or nothing."""
        return self.key if self.group else self.nearest


@dataclass(frozen=True, slots=True)
class FormerKey(Facts):
    """A key by the name that it had in an earlier version of the format; ``now`` is its name today."""

    kind = ProblemKind.FORMER_KEY
    key: str
    now: str


class Expectation(Enum):
    """What a value should be and is not."""

    # Texts
    GROUP_OF_LINES = auto()
    MAPPING_ABOVE_LIST = auto()
    MAPPING = auto()
    LIST = auto()
    LIST_OF_GROUPS = auto()
    TEXT_NOT_LIST = auto()
    TEXT_NOT_GROUP = auto()
    SOME_VALUE = auto()
    SLUG = auto()
    FLAG = auto()
    UNIQUE = auto()
    UNIQUE_SPELLING = auto()
    OTHER = auto()
    # Numbers and days
    WHOLE_NUMBER = auto()
    LEAST = auto()
    PERCENT_NUMBER = auto()
    PERCENT = auto()
    DAY = auto()
    EXISTING_DAY = auto()
    YEAR_MONTH_OR_DAY = auto()
    # Words of a list
    ONE_OF = auto()
    KIND_OF_WORK = auto()
    PAPER = auto()
    # Settings
    VISIBLE = auto()
    SITE_ADDRESS = auto()
    TITLED = auto()
    VISIBLE_TITLE = auto()
    FILE_OF_BRAND = auto()
    FONT_NAME = auto()
    COLOUR = auto()
    CONTACT = auto()
    TELEPHONE = auto()
    LANGUAGE_TAG = auto()
    LANGUAGE_OF_PAGES = auto()
    SERVICE_ADDRESS = auto()
    NOTICE_SETTING = auto()
    NOTICE_PLACE = auto()
    NOTICE_BRACES = auto()
    # References
    CITABLE_KEY = auto()
    CSL_TYPE = auto()
    NAME_PARTS = auto()
    NAME = auto()
    DATE = auto()
    ONE_DATE = auto()
    DATE_OF_PARTS = auto()
    DATE_PARTS = auto()
    DATE_FIGURES = auto()
    EXISTING_DATE = auto()
    DATE_RANGE = auto()
    SEASON = auto()
    # Texts of the interface
    SECTION = auto()
    FORMS_BY_NUMBER = auto()
    FORM_OF_NUMBER = auto()
    TRANSLATED_TEXT = auto()
    KNOWN_PLACES = auto()
    ALL_PLACES = auto()
    PAIRED_BRACES = auto()


@dataclass(frozen=True, slots=True)
class WrongValue(Facts):
    """A value that is not as its key wants it, or with ``is_item`` an item of its list.

    ``found`` is what was typed, ``nearest`` what may be meant, ``choices`` the words, keys or names that are allowed,
    ``least`` the smallest number.
    """

    kind = ProblemKind.WRONG_VALUE
    expected: Expectation
    key: str = ""
    is_item: bool = False
    found: str = ""
    nearest: str = ""
    choices: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class DuplicateReferenceKey(Facts):
    """A key of a reference that another one has, at ``first``."""

    kind = ProblemKind.DUPLICATE_REFERENCE_KEY
    key: str
    first: Location


@dataclass(frozen=True, slots=True)
class MarkupInPlainText(Facts):
    """Characters of Markdown, HTML or a citation in a text that has no markup."""

    kind = ProblemKind.MARKUP_IN_PLAIN_TEXT
    characters: str

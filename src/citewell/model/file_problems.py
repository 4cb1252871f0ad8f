"""The facts of problems with files: whether they can be read, their names, their characters, and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from citewell.model.problems import Facts, ProblemKind


class FileSort(Enum):
    """What a file is for, which decides how large it may be."""

    ARTICLE = auto()
    YAML = auto()
    LOCK = auto()
    PICTURE = auto()
    FONT = auto()
    STYLES = auto()
    STATIC = auto()
    IMPORT = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class UnreadableFile(Facts):
    """The system refuses to read a file; ``reason`` is the system's own."""

    kind = ProblemKind.FILE_UNREADABLE
    reason: str


@dataclass(frozen=True, slots=True)
class FileTooLarge(Facts):
    """A file, or with ``part`` the YAML in it, has ``size`` bytes and may have ``most``.

    With ``uses`` it is an article with the shared texts that it uses, in characters.
    """

    kind = ProblemKind.FILE_TOO_LARGE
    sort: FileSort
    size: int
    most: int
    part: bool = False
    uses: bool = False


class Folder(Enum):
    """The folders of the content, by what they hold."""

    ROOT = auto()
    ARTICLES = auto()
    ARTICLE = auto()
    PAGES = auto()
    REFERENCES = auto()
    REVIEWS = auto()
    SHARED = auto()
    BRAND = auto()


@dataclass(frozen=True, slots=True)
class StrayReviews(Facts):
    """Recorded reviews of an article that does not exist; ``nearest`` is one that may be meant, or nothing."""

    kind = ProblemKind.STRAY_REVIEWS
    slug: str
    nearest: str


@dataclass(frozen=True, slots=True)
class MisplacedFile(Facts):
    """A file or folder of another sort than its ``folder`` holds."""

    kind = ProblemKind.FILE_TYPE
    folder: Folder


class StaticFault(Enum):
    """Why a file, or a folder, is not published as it is."""

    HIDDEN = auto()
    MARKDOWN = auto()
    TOO_DEEP = auto()


@dataclass(frozen=True, slots=True)
class UnpublishedFile(Facts):
    """A file that is to be published as it is, and cannot be."""

    kind = ProblemKind.STATIC_FILE
    fault: StaticFault


class SpecialForm(Enum):
    """A kind of file that is not a regular one."""

    FOLDER = auto()
    NAMED_PIPE = auto()
    SOCKET = auto()
    DEVICE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class SpecialFile(Facts):
    """Something that is not a regular file."""

    kind = ProblemKind.NOT_A_REGULAR_FILE
    form: SpecialForm


@dataclass(frozen=True, slots=True)
class SymbolicLink(Facts):
    """A link to another file."""

    kind = ProblemKind.SYMLINK


@dataclass(frozen=True, slots=True)
class EmptyFile(Facts):
    """A file without any content."""

    kind = ProblemKind.EMPTY_FILE


@dataclass(frozen=True, slots=True)
class MissingFile(Facts):
    """A file that has to be there and is not."""

    kind = ProblemKind.MISSING_FILE
    name: str


class NameFault(Enum):
    """Why a name cannot be used everywhere."""

    WINDOWS_DEVICE = auto()
    DOT_AT_END = auto()
    INVISIBLE = auto()
    SEPARATE_ACCENTS = auto()
    TOO_LONG = auto()
    NOT_PLAIN = auto()
    NOT_A_SLUG = auto()


@dataclass(frozen=True, slots=True)
class BadName(Facts):
    """A name of ``length`` characters (``most`` are allowed) that cannot be used, and one that can, or nothing."""

    kind = ProblemKind.BAD_NAME
    error: NameFault
    instead: str
    length: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class NameClash(Facts):
    """A name that some system takes for another: ``other`` is the path of that file."""

    kind = ProblemKind.NAME_CLASH
    other: str


class LockError(Enum):
    """Why the lock cannot be read."""

    CONFLICT = auto()
    NOT_JSON = auto()
    TOO_DEEP = auto()
    NO_REFERENCES = auto()
    OTHER_VERSION = auto()
    NEWER_VERSION = auto()
    NAME_TWICE = auto()
    MISSING_VALUE = auto()
    WRONG_VALUE = auto()
    UNKNOWN_NAMES = auto()


@dataclass(frozen=True, slots=True)
class UnreadableLock(Facts):
    """A lock that cannot be read.

    ``key`` is that of the reference it is about, ``found`` what is wrong: a name, a version, or what the JSON parser
    reports; ``known`` the version that can be read.
    """

    kind = ProblemKind.LOCK_UNREADABLE
    error: LockError
    key: str = ""
    found: str = ""
    known: int = 0


@dataclass(frozen=True, slots=True)
class NotUtf8(Facts):
    """A file in another encoding: the first ``byte`` that is not UTF-8, or ``None`` for UTF-16."""

    kind = ProblemKind.NOT_UTF8
    byte: int | None


@dataclass(frozen=True, slots=True)
class OddCharacter(Facts):
    """A character so many ``times`` in a row; with ``more``, so many further ones of its kind that are not listed."""

    character: str
    times: int = 1
    more: int = 0


class ControlCharacter(OddCharacter):
    """A control character."""

    __slots__ = ()
    kind = ProblemKind.CONTROL_CHARACTER


class NulCharacter(OddCharacter):
    """NUL, after which nothing of a file is read."""

    __slots__ = ()
    kind = ProblemKind.NUL_CHARACTER


class BidirectionalCharacter(OddCharacter):
    """A character that changes the direction of the text."""

    __slots__ = ()
    kind = ProblemKind.BIDIRECTIONAL_CHARACTER


class InvisibleCharacter(OddCharacter):
    """A character nobody can see."""

    __slots__ = ()
    kind = ProblemKind.INVISIBLE_CHARACTER


class LostCharacter(OddCharacter):
    """What is left where another character was lost; ``character`` may be several."""

    __slots__ = ()
    kind = ProblemKind.LOST_CHARACTER


@dataclass(frozen=True, slots=True)
class StackedAccents(Facts):
    """So many accents on one letter."""

    kind = ProblemKind.STACKED_ACCENTS
    count: int


class PictureError(Enum):
    """Why a picture cannot be published."""

    NO_SIZE = auto()
    UNKNOWN_FORMAT = auto()
    DAMAGED = auto()
    TOO_WIDE = auto()
    TOO_MANY_PIXELS = auto()
    OTHER_ENDING = auto()
    UNTURNED = auto()
    NOT_XML = auto()
    NOT_SVG = auto()


@dataclass(frozen=True, slots=True)
class UnreadablePicture(Facts):
    """A picture that cannot be read or published.

    ``format`` is the name of its format, ``found`` and ``instead`` the ending it has and should have, ``size`` its
    width and height, ``most`` the pixels allowed (of a side, or in all), ``code`` the error of the XML parser
    (``xml.parsers.expat.errors``).
    """

    kind = ProblemKind.PICTURE_UNREADABLE
    error: PictureError
    format: str = ""
    found: str = ""
    instead: str = ""
    size: tuple[int, int] = (0, 0)
    most: int = 0
    code: int = 0


@dataclass(frozen=True, slots=True)
class MissingPicture(Facts):
    """A picture that the front matter names and that is not there; ``nearest`` is one that may be meant, or nothing."""

    kind = ProblemKind.PICTURE_MISSING
    file: str
    nearest: str


class SvgDanger(Enum):
    """What an SVG picture may not hold."""

    DOCTYPE = auto()
    INSTRUCTION = auto()
    ENCODING = auto()
    TOO_DEEP = auto()
    PROGRAM = auto()
    NO_DRAWING = auto()
    SCRIPT_ATTRIBUTE = auto()
    ANIMATED_ADDRESS = auto()
    HIDDEN_DATA = auto()
    SCRIPT_IN_STYLE = auto()
    HIDDEN_LETTERS = auto()
    LOADING_STYLE = auto()
    LINK = auto()
    FROM_ELSEWHERE = auto()
    DAMAGED_PICTURE = auto()
    LARGE_PICTURE = auto()


@dataclass(frozen=True, slots=True)
class UnsafeSvg(Facts):
    """Something unsafe in an SVG picture: the ``name`` of the element, attribute or encoding, and its ``value``.

    ``most`` is the depth allowed where elements are nested, ``inside`` what is wrong with a picture inside the picture.
    """

    kind = ProblemKind.SVG_UNSAFE
    danger: SvgDanger
    name: str = ""
    value: str = ""
    most: int = 0
    inside: UnreadablePicture | None = None

"""The program, its texts and its handbook use plain English and the names of the field.

``BANNED`` lists the words that we do not use, and what to write instead. ``ALLOWED`` lists the places where such a
word is right.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "src" / "citewell"


class Banned(NamedTuple):
    """A word that we do not use: a pattern, in which a space is any white space, and what to write instead.

    It may be used directly after the word ``but_after``.
    """

    pattern: str
    instead: str
    but_after: str = ""


BANNED: Final = {
    "mend": Banned(r"mend(?:s|ed|ing|able)?", "fix, correct"),
    "sign": Banned(r"signs?", "character; mark"),
    "stand": Banned(r"stands?|stood|standing", "is, are; has a place in"),
    "told": Banned(r"told|tells? of", "reported; said"),
    "shall": Banned(r"shall", "must; is"),
    "anew": Banned(r"anew", "again"),
    "be it": Banned(r"be (?:it|they) (?:a|an|the|in|on|by|from|of|missing|malformed)", "whether; even if"),
    "for want of": Banned(r"for want of", "without; because there is no"),
    "all the same": Banned(r"all the same", "still; anyway"),
    "behind": Banned(r"behind", "after; at"),
    "is none": Banned(r"(?:is|are|was|were|and) (?-i:none)(?=[.,;:)]| at| when| where)", "is not one", "there"),
    "is no": Banned(r"(?:is|are|was|were) no(?! longer| more| such| matter)(?= [a-z])", "is not a …", "there"),
    "flaw": Banned(r"flaws?", "problem"),
    "way out": Banned(r"ways? out", "hint"),
    "whoever": Banned(r"whoever", "anyone who; the person who"),
    "came to": Banned(r"what (?:\w+ ){1,5}came to", "the result of …"),
    "the like": Banned(r"and the like", "and similar …"),
    "the very": Banned(r"the very(?= (?:word|number|figure|page|line|same|one)s?)", "the exact; the same"),
    "heed": Banned(r"heed(?:s|ed)?", "respect; read"),
    "aught": Banned(r"n?aught", "nothing; anything"),
    "look up": Banned(r"look(?:s|ed|ing)? (?:\w+ )?up on the web|ever looked up", "check online; resolve"),
    "gone through": Banned(r"gone through", "reviewed; read"),
}


class Allowed(NamedTuple):
    """A place where a banned word is right: the word, what is around it, and why."""

    word: str
    context: str
    reason: str


ALLOWED: Final = (
    Allowed(
        "sign", r"red.flag|urgent|emergency|disease|cancer|sarcoma|fever|lump|back pain|doctor", "a sign of a disease"
    ),
    Allowed("sign", r"\|\s*Sign\s*\||\"Sign\"|[Ww]hich sign|each sign|and no sign\.", "a sign of a disease"),
    Allowed(
        "sign",
        r"signs? of this card|treatments? treating|signs? that need",
        "a sign of a disease, in a card or a title",
    ),
    Allowed("sign", r"(?:percent|equals|dollar) signs?|MICRO SIGN", "the usual name of a character"),
    Allowed("sign", r"(?i)sign[ _?)]*\[?[ _-]*\]?\??(?:in|on|up)\b|SSO", "to sign in"),
    Allowed("sign", r"who sign the article", "to put one's name to an article"),
    Allowed("sign", r"RCP SIGN TGA", "an organisation"),
    Allowed("sign", r"cannot wait|seen soon|can wait for", "a sign of a disease, in the text of a new article"),
    Allowed("sign", r"[Ww]arning signs|warning-s", "a sign of a disease, in an example of a heading"),
    Allowed("sign", r"sign[-_]offs?|signs for it", "a signature under a review"),
    Allowed("shall", r"must shall will", "in a list of words that may not change with the spelling"),
    Allowed("told", r"readers are told to call", "an instruction to readers"),
    Allowed("shall", r"might must shall should", "a list of English verbs that the check knows"),
    Allowed("shall", r"several shall she should", "a list of English words that the check leaves out"),
    Allowed("sign", r'not "sign"', "the page that says what to write instead"),
    Allowed("stand", r"\"SER\":|\"STAND\"|stood down", "names in RIS and EndNote; words that pages use"),
    Allowed("stand", r"stands? for|[Ww]hat it stands|not \"stands\"", "to represent; or quoted as a word not to use"),
    Allowed("behind", r'cancer is behind it|not "behind"', "to cause; or quoted as a word not to use"),
    Allowed("behind", r"organs of the belly", "a place in the body, in an example"),
    Allowed("mend", r'not "mend"', "the page that says what to write instead"),
)

#: Functions that are named by a participle or a preposition alone, by folder. Name a function by a verb and its object.
BARE: Final = re.compile(
    r"_?(?:way|told|said|shown|meant|known|of|at|within|beside|behind|put|tell|press|heed|go_on|asked|doubted|mended)"
)

#: Folders whose files are found by walking them, so each of them has the same names.
PLUG_INS: Final = (
    "audit/checks",
    "blocks",
    "cli",
    "evidence/imports",
    "evidence/services",
    "formats",
    "imports/readers",
    "outputs",
    "rules",
    "site/checks",
    "source/picture_formats",
)
#: Names with one meaning in several packages: ``check`` is what a file checks, ``discover`` gives what files define,
#: ``make_pages`` are the pages of a kind.
SHARED: Final = frozenset({"check", "discover", "make_pages"})


class Text(NamedTuple):
    """A file that is checked: its path from the root of the repository, and its text."""

    shown: str
    text: str


@cache
def texts() -> tuple[Text, ...]:
    """The program with its texts and styles, scripts, benchmarks, the handbook, and the pages about the repository."""
    program = [
        file
        for file in sorted(SOURCE.rglob("*"))
        if file.suffix in {".py", ".yml", ".html", ".css", ".js"} and file.is_file()
    ]
    scripts = sorted(file for folder in ("scripts", "benchmarks") for file in (ROOT / folder).glob("*.py"))
    pages = [*sorted((ROOT / "handbook").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    return tuple(
        Text(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
        for file in (*program, *scripts, *pages)
    )


def uses_of(word: str, text: str) -> Iterator[int]:
    """The lines in which a banned word is used, in identifiers too, where that is not allowed."""
    banned = BANNED[word]
    pattern = banned.pattern.replace(" ", r"(?:_|\s+(?:#:? )?)")
    allowed = [each.context for each in ALLOWED if each.word == word]
    lines = text.split("\n")
    for match in re.finditer(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", text, re.IGNORECASE):
        line = text.count("\n", 0, match.start())
        around = "\n".join(lines[max(line - 1, 0) : line + 2])
        is_right = banned.but_after and text[: match.start()].lower().rstrip(" _\n#:").endswith(banned.but_after)
        if not is_right and not any(re.search(context, around) for context in allowed):
            yield line + 1


@pytest.mark.parametrize("word", BANNED)
def test_a_word_that_we_do_not_use_is_not_there(word: str):
    used = [f"{each.shown}:{line}" for each in texts() for line in uses_of(word, each.text)]
    assert used == [], f'write instead of "{word}": {BANNED[word].instead}'


@cache
def trees() -> dict[str, ast.Module]:
    """The syntax tree of every module, by its path in the program."""
    return {
        file.relative_to(SOURCE).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(SOURCE.rglob("*.py"))
    }


def test_a_function_is_named_by_more_than_a_participle_or_a_preposition():
    bare = [
        f"{path}: {node.name}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and BARE.fullmatch(node.name)
    ]
    assert bare == [], "name a function by a verb and its object, such as parse_front_matter"


def test_a_public_name_means_one_thing():
    homes: dict[str, set[str]] = defaultdict(set)
    for path, tree in trees().items():
        home = next((folder for folder in PLUG_INS if path.startswith(f"{folder}/")), path)
        for node in tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                homes[node.name].add(home)
    twice = {name: sorted(found) for name, found in homes.items() if len(found) > 1}
    assert {name: found for name, found in twice.items() if name not in SHARED} == {}


def test_a_public_name_is_imported_under_its_own_name():
    renamed = [
        f"{path}: {each.name} as {each.asname}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for each in node.names
        if each.asname and each.asname != each.name and not each.asname.startswith("_")
    ]
    assert renamed == []

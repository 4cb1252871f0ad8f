"""Names in BibTeX: "First von Last", "von Last, First" or "von Last, Jr, First", joined by "and"; bodies in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.citations.names import PARTICLES
from citewell.evidence.items.people import (
    CslName,
    ends_in_initials,
    from_display,
    from_initials,
    has_only_suffix,
    is_body,
    is_full_name,
    is_second_half,
    is_suffix,
    people_in,
)
from citewell.evidence.rich_text.latex import plain

_PAIR: Final = re.compile(r"(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_SPACE: Final = re.compile(r"\\.|(?P<space>[\s~]+)", re.DOTALL)
_PARTS: Final = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.-?)+")
_OTHER_JOINTS: Final = (";", " & ", r" \& ", " und ")
_LONGEST_BODY: Final = 300  # characters: a longer name is no body's, and each piece is compared with what is joined
_BY_AND: Final = 'BibTeX joins authors with "and"'


class ReadNames(NamedTuple):
    """The names of a field as CSL has them, whether "and others" followed them, and what was likely but not sure."""

    names: list[CslName]
    others: bool
    remarks: tuple[str, ...] = ()


def names(latex: str) -> ReadNames:
    """The names of a field that is still LaTeX, because braces say what is one word."""
    given = [name.strip() for name in _split(latex, " and ") if name.strip()]
    others = bool(given) and given[-1].lower() in {"others", "{others}", "et al.", "et al"}
    remarks: list[str] = []
    pieces = list(_whole_bodies(given[:-1] if others else given, remarks))
    others_natural = bool(pieces[1:]) and all(_is_natural(piece) for piece in pieces[1:])
    found = [name for piece in pieces for name in _names(piece, remarks, mixed=others_natural) if name]
    return ReadNames(found, others, tuple(remarks))


def _whole_bodies(pieces: list[str], remarks: list[str]) -> Iterator[str]:
    """The pieces between "and", those joined again that are one body: ``Centre for Disease Prevention and Control``."""
    joined = ""
    for piece in pieces:
        may_join = (
            joined and len(joined) + len(piece) <= _LONGEST_BODY and not (_is_braced(joined) or _is_braced(piece))
        )
        if may_join and is_second_half(plain(joined), plain(piece)):
            joined = f"{joined} and {piece}"
            name = plain(joined)
            remarks.append(f'"{name}" was read as one body; to say so, BibTeX has braces: {{{name}}}')
        else:
            if joined:
                yield joined
            joined = piece
    if joined:
        yield joined


def _is_natural(piece: str) -> bool:
    """Whether a piece is the name of a person with the given name first."""
    return "," not in piece and not _is_braced(piece) and is_full_name(plain(piece))


def _names(latex: str, remarks: list[str], *, mixed: bool) -> list[CslName]:
    """The name of a piece, or the names, where commas or semicolons join several."""
    latex = latex.rstrip(" ,\t\n")
    if _is_braced(latex):
        return [{"literal": plain(latex)}]
    pairs = [_PAIR.fullmatch(part.strip()) for part in _split(latex, ",")]
    if all(pairs):
        return [{_PARTS[pair[1].lower()]: plain(pair[2]) for pair in pairs if pair}]
    several, how = _joined_otherwise(latex)
    if several:
        remarks.append(f"{how} join {len(several)} names here; {_BY_AND}")
        return [name for piece in several for name in _names(piece, remarks, mixed=mixed)]
    return _between_joints(latex, remarks, mixed=mixed)


def _joined_otherwise(latex: str) -> tuple[list[str], str]:
    """The names between semicolons, or between "&" or "und" if they are people's, and what joins them."""
    for joint in _OTHER_JOINTS:
        pieces = [piece.strip() for piece in _split(latex, joint) if piece.strip()]
        if len(pieces) > 1 and (joint == ";" or all(is_full_name(plain(each.replace(",", " "))) for each in pieces)):
            return pieces, "semicolons" if joint == ";" else f'"{plain(joint.strip())}"'
    return [], ""


def _between_joints(latex: str, remarks: list[str], *, mixed: bool) -> list[CslName]:
    """One name in any of BibTeX's three orders, or the names that only commas join."""
    parts = [part.strip() for part in _split(latex, ",")]
    if len(parts) == 1:
        return [_natural(_words(latex))]
    if len(parts) == 2 and has_only_suffix(plain(parts[0]), plain(parts[1])):  # "Martin Luther King, Jr."
        return [_natural(_words(parts[0])) | {"suffix": plain(parts[1])}]
    return _by_commas(parts, plain(latex), remarks, mixed=mixed) or [_inverted(parts)]


def _inverted(parts: list[str]) -> CslName:
    """``von Last, First`` or ``von Last, Jr, First``; a suffix may also follow one of the two names."""
    particle, words = _particle(_words(parts[0]))
    suffix, given = ("", parts[1]) if len(parts) == 2 else (parts[1], " ".join(parts[2:]))
    if len(parts) == 3 and is_suffix(plain(parts[2])) and not is_suffix(plain(parts[1])):
        suffix, given = parts[2], parts[1]
    if not suffix and len(words) > 1 and is_suffix(plain(words[-1])):
        *words, suffix = words
    return _made(family=" ".join(words), given=given, particle=particle, suffix=suffix)


def _by_commas(parts: list[str], words: str, remarks: list[str], *, mixed: bool) -> list[CslName]:
    """Several people, or a body, with commas in the name; nothing for the name of one person.

    ``mixed`` says that another name of the field has its family name last, so this one may be two such names.
    """
    names = people_in(words).names
    plain_parts = [plain(part) for part in parts]
    whole = any(_is_braced(part) for part in parts)
    if len(names) == 1 and len(parts) == 2 and mixed and not whole and all(map(is_full_name, plain_parts)):
        names = [name for part in plain_parts if (name := from_display(part))]
    if len(names) > 1 and not whole:
        remarks.append(f"commas join the names here, which were read as {len(names)} people; {_BY_AND}")
        return names
    if len(parts) > 3 or (len(parts) == 3 and not any(map(is_suffix, plain_parts[1:]))):
        if not is_body(words):
            remarks.append(f"these look like several people, and were kept as they are; {_BY_AND}")
        return [{"literal": words.strip().rstrip(",")}]
    return names if "literal" in names[0] and not whole else []


def _natural(words: list[str]) -> CslName:
    """``First von Last``: what begins with a small letter, and all between two such words, is the particle.

    A first word in small letters that is no known particle is a given name.
    """
    whole = plain(" ".join(words))
    if len(words) == 1 or is_body(whole):
        return {"literal": whole}
    if ends_in_initials(whole) and (name := from_initials(whole)):
        return name
    if len(words) > 2 and is_suffix(plain(words[-1])):
        return _natural(words[:-1]) | {"suffix": plain(words[-1])}
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word) and (at or plain(word) in PARTICLES)]
    if not small:
        first = _after_initials(words)
        return _made(family=" ".join(words[first:]), given=" ".join(words[:first]))
    start, end = small[0], small[-1] + 1
    given, particle, family = words[:start], words[start:end], words[end:]
    return _made(family=" ".join(family), given=" ".join(given), particle=" ".join(particle))


def _after_initials(words: list[str]) -> int:
    """Where the family name begins: with the last word, or, where initials follow a given name, after them.

    "Luís A. Bastião Silva" has two family names; "J. Robert Oppenheimer" begins with an initial, so it has one.
    """
    initials = [at for at, word in enumerate(words) if _INITIAL.fullmatch(plain(word))]
    return initials[-1] + 1 if initials and initials[0] and initials[-1] < len(words) - 1 else len(words) - 1


def _particle(words: list[str]) -> tuple[str, list[str]]:
    """The particle before a family name, and the words of the name."""
    end = max((at + 1 for at, word in enumerate(words[:-1]) if _is_small(word)), default=0)
    return " ".join(words[:end]), words[end:]


def _words(latex: str) -> list[str]:
    return [word for word in _split(latex.replace("\n", " "), " ") if word]


def _made(family: str, given: str, particle: str = "", suffix: str = "") -> CslName:
    parts = {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {name: text for name, latex in parts.items() if (text := plain(latex).strip())}


def _is_small(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter outside braces is small."""
    bare = plain(word) if word.startswith(("\\", "{\\")) else word  # a special character is a letter (BibTeXing, 4)
    letter = next((sign for sign in bare if sign.isalpha() or sign == "{"), "")
    return letter.islower()


def _is_braced(latex: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (latex.startswith("{") and latex.endswith("}")) or latex.startswith("{\\"):
        return False
    depth = 0
    for at, sign in enumerate(latex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return at == len(latex) - 1
    return False


def _split(text: str, separator: str) -> Iterator[str]:
    r"""The parts of a text between separators that stand in no braces; white space and ties (``~``) are a space.

    What follows a backslash is part of a command, so ``\~`` is an accent and no tie.
    """
    text = _SPACE.sub(lambda match: " " if match["space"] else match[0], text) if " " in separator else text
    depth, start, at = 0, 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if depth == 0 and text[at : at + len(separator)].lower() == separator:
            yield text[start:at]
            at = start = at + len(separator)
            continue
        depth = max(depth + {"{": 1, "}": -1}.get(text[at], 0), 0)
        at += 1
    yield text[start:]

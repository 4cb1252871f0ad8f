"""Names in BibTeX: "First von Last", "von Last, First" or "von Last, Jr, First", joined by "and"; bodies in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.citations.names import PARTICLES
from citewell.evidence.items.people import (
    CslName,
    ends_in_initials,
    has_only_suffix,
    is_full_name,
    is_organisation,
    is_second_half_of_organisation,
    is_suffix,
    parse_display_name,
    parse_initials_name,
    parse_names,
)
from citewell.evidence.rich_text.latex import latex_to_text

_PAIR: Final = re.compile(r"(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_SPACE: Final = re.compile(r"\\.|(?P<space>[\s~]+)", re.DOTALL)
_PARTS: Final = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.-?)+")
_OTHER_JOINTS: Final = (";", " & ", r" \& ", " und ")
_LONGEST_ORGANISATION: Final = (
    300  # characters: no organisation has a longer name; each piece is compared with the rest
)
_BY_AND: Final = 'BibTeX joins authors with "and"'


class ReadNames(NamedTuple):
    """The names of a field as CSL has them, whether "and others" followed them, and what was likely but not sure."""

    names: list[CslName]
    others: bool
    remarks: tuple[str, ...] = ()


def read_bibtex_names(latex: str) -> ReadNames:
    """The names of a field that is still LaTeX, because braces say what is one word."""
    given = [name.strip() for name in _split_outside_braces(latex, " and ") if name.strip()]
    others = bool(given) and given[-1].lower() in {"others", "{others}", "et al.", "et al"}
    remarks: list[str] = []
    pieces = list(_rejoin_organisations(given[:-1] if others else given, remarks))
    others_natural = bool(pieces[1:]) and all(_is_given_name_first(piece) for piece in pieces[1:])
    found = [name for piece in pieces for name in _read_piece(piece, remarks, mixed=others_natural) if name]
    return ReadNames(found, others, tuple(remarks))


def _rejoin_organisations(pieces: list[str], remarks: list[str]) -> Iterator[str]:
    """The pieces between "and", those joined again that are one body: ``Centre for Disease Prevention and Control``."""
    joined = ""
    for piece in pieces:
        may_join = (
            joined
            and len(joined) + len(piece) <= _LONGEST_ORGANISATION
            and not (_is_braced(joined) or _is_braced(piece))
        )
        if may_join and is_second_half_of_organisation(latex_to_text(joined), latex_to_text(piece)):
            joined = f"{joined} and {piece}"
            name = latex_to_text(joined)
            remarks.append(f'"{name}" was read as one body; to say so, BibTeX has braces: {{{name}}}')
        else:
            if joined:
                yield joined
            joined = piece
    if joined:
        yield joined


def _is_given_name_first(piece: str) -> bool:
    """Whether a piece is the name of a person with the given name first."""
    return "," not in piece and not _is_braced(piece) and is_full_name(latex_to_text(piece))


def _read_piece(latex: str, remarks: list[str], *, mixed: bool) -> list[CslName]:
    """The name of a piece, or the names, where commas or semicolons join several."""
    latex = latex.rstrip(" ,\t\n")
    if _is_braced(latex):
        return [{"literal": latex_to_text(latex)}]
    pairs = [_PAIR.fullmatch(part.strip()) for part in _split_outside_braces(latex, ",")]
    if all(pairs):
        return [{_PARTS[pair[1].lower()]: latex_to_text(pair[2]) for pair in pairs if pair}]
    several, how = _split_at_other_joints(latex)
    if several:
        remarks.append(f"{how} join {len(several)} names here; {_BY_AND}")
        return [name for piece in several for name in _read_piece(piece, remarks, mixed=mixed)]
    return _read_between_joints(latex, remarks, mixed=mixed)


def _split_at_other_joints(latex: str) -> tuple[list[str], str]:
    """The names between semicolons, or between "&" or "und" if they are people's, and what joins them."""
    for joint in _OTHER_JOINTS:
        pieces = [piece.strip() for piece in _split_outside_braces(latex, joint) if piece.strip()]
        if len(pieces) > 1 and (
            joint == ";" or all(is_full_name(latex_to_text(each.replace(",", " "))) for each in pieces)
        ):
            return pieces, "semicolons" if joint == ";" else f'"{latex_to_text(joint.strip())}"'
    return [], ""


def _read_between_joints(latex: str, remarks: list[str], *, mixed: bool) -> list[CslName]:
    """One name in any of BibTeX's three orders, or the names that only commas join."""
    parts = [part.strip() for part in _split_outside_braces(latex, ",")]
    if len(parts) == 1:
        return [_read_given_name_first(_split_words(latex))]
    if len(parts) == 2 and has_only_suffix(
        latex_to_text(parts[0]), latex_to_text(parts[1])
    ):  # "Martin Luther King, Jr."
        return [_read_given_name_first(_split_words(parts[0])) | {"suffix": latex_to_text(parts[1])}]
    return _read_by_commas(parts, latex_to_text(latex), remarks, mixed=mixed) or [_read_inverted(parts)]


def _read_inverted(parts: list[str]) -> CslName:
    """``von Last, First`` or ``von Last, Jr, First``; a suffix may also follow one of the two names."""
    particle, words = _split_particle(_split_words(parts[0]))
    suffix, given = ("", parts[1]) if len(parts) == 2 else (parts[1], " ".join(parts[2:]))
    if len(parts) == 3 and is_suffix(latex_to_text(parts[2])) and not is_suffix(latex_to_text(parts[1])):
        suffix, given = parts[2], parts[1]
    if not suffix and len(words) > 1 and is_suffix(latex_to_text(words[-1])):
        *words, suffix = words
    return _make_name(family=" ".join(words), given=given, particle=particle, suffix=suffix)


def _read_by_commas(parts: list[str], words: str, remarks: list[str], *, mixed: bool) -> list[CslName]:
    """Several people, or a body, with commas in the name; nothing for the name of one person.

    ``mixed`` says that another name of the field has its family name last, so this one may be two such names.
    """
    names = parse_names(words).names
    plain_parts = [latex_to_text(part) for part in parts]
    whole = any(_is_braced(part) for part in parts)
    if len(names) == 1 and len(parts) == 2 and mixed and not whole and all(map(is_full_name, plain_parts)):
        names = [name for part in plain_parts if (name := parse_display_name(part))]
    if len(names) > 1 and not whole:
        remarks.append(f"commas join the names here, which were read as {len(names)} people; {_BY_AND}")
        return names
    if len(parts) > 3 or (len(parts) == 3 and not any(map(is_suffix, plain_parts[1:]))):
        if not is_organisation(words):
            remarks.append(f"these look like several people, and were kept as they are; {_BY_AND}")
        return [{"literal": words.strip().rstrip(",")}]
    return names if "literal" in names[0] and not whole else []


def _read_given_name_first(words: list[str]) -> CslName:
    """``First von Last``: what begins with a small letter, and all between two such words, is the particle.

    A first word in lower case that is not a known particle is a given name.
    """
    whole = latex_to_text(" ".join(words))
    if len(words) == 1 or is_organisation(whole):
        return {"literal": whole}
    if ends_in_initials(whole) and (name := parse_initials_name(whole)):
        return name
    if len(words) > 2 and is_suffix(latex_to_text(words[-1])):
        return _read_given_name_first(words[:-1]) | {"suffix": latex_to_text(words[-1])}
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word) and (at or latex_to_text(word) in PARTICLES)]
    if not small:
        first = _find_family_name(words)
        return _make_name(family=" ".join(words[first:]), given=" ".join(words[:first]))
    start, end = small[0], small[-1] + 1
    given, particle, family = words[:start], words[start:end], words[end:]
    return _make_name(family=" ".join(family), given=" ".join(given), particle=" ".join(particle))


def _find_family_name(words: list[str]) -> int:
    """Where the family name begins: with the last word, or, where initials follow a given name, after them.

    "Luís A. Bastião Silva" has two family names; "J. Robert Oppenheimer" begins with an initial, so it has one.
    """
    initials = [at for at, word in enumerate(words) if _INITIAL.fullmatch(latex_to_text(word))]
    return initials[-1] + 1 if initials and initials[0] and initials[-1] < len(words) - 1 else len(words) - 1


def _split_particle(words: list[str]) -> tuple[str, list[str]]:
    """The particle before a family name, and the words of the name."""
    end = max((at + 1 for at, word in enumerate(words[:-1]) if _is_small(word)), default=0)
    return " ".join(words[:end]), words[end:]


def _split_words(latex: str) -> list[str]:
    return [word for word in _split_outside_braces(latex.replace("\n", " "), " ") if word]


def _make_name(family: str, given: str, particle: str = "", suffix: str = "") -> CslName:
    parts = {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {name: text for name, latex in parts.items() if (text := latex_to_text(latex).strip())}


def _is_small(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter outside braces is small."""
    bare = (
        latex_to_text(word) if word.startswith(("\\", "{\\")) else word
    )  # a special character is a letter (BibTeXing, 4)
    letter = next((each for each in bare if each.isalpha() or each == "{"), "")
    return letter.islower()


def _is_braced(latex: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (latex.startswith("{") and latex.endswith("}")) or latex.startswith("{\\"):
        return False
    depth = 0
    for at, character in enumerate(latex):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return at == len(latex) - 1
    return False


def _split_outside_braces(text: str, separator: str) -> Iterator[str]:
    r"""The parts of a text between separators outside braces; white space and ties (``~``) become a space.

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

"""Names of hosts that look like others: scripts that must not meet in one name, and letters that look the same.

After Unicode Technical Standard #39 (Unicode Security Mechanisms): "highly restrictive" sets of scripts (5.2), and its
confusables as far as they are letters that a host name can hold and that look like small Latin letters.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_LATIN: Final = "LATIN"
_HAN: Final = frozenset({_LATIN, "CJK"})
#: Scripts that are written together, each with Latin.
_TOGETHER: Final = (_HAN | {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}, _HAN | {"BOPOMOFO"}, _HAN | {"HANGUL"})

_CYRILLIC: Final = dict(zip("аеорсухіјѕһԁԛԝӏпгѵүԍь", "aeopcyxijshdqwlnrvygb", strict=True))
_GREEK: Final = dict(zip("αγικνορτυωηχϲϳ", "ayikvoptuwnxcj", strict=True))
_ARMENIAN: Final = dict(zip("օհոսցզյ", "ohnugqj", strict=True))
#: Latin letters, for example for phonetics, which no language needs in a name.
_ODD_LATIN: Final = dict(zip("ɡɑɩʋᴀᴄᴏᴠᴡꜱᴢʟ", "gaivacovwszl", strict=True))
_ALIKE: Final = str.maketrans(_CYRILLIC | _GREEK | _ARMENIAN | _ODD_LATIN | {"ı": "i", "ł": "l", "đ": "d", "ø": "o"})
_SAME_SHAPE: Final = str.maketrans("01i", "oll")


def decode_host(host: str) -> str:
    """A host name as browsers may show it: ``xn--`` parts decoded, wide and styled letters as the plain ones."""
    if host.isascii() and "xn--" not in host:
        return host
    return ".".join(map(_decode_label, unicodedata.normalize("NFKC", host).lower().split(".")))


def describe_deception(host: str) -> str | None:
    """What is deceptive about a readable host name by itself, as the end of a sentence; ``None`` when nothing is."""
    if host.isascii():
        return None
    labels = host.split(".")
    for label in labels:
        foreign = next(
            (
                character
                for character in label
                if not character.isascii() and unicodedata.category(character)[0] in "PS"
            ),
            None,
        )
        if foreign:
            return f'has the character "{foreign}" ({_format_code_point(foreign)}) in it, which only looks like another'
        found = _describe_mixed_scripts(label) or (_describe_lookalike_letters(label) if labels[-1].isascii() else None)
        if found:
            return found
    return None


def make_skeleton(name: str) -> str:
    """What a name looks like at a glance: look-alikes, accents, and ``rn``/``m``, ``vv``/``w``, 0/o, 1/l/i are one."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", name.translate(_ALIKE))
        if not unicodedata.combining(character)
    )
    return bare.replace("rn", "m").replace("vv", "w").translate(_SAME_SHAPE)


def _decode_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except ValueError:  # no such name can exist, so nobody can be deceived by it
        return label


def _describe_mixed_scripts(label: str) -> str | None:
    """A label in scripts that nobody writes together; the letter of the script that is rarer in it is named."""
    scripts = [(character, _name_script(character)) for character in label if character.isalpha()]
    kinds = {script for _, script in scripts}
    if len(kinds) <= 1 or any(kinds <= together for together in _TOGETHER):
        return None
    counts = {kind: sum(script == kind for _, script in scripts) for kind in kinds}
    odd, script = min(scripts, key=lambda pair: (counts[pair[1]], pair[1] == _LATIN))
    return f'mixes scripts: its "{odd}" is a {script.capitalize()} letter ({_format_code_point(odd)})'


def _describe_lookalike_letters(label: str) -> str | None:
    """A label wholly in letters that look like Latin ones, under an ending in Latin letters."""
    letters = [character for character in label if character.isalpha()]
    phonetic = next((character for character in letters if character in _ODD_LATIN), None)
    if phonetic:
        alike = _ODD_LATIN[phonetic]
        return f'has the letter "{phonetic}" ({_format_code_point(phonetic)}) in it, which looks like "{alike}"'
    for table in (_CYRILLIC, _GREEK, _ARMENIAN):
        if letters and all(character in table for character in letters):
            looks = "".join(table.get(character, character) for character in label)
            return f'is written in {_name_script(letters[0]).capitalize()} letters, and looks like "{looks}"'
    return None


def _name_script(letter: str) -> str:
    """The first word of a letter's Unicode name, which is its script for those that a host name can hold."""
    return unicodedata.name(letter, "unknown").split()[0]


def _format_code_point(character: str) -> str:
    return f"U+{ord(character):04X}"

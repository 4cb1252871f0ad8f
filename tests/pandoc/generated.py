"""Texts with citations in them: right ones, and near misses as a slip of the hand would make them."""

from __future__ import annotations

import re
from random import Random
from typing import Final

_KNOWN_KEYS: Final = """a b2 _c 2020 harding-2005 who_2023 doi:10.1136/bmj.f7095 https://a.org/x.y {Müller} {a[b]c}
    {doi:10.1002/(SICI)1<1::AID>3.0.CO;2-3} {https://a.org/?q=1&r=2#s}""".split()
_LETTERS: Final = "aB2_"
_BRACED_LETTERS: Final = "aB2_.,:;<>()[]/?&=#%+~!$'*-`"
_PHRASES: Final = ["*this; that*", "**this, *that***"]
_WORDS: Final = """see also e.g. NICE's 5 3.4 § naïve p<0.05 R&amp;D &lt;3 &#91;x&#93; (in it) *see* **see** _see_ `x`
    `a;b` snake_case \\* \\; \\[x\\] a\\@b me@a.org – — & &amp; &nbsp; 5% x: this, ¶ ! ? ... $5 ^2 ~5 #1 'words' 1/2
    x=y | {x} (a) text. p.""".split()
_QUOTED: Final = ['"words"', "“words”"]
_PLACES: Final = [
    "",
    "",
    ", p. 3",
    ", pp. 3-5, 7",
    ", section 1.11",
    " p. 3",
    ", 33",
    ", {vii, A}",
    ", chap. iv",
    ", table S1",
]
_QUOTES: Final = ["", "", "", ' "words"', " “one, two”", ' "see [1]"', ' "the patient\'s"', ' "one; two"']
_SPACES: Final = ["", "", "", " ", "  ", "\n"]
_BEFORE: Final = ["", "Words. ", "Words ", "*Words* ", "`x` ", "&amp; ", "(", "A [link](https://a.org/x) "]
_AFTER: Final = ["", ".", " words", ", and", ")", " [@z]", " [sic]", "\nwords"]


def right(random: Random) -> str:
    """A text with one citation or two, nothing wrong in it."""
    items = "; ".join(_item(random) for _ in range(random.choice((1, 1, 2, 3))))
    around = (random.choice(texts) for texts in (_BEFORE, _SPACES, _SPACES, _AFTER))
    before, first, last, after = around
    return f"{before}[{first}{items}{last}]{after}"


def _item(random: Random) -> str:
    before = "".join(f"{word} " for word in _some(random, [*_WORDS, *_PHRASES, *_QUOTED], 2))
    behind = "".join(f" {word}" for word in _some(random, [*_WORDS, *_PHRASES], 3))
    minus, comma = random.choice(("", "", "-")), random.choice(("", ",")) if behind else ""
    return f"{before}{minus}@{_key(random)}{random.choice(_PLACES)}{comma}{behind}{random.choice(_QUOTES)}"


def _key(random: Random) -> str:
    kind = random.randrange(3)
    if kind == 0:
        return random.choice(_KNOWN_KEYS)
    if kind == 1:
        pieces = ["".join(random.choices(_LETTERS, k=random.randint(1, 4))) for _ in range(random.randint(1, 4))]
        return "".join(piece + random.choice(("-", ".", ":", "/", "_", "://")) for piece in pieces) + "x"
    return "{" + "".join(random.choices(_BRACED_LETTERS, k=random.randint(1, 9))) + "}"


def _some(random: Random, words: list[str], most: int) -> list[str]:
    return random.choices(words, k=random.randint(0, most))


# What near misses leave out because the two differ there in other ways. The Markdown around citations: a line that
# begins with a sign, a backslash before white space or a letter that is not ASCII, four stars. And what the handbook
# lists as differences: brackets in brackets (to pandoc even ``[x]@a]`` is a citation), curly quotes around a semicolon,
# straight ones around a bracket or ``-@``, single ones around a key.
_ELSEWHERE: Final = re.compile(
    r"\n\s*[^\w\s@\[(\"]|\\[^!-~]|\*{4}|\]-?@|\[[^\]]*\[|“[^”]*;[^”]*”|\"[^\"]*(?:\]|-@)|'[^']*@"
)
_KEYLIKE: Final = """@a @a @a -@a @2 @_ @{a} @{a;b} @{a @ @ü @a-ü @a- @a: @a. @a--b @a..b @a//b @a/ @{a{b}c} @{} x@a
    x-@a \\@a @a\\_b @https://a.org/?q=1 @https://a.org/x/ @a,p.3 @a(b) *@a* `@a` @&auml; @{a}b @a;b [@a] "@a" (@a)
    /@a !@a @*""".split()
_SPACED: Final = [" ", " ", " ", "\n", "; ", ", ", "no source: advice", "no s", "p. 3"]
_SIGNS: Final = """; , . : [ ] ( ) { } \\ * ** _ ` < > " “ ” ' - & &amp; ! ? / | ](x) x@b""".split()


def near_miss(random: Random) -> str:
    """A text with a bracket and something like a key in it."""
    while True:
        pieces = [_SPACED, _SIGNS, _WORDS, _KEYLIKE]
        text = "x" + random.choice(("", "", "", " ", "Words. ", "!", "\\", "*", "`")) + "["
        text += "".join(random.choice(random.choice(pieces)) for _ in range(random.randint(0, 2)))
        text += random.choice(("", " ", "; ", "see ")) + random.choice(_KEYLIKE)
        text += "".join(random.choice(random.choice(pieces)) for _ in range(random.randint(0, 4)))
        text += random.choice(("]", "]", "]", "", "](x)", "][@b]", "] [@b]", "]*", "]`", "] words"))
        if not _ELSEWHERE.search(text):
            return text

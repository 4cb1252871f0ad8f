"""Words that change how many, how much, how sure or whether: two sentences that differ in them say different things.

And the words that only hold a sentence together, in which two sentences may differ and still say the same.
"""

from __future__ import annotations

from typing import Final

AMOUNT_WORDS: Final = frozenset(
    """
    about almost approximately around at-least at-most average below above barely between circa exactly fewer half
    less least majority many minority more most nearly only over roughly several than third two-thirds three-quarters
    quarter under up twice double doubled triple tripled
    all always both can cannot commonly could each either every few frequently generally hardly likely mainly may
    maybe might mostly must never no nobody none nor not nothing occasionally often perhaps possibly possible
    probably rare rarely seldom should sometimes some suspected typically unlikely usually without certainly
    can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't won't
    wouldn't aren't
    second seconds minute minutes hour hours day days week weeks fortnight fortnights month months year years decade
    decades mm cm m km millimetre millimetres centimetre centimetres metre metres inch inches mcg mg g kg µg μg gram
    grams milligram milligrams microgram micrograms kilogram kilograms ml litre litres millilitre millilitres percent
    per daily weekly monthly yearly hourly once
    """.split()
)
"""Amounts, shares, how sure or how often, denials, and units of measurement. Figures and ``NUMBER_WORDS`` count too."""
NUMBER_WORDS: Final = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if number != 1  # "one study" is "a study"
}
"""Numbers in words, and their figures."""
SAME_AMOUNT: Final = {
    "certain": "some",
    "roughly": "about",
    "around": "about",
    "approximately": "about",
    "nearly": "almost",
}
"""Words that say the same as another one."""
LINKING_WORDS: Final = frozenset(
    """
    a an and any are as at be because been being but by did do does for from had has have he her his how i if in into is
    it its of on one or our out she so such that the their them then there these they this those to too us was we were
    what when where which while who whom whose will with would you your also just very however therefore
    """.split()
)
"""Articles, prepositions, pronouns, auxiliary verbs."""

"""Words that say how sure, how often or of how many something is true, on a scale from "some" to "all"."""

from __future__ import annotations

from typing import Final

ALL: Final = 5.0
"""Always, everybody, for certain."""
PLAIN: Final = 4.5
"""A statement without any of these words."""

MANNERS: Final = {
    word: strength
    for strength, words in {
        ALL: "always never none nobody every-time inevitably certainly definitely undoubtedly invariably",
        3.0: "usually generally typically normally mostly mainly tend tends tended largely",
        2.5: """likely probably often frequently commonly common frequent probable regularly rarely seldom hardly
            scarcely barely unlikely rare uncommon infrequent infrequently""",
        1.5: """may might can could possible possibly perhaps potentially potential sometimes occasionally suggest
            suggests suggested suggesting appear appears seem seems suspect suspects suspected possibility option
            options unclear""",
    }.items()
    for word in words.split()
}
"""How sure or how often, by single words."""
QUANTIFIERS: Final = {
    word: strength
    for strength, words in {
        ALL: "all every everyone everybody anyone anybody",
        3.0: "most majority main leading commonest deadliest",
        2.5: "many few handful minority",
        1.5: "some certain",
    }.items()
    for word in words.split()
}
"""Of how many."""
OFTEN: Final = frozenset("often usually common commonly frequent frequently mostly always most many normally".split())
"""Words for what happens in many cases."""
COMPARED_HEDGES: Final = frozenset("likely common often frequent frequently commonly".split())
"""Words that are not a hedge after one of ``COMPARING_HEDGES``: "more likely"."""
NAMED_COMMON: Final = frozenset("cold colds wart warts bile variable sense".split())
"""Words with which "common" is a name."""
COMPARING_HEDGES: Final = frozenset("more less as most how equally least fewer".split())
"""Words that make a comparison of the next."""
NOT_OFTEN: Final = 2.5
"""How strong "not often" is: as strong as "seldom"."""
FOREMOST: Final = frozenset("main leading commonest deadliest".split())
"""Words for what is more than all others: "the most common" says the same."""
FEW_TIMES: Final = frozenset("sometimes occasionally some".split())
"""Weak words that are not a mere possibility: "sometimes" is not "usually"."""
ALMOST: Final = frozenset("almost nearly virtually practically".split())
"""Words that take a little from "all" and "always"."""
ALMOST_ALL: Final = 4.0
PHRASES: Final = {
    ("most", "of", "the", "time"): 3.0,
    ("as", "a", "rule"): 3.0,
    ("for", "the", "most", "part"): 3.0,
    ("in", "general"): 3.0,
    ("small", "number"): 2.5,
    ("a", "few"): 1.5,
    ("not", "always"): 2.5,
    ("not", "all"): 2.5,
    ("not", "every"): 2.5,
    ("not", "everyone"): 2.5,
    ("not", "usually"): 2.5,
    ("not", "often"): 2.5,
    ("where", "possible"): 1.5,
    ("if", "possible"): 1.5,
}
"""Phrases that say how often."""
NOT_AFTER_PHRASES: Final = frozenset("practice practices practitioner practitioners hospital hospitals".split())
"""Words before which such a phrase means something else: "in general practice"."""
ASSOCIATIONS: Final = frozenset("associated association linked link links correlated correlation related".split())
"""Words that say that two things occur together."""
CAUSES: Final = frozenset("cause causes caused causing because prevents prevented cures proves due".split())
"""Words that say that one thing brings another about."""
DUTIES: Final = frozenset("must should need needs has-to have-to required recommended mandatory essential".split())
"""Words that make a recommendation strong."""
OPTIONS: Final = frozenset(
    "may might could consider considered option options suggest suggests can optional think thinks sense try".split()
)
"""Words that make a recommendation weak."""

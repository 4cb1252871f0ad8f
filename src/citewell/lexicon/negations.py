"""Words that deny: "not", "without", "seldom", "painless"."""

from __future__ import annotations

from typing import Final

DENIALS: Final = frozenset(
    """not no non zero never none nobody nothing neither nor nil without cannot can't don't doesn't didn't won't
    isn't aren't wasn't weren't shouldn't couldn't wouldn't haven't hasn't hadn't mustn't needn't lack lacks
    lacked lacking absence absent missing fail fails failed unable avoid avoids avoided avoiding exclude
    excludes excluded excluding refrain contraindicated""".split()
)
"""Words that deny what follows them, or the rest of what they belong to."""
NAMED_FAILURE: Final = frozenset("failure failures".split())
"""Words that deny only before "to": "heart failure" and "a failure rate of 1%" deny nothing."""
SMALL: Final = frozenset("difference differences effect effects benefit impact change improvement evidence".split())
"""Words before which "little" says how much, not how seldom."""
DENIALS_AFTER: Final = frozenset("missing absent lacking none excluded contraindicated".split())
"""Of these, the ones that deny what is before them."""
SELDOM: Final = frozenset(
    """rarely seldom hardly scarcely barely unlikely rare uncommon infrequent infrequently infrequently little
    occasionally""".split()
)
"""Words that nearly deny."""
DENIED_BY_TWO: Final = {("rule", "out"), ("rules", "out"), ("ruled", "out"), ("free", "of"), ("free", "from")} | {
    ("far", "from"),
    ("other", "than"),
    ("instead", "of"),
    ("rather", "than"),
}
"""Pairs of words that deny what follows them."""
REPLACED: Final = frozenset({("rather", "than"), ("instead", "of"), ("other", "than")})
"""Pairs of words that leave something out without denying it."""
NO_DENIAL: Final = {
    ("not", "only"),
    ("no", "more"),
    ("no", "less"),
    ("no", "fewer"),
    ("not", "more"),
} | {
    ("not", "less"),
    ("not", "fewer"),
    ("no", "matter"),
    ("no", "doubt"),
    ("no", "older"),
    ("no", "."),
    ("other", "than"),
    ("rather", "than"),
    ("none", "theless"),
}
"""Pairs of words that begin with a denial and deny nothing."""
ADVISING: Final = frozenset(
    "advise advises advised advice recommend recommends recommended warn warns warned argue decide".split()
)
"""Words after which "against" denies; "works against" does not."""
OPPOSITES: Final = {
    "useless": "effective",
    "painless": "pain",
    "painlessly": "pain",
    "asymptomatic": "symptom",
    "symptomless": "symptom",
    "benign": "cancer",
    "harmless": "serious",
    "noncancerous": "cancer",
    "unnecessary": "need",
    "unneeded": "need",
    "needless": "need",
    "unexplained": "explain",
    "unknown": "know",
    "incomplete": "comple",
    "undetectable": "find",
    "undetected": "find",
    "killed": "survive",
    "inactivated": "survive",
    "unintentional": "intend",
    "unintended": "intend",
    "impossible": "possible",
    "unsafe": "safe",
    "ineffective": "effective",
    "unclear": "clear",
    "uncertain": "certain",
    "unrelated": "relate",
    "abnormal": "normal",
    "unusual": "usual",
    "uncommon": "common",
    "unvaccinated": "vaccine",
    "untreated": "treat",
    "stay": "move",
    "stays": "move",
    "staying": "move",
    "stationary": "move",
    "immobile": "move",
    "silent": "symptom",
    "nonsmoker": "smoke",
    "nonsmokers": "smoke",
    "inactive": "active",
    "inaccurate": "accura",
    "unreliable": "rel",
    "insufficient": "suffic",
    "inadequate": "adequa",
    "unproven": "prove",
    "incurable": "cur",
    "incorrect": "correc",
    "dissimilar": "simila",
    "unchanged": "change",
    "unaffected": "change",
    "unhealthy": "health",
    "unsuitable": "suitab",
    "unlicensed": "licens",
    "intolerant": "tolera",
    "noninfectious": "infect",
}
"""Words that deny a meaning (``content_words``): "painless" is not painful."""

"""Words and phrases that say the contrary of one another: allowed or not, works or not, with or without a history."""

from __future__ import annotations

from enum import StrEnum
from itertools import product
from typing import Final


class Question(StrEnum):
    """What a statement may answer with yes or no."""

    ALLOWED = "whether something may be done"
    WORKS = "whether something helps"
    HARMS = "whether something does harm"
    FOUND = "whether something is there"
    LASTS = "whether something goes on"
    SAME = "whether two things are the same"
    FREQUENT = "whether something happens often"
    BEFORE = "whether people had it before"
    FUNCTION = "whether an organ works normally"
    TERM = "whether a baby is born on time"
    MENOPAUSE = "whether women are past the menopause"


OF_PEOPLE: Final = frozenset({Question.BEFORE, Question.FUNCTION, Question.TERM, Question.MENOPAUSE})
"""The questions whose answer says whom a statement is about."""
EVENTS: Final = frozenset({Question.FUNCTION, Question.FOUND, Question.HARMS})
"""The questions of which the answer may be no for some people and yes for the others: shares leave them open."""

_DOING: Final = "take have use eat drink drive give get fly breastfeed receive start swim exercise continue".split()
_DONE: Final = "taken used eaten given started driven continued prescribed combined".split()
_MAY: Final = ("can", "may")
_MUST_NOT: Final = ("must not", "should not", "cannot", "can't", "mustn't", "shouldn't", "do not", "don't", "never")

_YES: Final = {
    Question.ALLOWED: """safe; safely; fine; allowed; permitted; acceptable; all right; no need to avoid; go on taking;
        go ahead""",
    Question.WORKS: """helps; helped; help; protects; protected; protect; prevents; prevented; works; effective;
        efficacy; efficacious; superior; eases; eased; relieves; relieved; shortens; shortened; shorten; improves;
        improved; improve; benefit; benefits; beneficial; reduces; reduced; reduce; speeds up""",
    Question.HARMS: "harm; harms; harmful; damages; dangerous; toxic; teratogenic; poisonous; hazardous",
    Question.FOUND: "was found; were found; was detected; were detected; detectable; is found; are found; is detected",
    Question.LASTS: """carried on; carries on; persisted; persists; sustained; lasted; maintained; endured;
        kept up; was still there; were still there; remained""",
    Question.SAME: """just the same; exactly the same; equally; much the same; about the same; no different;
        made no difference; identical; no difference; did not differ""",
    Question.FREQUENT: "not uncommon; not rare; not unusual; not infrequent; common; often; frequent; frequently",
    Question.BEFORE: "prior; previous; recurrent; already had; have already; past history; history of",
    Question.FUNCTION: "normal; normally; healthy; preserved; intact; work well; works well",
    Question.TERM: "full term; at term; full - term; on time; due date",
    Question.MENOPAUSE: "postmenopausal; past the menopause; after the menopause; post - menopausal",
}
_NO: Final = {
    Question.ALLOWED: """contraindicated; contraindication; unsafe; avoid; avoids; avoided; nil by mouth; forbidden;
        prohibited; banned; off limits; ill - advised; inadvisable; unsuitable; nothing to eat""",
    Question.WORKS: """ineffective; useless; futile; no effect; without effect; no better; no good; stops working;
        no more than a dummy""",
    Question.HARMS: "harmless; benign; innocuous",
    Question.FOUND: "undetectable; undetected; no trace; no traces; absent",
    Question.LASTS: """wore off; wears off; faded; fades; waned; wanes; disappeared; transient; temporary; vanished;
        short - lived; was lost; tailed off""",
    Question.SAME: "differed; differ; differs; difference; significantly lower; significantly higher; "
    "significantly better; significantly worse; significantly longer; significantly shorter; significantly fewer; "
    "significantly less; significantly more",
    Question.FREQUENT: "rare; rarely; seldom; hardly ever; uncommon; infrequent; infrequently; unusual; not common",
    Question.BEFORE: """never had; not had one; first - ever; first - time; no previous; no history; no prior;
        new - onset""",
    Question.FUNCTION: """impairment; impaired; poorly; insufficiency; dysfunction; damaged; abnormal; weakly;
        reduced ejection; reduced function; failing""",
    Question.TERM: "preterm; premature; prematurely; too early; very early; born before; born early; pre - term",
    Question.MENOPAUSE: "premenopausal; before the menopause; pre - menopausal; not reached the menopause",
}


def _read_answers() -> dict[tuple[str, ...], tuple[Question, bool]]:
    answers: dict[tuple[str, ...], tuple[Question, bool]] = {}
    for table, is_yes in ((_YES, True), (_NO, False)):
        for question, phrases in table.items():
            answers.update({tuple(each.split()): (question, is_yes) for each in phrases.split(";")})
    for may, doing in product(_MAY, _DOING):
        answers[may, doing] = Question.ALLOWED, True
        answers[may, "safely", doing] = answers[may, "still", doing] = Question.ALLOWED, True
    answers.update({(may, "be", done): (Question.ALLOWED, True) for may, done in product(_MAY, _DONE)})
    for must_not, doing in product(_MUST_NOT, (*_DOING, *(f"be {each}" for each in _DONE))):
        answers[(*must_not.split(), *doing.split())] = Question.ALLOWED, False
    return answers


ANSWERS: Final = _read_answers()
"""Which question a phrase answers, and whether with yes."""
LONGEST: Final = max(map(len, ANSWERS))
WEAKENS: Final = frozenset("reduce reduces reduced reducing lower lowers lowered impair impairs impaired stops".split())
"""Verbs that turn round what follows them: "reduces efficacy", "stops the pill from working"."""
EFFECTS: Final = frozenset("efficacy effectiveness effective effect effects protection working function".split())
"""What such a verb takes away from."""

"""Answers are about another article, by another person, or in another version of the format.

A verdict is about one claim of one article, and a review is one person's. So nothing was recorded.

Fix it by naming the article and the person that the file is about, or by sending the reviewer a new packet. If a newer
version of Citewell wrote the packet, install that version here too.

Wrong:

```console
citewell review what-is-a-biopsy --from back-pain.review.json
```

Right:

```console
citewell review back-pain --from back-pain.review.json
```
"""

from typing import Final

from citewell.model.answer_problems import AnswersMismatch, AnswersOfAnother
from citewell.rules.problem_rule import problem_rule

_MESSAGES: Final = {
    AnswersMismatch.VERSION: "these answers have version {found}, and this program knows version {wanted}",
    AnswersMismatch.NEWER_VERSION: "these answers have version {found}, and this program knows version {wanted}",
    AnswersMismatch.ARTICLE: 'these answers are about "{found}", and not about "{wanted}"',
    AnswersMismatch.SEVERAL_ARTICLES: "these answers are about several articles: {found}",
    AnswersMismatch.PERSON: 'these answers are by "{found}", and not by "{wanted}"',
}
_HINTS: Final = {
    AnswersMismatch.VERSION: "send the reviewer a new packet, made by this version of Citewell",
    AnswersMismatch.NEWER_VERSION: "a newer version of Citewell made the packet: install that version here too",
    AnswersMismatch.ARTICLE: "name the article that the answers are about",
    AnswersMismatch.SEVERAL_ARTICLES: "name the article whose answers are to be recorded",
    AnswersMismatch.PERSON: "leave out --by, or ask whose answers these are",
}

rule = problem_rule(
    "REV032",
    AnswersOfAnother,
    message=lambda it: _MESSAGES[it.mismatch].format(found=it.found, wanted=it.wanted),
    hint=lambda it: _HINTS[it.mismatch],
)

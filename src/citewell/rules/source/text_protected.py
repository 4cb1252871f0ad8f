"""A site in English words a text of the interface otherwise that must stay as it is.

Some texts tell readers how far a page can be trusted, or what to do in an emergency: whether somebody reviewed it, that
the site is a demonstration, what an online check found, that a work was retracted or a page corrected or withdrawn,
emergency cards. "Reviewed by our doctors" in place of "Not reviewed by a doctor" would be a lie that no other check can
see. The program shows these texts because of what is recorded, and always in the same words.

Fix it by deleting the line. Texts such as the footer or the titles of lists can be worded otherwise; `citewell words`
lists those that cannot.

Wrong: `demonstration: Reviewed by our doctors` below `theme:` in `content_src/words.yml`.

Right: no such line.
"""

from citewell.model.translation_problems import ProtectedText
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "SRC060",
    ProtectedText,
    message=lambda it: f'"{it.name}" is protected: an English site cannot word it otherwise',
    hint=lambda it: f'delete this line; the text is "{shortened(it.english)}"',
)

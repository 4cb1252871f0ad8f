"""An SVG picture holds more than a drawing: a program, a link, or something from another site.

Readers can open a picture by itself, and then a program in it runs. Anything it loads tells another site who reads
about which disease.

Fix it by taking the part out, or by exporting the picture as "plain SVG".

Wrong:

```svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script></svg>
```

Right:

```svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>
```
"""

from typing import Final

from citewell.model.file_problems import SvgDanger, UnsafeSvg
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened
from citewell.rules.source.picture_unreadable import describe_picture_error, suggest_for_picture

_MESSAGES: Final = {
    SvgDanger.DOCTYPE: "the picture has a DOCTYPE, which can bring in text from elsewhere",
    SvgDanger.INSTRUCTION: 'the picture has a processing instruction ("{name}")',
    SvgDanger.ENCODING: "the picture says it is written in {name}, not UTF-8",
    SvgDanger.TOO_DEEP: "elements are nested more than {most} deep",
    SvgDanger.PROGRAM: "the picture holds a program (<{name}>)",
    SvgDanger.NO_DRAWING: "the picture holds something that is not a drawing (<{name}>)",
    SvgDanger.SCRIPT_ATTRIBUTE: 'the picture runs a script ("{name}")',
    SvgDanger.ANIMATED_ADDRESS: 'an animation changes the target of a link ("{value}")',
    SvgDanger.HIDDEN_DATA: 'the picture links to a program or to hidden data ("{name}")',
    SvgDanger.SCRIPT_IN_STYLE: "a style runs a script",
    SvgDanger.HIDDEN_LETTERS: "a style hides letters with a backslash",
    SvgDanger.LOADING_STYLE: "a style loads something from elsewhere",
    SvgDanger.LINK: "the picture holds a link to elsewhere",
    SvgDanger.FROM_ELSEWHERE: 'the picture uses something from elsewhere ("{name}" is "{value}")',
    SvgDanger.DAMAGED_PICTURE: "the picture holds another one that is damaged",
    SvgDanger.LARGE_PICTURE: "inside the picture: {inside}",
}
_HINTS: Final = {
    SvgDanger.DOCTYPE: "delete the DOCTYPE",
    SvgDanger.INSTRUCTION: "delete it",
    SvgDanger.ENCODING: "export it as UTF-8",
    SvgDanger.TOO_DEEP: "simplify the picture",
    SvgDanger.PROGRAM: "delete it; pictures cannot run scripts",
    SvgDanger.NO_DRAWING: "draw it with SVG shapes and text",
    SvgDanger.SCRIPT_ATTRIBUTE: "delete the attribute",
    SvgDanger.ANIMATED_ADDRESS: "delete the animation",
    SvgDanger.HIDDEN_DATA: "delete the attribute",
    SvgDanger.SCRIPT_IN_STYLE: "delete it",
    SvgDanger.HIDDEN_LETTERS: "write the letters themselves",
    SvgDanger.LOADING_STYLE: "use only what the picture itself holds: url(#name)",
    SvgDanger.LINK: "put the link in the article's text",
    SvgDanger.FROM_ELSEWHERE: "put it into the picture itself",
    SvgDanger.DAMAGED_PICTURE: "export it again",
}


def _describe(facts: UnsafeSvg) -> str:
    inside = describe_picture_error(facts.inside) if facts.inside else ""
    value = shortened(facts.value)
    return _MESSAGES[facts.danger].format(name=facts.name, value=value, most=facts.most, inside=inside)


def _suggest(facts: UnsafeSvg) -> str:
    return suggest_for_picture(facts.inside) if facts.inside else _HINTS[facts.danger]


rule = problem_rule("SEC009", UnsafeSvg, message=_describe, hint=_suggest)

"""The colour of the brand cannot be the colour of a health site.

Links, headings and buttons are drawn in it, so text in it must be readable for people with weak eyes: a contrast of 4.5
to 1, which WCAG 2.2 asks for. Red, orange and yellow already mean something on every page: an emergency, an urgent
matter, a warning. If ordinary links had such a colour, readers could overlook the ones that matter.

Fix it by taking the colour in the hint, which is the nearest that works; your logo may keep the other one.

Wrong: `colour: "#ffd400"`

Right: `colour: "#005eb8"`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.site import Site
from citewell.palette.judge_seed import judge_seed, read_colour
from citewell.palette.tokens import TEXT
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("BRA004")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """The colour of the site, with the nearest one that can take its place."""
    written = site.settings.brand.colour
    seed = read_colour(written.text) if written else None
    fault = judge_seed(seed) if seed else None
    if written is None or fault is None:
        return
    if fault.contrast:
        least = int(fault.contrast * 10) / 10
        message = f'text in the colour "{written.text}" is hard to read: its contrast is {least} to 1, not {TEXT}'
    else:
        message = f'the colour "{written.text}" looks like a warning: red, orange and yellow mean danger on every page'
    yield Finding(written.location, message, f'use "{fault.nearest.hex}" instead, the nearest colour that works')

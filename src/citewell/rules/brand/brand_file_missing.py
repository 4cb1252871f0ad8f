"""`brand` in `site.yml`, or `extra.css`, names a file that is not in `content_src/brand/`.

Pages would have a broken picture, or another font than yours.

Fix it by putting the file into `content_src/brand/`, or by writing its name as it is, capitals included.

Wrong: `logo: Logo.svg`, with `logo.svg` in `content_src/brand/`.

Right: `logo: logo.svg`
"""

from __future__ import annotations

from citewell.model.brand_problems import MissingBrandFile
from citewell.project import BRAND_FOLDER
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

rule = problem_rule(
    "BRA001",
    MissingBrandFile,
    message=lambda it: f'there is no file "{shortened(it.file)}" in {BRAND_FOLDER}/',
    hint=lambda it: f'did you mean "{it.nearest}"?' if it.nearest else f"put the file into {BRAND_FOLDER}/",
)

"""Countries, and the health systems whose names say which country is meant, as articles in English name them.

They say where a rule holds, so that readers elsewhere see that it does not apply to them. The list holds the
countries that English health pages are mostly written for or compare with; ``region:`` in ``site.yml`` adds its own.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily

# Names and adjectives as they are written; capitals matter, because "us" is a word. "English" is also a language.
_COUNTRIES: Final = frozenset(
    (
        "UK|U.K.|United Kingdom|Great Britain|Britain|British|England|Scotland|Scottish|Wales|Welsh|Northern Ireland|"
        "Ireland|Irish|US|U.S.|USA|U.S.A.|United States|America|American|Canada|Canadian|Australia|Australian|"
        "New Zealand|India|Indian|South Africa|South African|Nigeria|Nigerian|Kenya|Kenyan|Ghana|Pakistan|Bangladesh|"
        "Sri Lanka|Malaysia|Singapore|Philippines|Hong Kong|Jamaica|Malta|EU|Europe|European|Germany|German|France|"
        "French|Netherlands|Dutch|Denmark|Danish|Norway|Norwegian|Sweden|Swedish|Finland|Finnish|Switzerland|Swiss|"
        "Austria|Austrian|Belgium|Belgian|Italy|Italian|Spain|Spanish|Portugal|Portuguese|Poland|Polish|Japan|"
        "Japanese|China|Chinese|Brazil|Brazilian|Mexico|Mexican"
    ).split("|")
)

_SYSTEMS: Final = frozenset({"NHS", "NICE", "Medicare", "Medicaid"})


def _compile_names(names: frozenset[str]) -> re.Pattern[str]:
    return compile_lazily(r"\b(?:" + "|".join(map(re.escape, sorted(names, reverse=True))) + r")(?!\w)")


A_COUNTRY: Final = _compile_names(_COUNTRIES)
#: A country or a health system.
A_PLACE: Final = _compile_names(_COUNTRIES | _SYSTEMS)

"""Countries, their parts and large cities, each as a path from the country inwards."""

from __future__ import annotations

from typing import Final

_COUNTRIES: Final = """
GB: UK|United Kingdom|Great Britain|Britain|British
US: US|USA|United States|America|American
CA: Canada|Canadian
AU: Australia|Australian
NZ: New Zealand
IE: Ireland|Irish
IN: India|Indian
ZA: South Africa|South African
NG: Nigeria|Nigerian
KE: Kenya|Kenyan
DE: Germany|German
FR: France|French
NL: Netherlands|Dutch
DK: Denmark|Danish
NO: Norway|Norwegian
SE: Sweden|Swedish
FI: Finland|Finnish
CH: Switzerland|Swiss
AT: Austria|Austrian
BE: Belgium|Belgian
IT: Italy|Italian
ES: Spain|Spanish
PT: Portugal|Portuguese
PL: Poland|Polish
JP: Japan|Japanese
CN: China|Chinese
BR: Brazil|Brazilian
MX: Mexico|Mexican
IL: Israel|Israeli
TR: Turkey|Turkish
KR: South Korea|Korea|Korean
SG: Singapore
EU: Europe|European
"""
_PARTS: Final = """
GB: England|English, Scotland|Scottish, Wales|Welsh, Northern Ireland
"""
_CITIES: Final = """
GB: London, Oxford, Cambridge, Manchester, Birmingham, Leeds, Bristol, Liverpool, Sheffield, Edinburgh, Glasgow, Cardiff
AU: Sydney, Melbourne, Brisbane, Perth, Adelaide
US: New York, Boston, Chicago, Los Angeles, Seattle, Houston, California, Texas, Minnesota
CA: Toronto, Montreal, Vancouver, Ontario, Quebec
NL: Amsterdam, Rotterdam, Utrecht
DE: Berlin, Munich, Hamburg
FR: Paris
DK: Copenhagen
SE: Stockholm
NO: Oslo
FI: Helsinki
JP: Tokyo
CN: Beijing, Shanghai, Hong Kong
IE: Dublin
"""


def _read_places() -> dict[tuple[str, ...], tuple[str, ...]]:
    places: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in _COUNTRIES.split("\n"):
        country, _, names = line.partition(": ")
        places.update({tuple(name.split()): (country,) for name in names.split("|") if name})
    for table, kind in ((_PARTS, "part"), (_CITIES, "city")):
        for line in table.split("\n"):
            country, _, groups = line.partition(": ")
            for group in filter(None, groups.split(", ")):
                path = (country, kind, group.split("|")[0])
                places.update({tuple(name.split()): path for name in group.split("|")})
    return places


PLACES: Final = _read_places()
"""The path of each place by the words of its name, with capitals: ``("GB", "part", "England")``."""
LONGEST_NAME: Final = max(map(len, PLACES))
SYSTEMS: Final = frozenset({"NHS", "NICE"})
"""Health systems that work in a part of the United Kingdom, without saying which."""


def lies_in(place: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a place is another one or is inside it; a country may also be named for one of its cities."""
    return place[: len(other)] == other or (other[1:2] == ("city",) and place == other[:1])

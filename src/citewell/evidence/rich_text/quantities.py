r"""Numbers and units of siunitx (``\SI{37}{\celsius}``) in plain text: 37 °C, 5 × 10⁶ m/s."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from citewell.citations.raised import raise_text

#: The commands and how many arguments each has (siunitx manual, 3 to 5; older names included).
QUANTITIES: Final[Mapping[str, int]] = {
    "ang": 1, "num": 1, "numrange": 2, "qty": 2, "qtyrange": 3, "SI": 2, "SIrange": 3, "si": 1, "unit": 1,
}  # fmt: skip
_PREFIXES: Final = {
    "femto": "f", "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da",
    "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T",
}  # fmt: skip
_UNITS: Final = {
    "ampere": "A", "arcminute": "′", "arcsecond": "″", "bar": "bar", "becquerel": "Bq", "candela": "cd",
    "celsius": "°C", "coulomb": "C", "dalton": "Da", "day": "d", "decibel": "dB", "degree": "°",
    "degreeCelsius": "°C", "electronvolt": "eV", "farad": "F", "gram": "g", "gray": "Gy", "hectare": "ha",
    "henry": "H", "hertz": "Hz", "hour": "h", "joule": "J", "katal": "kat", "kelvin": "K", "kg": "kg",
    "kilogram": "kg", "liter": "l", "litre": "l", "lumen": "lm", "lux": "lx", "meter": "m", "metre": "m",
    "minute": "min", "mmHg": "mmHg", "mole": "mol", "newton": "N", "ohm": "Ω", "pascal": "Pa", "percent": "%",
    "radian": "rad", "second": "s", "siemens": "S", "sievert": "Sv", "steradian": "sr", "tesla": "T", "tonne": "t",
    "volt": "V", "watt": "W", "weber": "Wb",
    **{prefix + unit: prefix.replace("u", "µ") + unit
       for prefix in "pnumkc" for unit in ("g", "m", "s", "l", "L", "mol", "V", "W", "Pa", "Hz")},
}  # fmt: skip
_POWERS: Final = {"squared": "2", "cubed": "3"}
_POWERS_BEFORE: Final = {"square": "2", "cubic": "3"}
_PARTS: Final = re.compile(
    r"\\(?P<command>[A-Za-z]+)\s*(?:\{(?P<argument>[^{}]*)\})?|\^\{?(?P<power>[+-]?[0-9]+)\}?|(?P<other>.)"
)
_NUMBER: Final = re.compile(
    r"(?P<value>[+-]?[0-9]*(?:[.,][0-9]+)?)(?:\s*(?:\+-|\\pm)\s*(?P<error>[0-9.,]+))?"
    r"(?:\((?P<digits>[0-9]+)\))?(?:[eEdD](?P<exponent>[+-]?[0-9]+))?"
)


def read_quantity(name: str, arguments: list[str]) -> str | None:
    """The plain text of a command with its arguments as they are written; ``None`` if one of them is not understood."""
    if name in {"si", "unit"}:
        return _read_unit(arguments[0])
    if name == "ang":
        parts = [_read_number(part) for part in arguments[0].split(";")]
        return (
            None
            if None in parts
            else "".join(f"{part}{mark}" for part, mark in zip(parts, "°′″", strict=False) if part)
        )
    numbers = [_read_number(argument) for argument in (arguments if name.startswith("num") else arguments[:-1])]
    unit = "" if name.startswith("num") else _read_unit(arguments[-1])
    if unit is None or None in numbers:
        return None
    gap = "" if unit in {"", "%", "°"} else " "
    return f"{' to '.join(map(str, numbers))}{gap}{unit}"


def _read_number(written: str) -> str | None:
    factors = [_read_factor(part.strip()) for part in re.split(r"[x×]|\\times", written)]
    return None if None in factors else " × ".join(map(str, factors))


def _read_factor(written: str) -> str | None:
    match = _NUMBER.fullmatch(written)
    if not match or not written:
        return None
    value = match["value"] + (f" ± {match['error']}" if match["error"] else "")
    value += f"({match['digits']})" if match["digits"] else ""
    if match["exponent"]:
        ten = f"10{raise_text(match['exponent'].lstrip('+'))}"
        value = f"{value} × {ten}" if value else ten
    return value.replace("-", "−")


def _read_unit(written: str) -> str | None:
    r"""The symbols of a unit: ``\milli\gram\per\kilogram`` is mg/kg."""
    text, gap, power = "", "", ""
    for match in _PARTS.finditer(written.strip()):
        name = match["command"]
        if match["power"]:
            text += raise_text(match["power"])
        elif name is None:
            gap = "·" if match["other"] in ".~ " and text else gap
            text += "" if match["other"] in ".~ {}" else gap + match["other"]
            gap = gap if match["other"] in ".~ {}" else ""
        elif name == "per":
            gap = "/"
        elif name in _POWERS or name in {"tothe", "raiseto"}:
            text += raise_text(_POWERS.get(name) or match["argument"] or "")
        elif name in _POWERS_BEFORE:
            power = _POWERS_BEFORE[name]
        elif name in _PREFIXES:
            text += gap + _PREFIXES[name]
            gap = "prefix"
        elif name in _UNITS:
            text += ("" if gap == "prefix" else gap) + _UNITS[name] + raise_text(power)
            gap, power = "·", ""
        else:
            return None
    return text

"""The JavaScript of the checks: a file beside each, which is one function for the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "checks"


@cache
def read_script(name: str) -> str:
    """The function of a file of ``checks/`` (``name`` without its ending), with the tools that it may use."""
    return add_tools((_FOLDER / f"{name}.js").read_text(encoding="utf-8"))


def add_tools(function: str) -> str:
    """A function in JavaScript of one argument with ``tools.js`` around it: colours and their contrast."""
    tools = (_FOLDER / "tools.js").read_text(encoding="utf-8")
    return f"argument => {{\n{tools}\nreturn (\n{function}\n)(argument);\n}}"

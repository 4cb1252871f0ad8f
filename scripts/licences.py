#!/usr/bin/env python3
"""Write the table of licences in ``requirements/README.md`` again, from what the installed packages say of themselves.

It stops at a licence that nobody has read yet: say in ``FOLLOWS`` what follows from it.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import distribution

from _environment import PYTHON, ROOT, become, prepare

README = ROOT / "requirements" / "README.md"
#: Lock files of what no site installs.
OURS = {"test", "pip-audit"}
_KEEP = "its text goes with the package"
_MPL = f"{_KEEP}; who changes its files and passes them on offers their source"
#: What follows from each licence, by its SPDX name.
FOLLOWS = {
    "0BSD": _KEEP,
    "Apache-2.0": _KEEP,
    "Apache-2.0 AND CNRI-Python": _KEEP,
    "Apache-2.0 OR BSD-2-Clause": _KEEP,
    "BSD-2-Clause": _KEEP,
    "BSD-3-Clause": _KEEP,
    "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0": _KEEP,
    "MIT": _KEEP,
    "MIT AND MPL-2.0": _MPL,
    "MIT AND PSF-2.0": _KEEP,
    "MIT-CMU": _KEEP,
    "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later": f"of the three we choose MPL-1.1: {_MPL}",
    "MPL-2.0": _MPL,
    "PSF-2.0": _KEEP,
}
#: Other names that packages give these licences; "BSD License" may have two or three clauses, and asks the same.
SPELLINGS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
#: Of packages that do not say it in their metadata: as their own files say, the second that of ``axe.min.js`` in it.
UNSAID = {"axe-playwright-python": "MIT AND MPL-2.0"}
_TABLE = re.compile(r"(?<=<!-- licences -->\n).*?(?=<!-- end -->)", re.DOTALL)


def read_locked() -> dict[str, list[str]]:
    """Return the packages of the lock files that a site may install, each with the names of those files."""
    locked = defaultdict(list)
    for lock in sorted(ROOT.glob("requirements/*.txt")):
        if lock.stem not in OURS:
            for name in dict.fromkeys(re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)):
                locked[name].append(lock.stem)
    return locked


def read_licence(package: str) -> str:
    """Return the licence of an installed package by its SPDX name; exit if it is one that nobody has read."""
    metadata = distribution(package).metadata
    classifiers = metadata.get_all("Classifier") or []
    said = [
        UNSAID.get(package),
        metadata["License-Expression"],
        metadata["License"],
        *(each.split(" :: ")[-1] for each in classifiers),
    ]
    for name in filter(None, said):
        licence: str = SPELLINGS.get(name, name)
        if licence in FOLLOWS:
            return licence
    sys.exit(f"{package} has a licence that scripts/licences.py does not know: {said[:2]}, {classifiers}")


def make_table() -> Iterator[str]:
    """Make the rows: each licence, the packages that have it, what follows."""
    packages = defaultdict(list)
    for name, locks in sorted(read_locked().items()):
        packages[read_licence(name)].append(name if "build" in locks else f"{name} ({', '.join(locks)})")
    yield "| Licence | Packages | What follows |"
    yield "|---|---|---|"
    for licence, names in sorted(packages.items()):
        yield f"| {licence} | {', '.join(names)} | {FOLLOWS[licence]} |"


def with_table(text: str) -> str:
    """Return the page with its table as it must be now."""
    return _TABLE.sub("".join(f"{row}\n" for row in make_table()), text)


if __name__ == "__main__":
    if sys.prefix != str(PYTHON.parent.parent):
        become([str(prepare("test")), *sys.argv])
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")

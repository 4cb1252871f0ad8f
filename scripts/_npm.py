"""What comes from npm: exactly the files of a folder's ``package-lock.json``, in ``node_modules/`` beside it.

The lock files hold versions and digests and no addresses: where packages come from is your npm's own setting. npm
writes what it installed into ``node_modules/.package-lock.json``, last: a folder is ready when the two agree.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from _apt import apt_install
from _environment import ROOT, only_one

AXE = ROOT / "tests" / "browser" / "axe"
LIGHTHOUSE = ROOT / "benchmarks" / "lighthouse"


def install(folder: Path) -> Path:
    """Return a folder's ``node_modules``, made unless it is there; stop with one line if that cannot be done."""
    if not is_ready(folder):
        with only_one(ROOT / ".citewell" / "npm.lock"):
            if not is_ready(folder):  # another script may have made it while we waited
                _install(folder)
    return folder / "node_modules"


def is_ready(folder: Path) -> bool:
    """Say whether all of a folder's lock file is installed, in the locked versions."""
    try:
        installed = _packages(folder / "node_modules" / ".package-lock.json")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # none, or damaged
        return False
    locked = _packages(folder / "package-lock.json")
    needed = {place for place, facts in locked.items() if not facts.get("optional")}
    return needed <= installed.keys() <= locked.keys() and all(
        facts.get("integrity") == locked[place].get("integrity") and (folder / place / "package.json").is_file()
        for place, facts in installed.items()
    )


def _packages(lock: Path) -> "dict[str, dict[str, str]]":
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"].items()
    return {place: dict(facts) for place, facts in packages if place}  # without the folder itself


def _install(folder: Path) -> None:
    if not shutil.which("npm"):
        apt_install("npm")
    npm = shutil.which("npm") or sys.exit(
        "npm is needed here, which comes with Node.js. Install it (apt-get install npm), then run this again."
    )
    where = folder.relative_to(ROOT)
    print(f"Installing what is locked in {where} (once) …", file=sys.stderr, flush=True)
    quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run([npm, "ci", *quietly], check=False, cwd=folder, stdout=subprocess.DEVNULL)
    if done.returncode or not is_ready(folder):
        sys.exit(f"The packages locked in {where} could not be installed: see above, then run this again.")

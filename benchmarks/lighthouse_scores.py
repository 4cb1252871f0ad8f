"""What Lighthouse says of the model article, beside plain Material for MkDocs on the same pages: medians of five loads.

Both sites are served as publishers serve them, compressed, and looked at by the system's Chromium, taking turns, on an
imagined telephone and on a desktop. Our demonstration forbids search engines to list it, which costs it SEO's audit
``is-crawlable`` by design; so its copy is served without that one line, and everything else is as it was built.

Lighthouse is installed once from ``benchmarks/lighthouse/package-lock.json``; it wants Node.js 22, and works with 20.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final

from _browser import find_browser
from _npm import LIGHTHOUSE, install
from benchmarks.project import copy_of, write_docs_of
from benchmarks.row import Row
from benchmarks.timing import command
from citewell.audit.server import serve_site

ROOT: Final = Path(__file__).parents[1]
ARTICLE: Final = "articles/can-back-pain-be-a-sign-of-soft-tissue-sarcoma/"
RUNS: Final = 5
#: Flags for a machine that has no sandbox and should do nothing of its own accord.
CHROME: Final = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
PRESETS: Final = {"mobile": (), "desktop": ("--preset=desktop",)}
#: The least that each category should have: on a telephone, on a desktop.
AIMS: Final = {"accessibility": (100, 100), "best-practices": (100, 100), "seo": (100, 100), "performance": (95, 100)}
PLAIN: Final = """site_name: Citewell
site_url: https://citewell.example/
docs_dir: docs
site_dir: site
theme: {name: material, language: en, font: false}
plugins: [search]
markdown_extensions: [attr_list]
"""
NOT_LISTED: Final = '<meta name="robots" content="noindex">'


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    program = install(LIGHTHOUSE) / "lighthouse/cli/index.js"
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with ExitStack() as stack:
        sites = {
            "Citewell": stack.enter_context(serve_site(stack.enter_context(_ours()))),
            "plain Material": stack.enter_context(serve_site(stack.enter_context(_plain()))),
        }
        for _ in range(1 if quick else RUNS):
            for preset in PRESETS:
                for name, address in sites.items():
                    found.setdefault((preset, name), []).append(_load(program, address + ARTICLE, preset))
    return [row for (preset, name), loads in found.items() for row in _rows(preset, name, loads)]


@contextmanager
def _ours() -> Iterator[Path]:
    with copy_of(ROOT) as root:
        command("-P", "-m", "citewell", "build", "--quiet", where=root)()
        for page in (root / "site").rglob("*.html"):
            page.write_text(page.read_text(encoding="utf-8").replace(NOT_LISTED, ""), encoding="utf-8")
        yield root / "site"


@contextmanager
def _plain() -> Iterator[Path]:
    with copy_of(ROOT) as root:
        write_docs_of(root)
        (root / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
        command("-P", "-m", "mkdocs", "build", "--quiet", where=root)()
        yield root / "site"


def _load(program: Path, address: str, preset: str) -> dict[str, Any]:
    """One load of a page: Lighthouse's report."""
    with tempfile.TemporaryDirectory(prefix="citewell-lighthouse-") as folder:
        report = Path(folder, "report.json")
        asked = ["--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={report}"]
        flags = [*asked, f"--chrome-flags={CHROME}", f"--only-categories={','.join(AIMS)}", *PRESETS[preset]]
        environment = {**os.environ, "CHROME_PATH": find_browser()}
        subprocess.run(["node", program, address, *flags], check=True, env=environment, stdout=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def _rows(preset: str, name: str, loads: list[dict[str, Any]]) -> Iterator[Row]:
    """The median of each category, of 100; of the bytes and the requests; and what was not right."""
    at = list(PRESETS).index(preset)
    for category, least in AIMS.items():
        scores = [100 * load["categories"][category]["score"] for load in loads]
        aim = f" (at least {least[at]})" if name == "Citewell" else ""
        yield Row(f"{preset}: {name}, {category}{aim}", median(scores), "", min(scores), max(scores), runs=len(scores))
    items = [load["audits"]["network-requests"]["details"]["items"] for load in loads]
    requests = [[each for each in load if each["url"].startswith("http")] for load in items]  # data: asks nobody
    sent = [sum(each["transferSize"] for each in load) / 1024 for load in requests]
    yield Row(f"{preset}: {name}, {median(map(len, requests)):.0f} requests", median(sent), "KiB", runs=len(sent))
    failed = sorted({audit for load in loads for audit in _failed(load)})
    if failed:
        yield Row(f"{preset}: {name}, fails {', '.join(failed)}", len(failed), "")


def _failed(report: dict[str, Any]) -> Iterator[str]:
    """The audits that cost a score, other than those of time."""
    for category, found in report["categories"].items():
        for each in found["auditRefs"]:
            score = report["audits"][each["id"]]["score"]
            if category != "performance" and each["weight"] and score is not None and score < 1:
                yield each["id"]

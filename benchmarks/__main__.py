"""``python3 scripts/bench.py``: run the benchmarks, print one table, and leave the figures in a file if asked."""

from __future__ import annotations

import argparse
import json
import os
import platform
from dataclasses import asdict
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks.row import table

NAMES = ("one_article", "growth", "check_command", "whole_build", "bulk", "looking_up", "lighthouse_scores")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="scripts/bench.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(NAMES)} (all without a name)")
    parser.add_argument("--quick", action="store_true", help="fewer runs and smaller sizes: a first impression")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in NAMES]
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]}; there are {', '.join(NAMES)}")
    facts = machine()
    print("\n".join(f"{name}: {fact}" for name, fact in facts.items()), flush=True)
    figures = {}
    for name in asked.names or NAMES:
        rows = import_module(f"benchmarks.{name}").run(asked.quick)
        figures[name] = [asdict(row) for row in rows]
        print(f"\n{name}\n{table(rows)}", flush=True)
    if asked.json:
        text = json.dumps({"machine": facts, "figures": figures}, ensure_ascii=False, indent=2)
        asked.json.write_text(text + "\n", encoding="utf-8")


def machine() -> dict[str, str]:
    """What the figures depend on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    cores = os.cpu_count() or 1
    busy = " - busy: trust the ratios more than the times" if load > cores / 2 else ""
    packages = ("mkdocs", "mkdocs-material", "markdown", "markdown-it-py")
    return {
        "machine": f"{_processor()}, {cores} cores, {platform.system()}",
        "load before": f"{load:.1f}{busy}",
        "Python": platform.python_version(),
        "packages": ", ".join(f"{name} {version(name)}" for name in packages),
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


if __name__ == "__main__":
    main()

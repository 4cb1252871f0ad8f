#!/usr/bin/env python3
"""Try a wheel as somebody would who has nothing else: ``scripts/try_package.py dist/citewell-1.0.0-py3-none-any.whl``.

It makes an empty environment, installs the lock file that is in the wheel by its hashes, then the wheel, makes a site
with the command outside the repository, and builds that with its own script, too. It needs a network, and only the
standard library.
"""

import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

FORMAT = "format: 2\n"
RIGHT, WRONG = "topics:", "topic:"
ARTICLE = "content_src/articles/example-how-we-write/article.md"


def main(wheel: Path) -> int:
    """Do what the module's text says; return 0 if all went well."""
    with tempfile.TemporaryDirectory() as folder:
        site = work_with(install(wheel.resolve(strict=True), Path(folder) / "environment"), Path(folder))
        expect(Path(sys.executable), "scripts/build.py", site, says="The site is in place")
    print(f"{wheel.name} works with Python {sys.version.split()[0]}.")
    return 0


def install(wheel: Path, folder: Path) -> Path:
    """Install a wheel and what its lock file names into a new environment; return the ``citewell`` command there."""
    venv.create(folder, with_pip=True)
    command = folder / ("Scripts/citewell.exe" if os.name == "nt" else "bin/citewell")
    lock = folder / "build.txt"
    with zipfile.ZipFile(wheel) as held:
        lock.write_bytes(held.read("citewell/locks/build.txt"))
    pip = [str(command.with_stem("python")), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-index", str(wheel)], check=True)
    return command


def work_with(citewell: Path, folder: Path) -> Path:
    """Make a site in ``folder``, build it, see a mistake found, and upgrade its content; return where the site is.

    Exits with a line if anything fails.
    """
    site = folder / "kidney-help"
    expect(citewell, "init kidney-help --yes --country Australia", folder, says="The site is in kidney-help")
    expect(citewell, "check", site)
    expect(citewell, "build", site, says="The site is in place")
    expect(citewell, "help publish", site, says="Publish")
    article = site / ARTICLE
    right = article.read_text(encoding="utf-8")
    article.write_text(right.replace(RIGHT, WRONG), encoding="utf-8")
    expect(citewell, "check", site, code=1, says='unknown key "topic"')
    article.write_text(right, encoding="utf-8")
    settings = site / "content_src" / "site.yml"
    older = settings.read_text(encoding="utf-8").replace(FORMAT, "")  # as before formats had numbers
    settings.write_text(older, encoding="utf-8")
    expect(citewell, "check", site, says="run: citewell upgrade")
    expect(citewell, "upgrade --yes", site, says="The content has format 2")
    expect(citewell, "upgrade", site, says="There is nothing to upgrade")
    expect(citewell, "build", site, says="The site is in place")
    return site


def expect(program: Path, command: str, folder: Path, *, code: int = 0, says: str = "") -> None:
    """Run a program in a folder; exit with what it wrote unless it ends with this code and says this."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(program), *command.split()],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode != code or says not in done.stdout:
        sys.exit(f"{program.name} {command} ended with {done.returncode}, not {code}:\n{done.stdout}\n{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

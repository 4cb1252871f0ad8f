"""How a new site names the program that it is built with: by a file of its own, an address or a commit."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import Parser
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from citewell.cli.new_site.engine import Engine, find_origin, read_engine
from citewell.cli.new_site.wheel import WHEEL_NAME, pack_checkout, pack_installation
from citewell.installation import find_lock

ROOT = Path(__file__).parents[2]
COMMIT = "0123456789" * 4
DIGEST = "0123456789abcdef" * 4
GIT = "https://example.org/citewell.git"
ARCHIVE = f"https://example.org/{WHEEL_NAME}"


def named(engine: Engine) -> tuple[str, str]:
    """The line that names the program, in the file that has it; the rest must be the lock of a build."""
    (_, line, *packages) = engine.files["requirements.txt"].decode().splitlines()
    if "engine.txt" in engine.files:
        packages = [line, *packages]
        line = engine.files["engine.txt"].decode().splitlines()[-1]
    assert packages == [each for each in find_lock("build").read_text(encoding="utf-8").splitlines() if each]
    return line, " ".join(sorted(engine.files))


@pytest.mark.parametrize(
    ("named_by", "line", "files"),
    [
        (f"git+{GIT}@{COMMIT}", f"git+{GIT}@{COMMIT}", "engine.txt requirements.txt"),
        (f"{ARCHIVE}#sha256={DIGEST}", f"{ARCHIVE} --hash=sha256:{DIGEST}", "requirements.txt"),
    ],
)
def test_an_address_is_kept_with_what_pins_it(named_by: str, line: str, files: str):
    assert named(read_engine(named_by)) == (line, files)


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        ({"url": GIT, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, f"git+{GIT}@{COMMIT}"),
        (
            {"url": ARCHIVE, "archive_info": {"hashes": {"sha256": DIGEST}}},
            f"{ARCHIVE} --hash=sha256:{DIGEST}",
        ),
        (
            {"url": ARCHIVE, "archive_info": {"hash": f"sha256={DIGEST}"}},
            f"{ARCHIVE} --hash=sha256:{DIGEST}",
        ),
    ],
)
def test_where_pip_says_that_it_was_installed_from(origin: dict[str, object], line: str):
    engine = find_origin(origin)
    assert engine is not None
    assert named(engine)[0] == line


def test_a_wheel_goes_into_the_site_if_it_is_still_the_one_that_was_installed(tmp_path: Path):
    file = tmp_path / "a folder" / WHEEL_NAME
    file.parent.mkdir()
    file.write_bytes(b"a wheel")
    digest = hashlib.sha256(b"a wheel").hexdigest()
    origin = {"url": file.as_uri(), "archive_info": {"hashes": {"sha256": digest}}}
    line, files = f"./wheels/{WHEEL_NAME} --hash=sha256:{digest}", f"requirements.txt wheels/{WHEEL_NAME}"

    engine = find_origin(origin)
    assert engine is not None
    assert named(engine) == named(read_engine(str(file))) == (line, files)
    assert engine.files[f"wheels/{WHEEL_NAME}"] == b"a wheel"

    file.write_bytes(b"another")
    assert find_origin(origin) is None
    file.unlink()
    assert find_origin(origin) is None
    assert find_origin({"url": "file:///a/checkout", "dir_info": {}}) is None
    assert find_origin({}) is None


def read_wheel(file: Path) -> tuple[dict[str, bytes], Message]:
    """The files of a wheel without those about it, and its metadata."""
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    about = f"{WHEEL_NAME.removesuffix('-py3-none-any.whl')}.dist-info"
    metadata = Parser().parsestr(held[f"{about}/METADATA"].decode())
    for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt"):
        assert held.pop(f"{about}/{name}")
    return held, metadata


def test_the_wheel_of_a_checkout_is_that_of_its_build_system(tmp_path: Path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    theirs, their_metadata = read_wheel(tmp_path / WHEEL_NAME)
    file = tmp_path / "ours" / WHEEL_NAME
    file.parent.mkdir()
    file.write_bytes(pack_checkout(ROOT))
    ours, our_metadata = read_wheel(file)

    assert sorted(ours) == sorted(theirs)
    assert ours == theirs
    for field in ("Name", "Version", "Summary", "License-Expression", "Requires-Python", "Provides-Extra"):
        assert our_metadata.get_all(field) == their_metadata.get_all(field)
    assert read_needed(our_metadata) == read_needed(their_metadata)


def read_needed(metadata: Message) -> set[Requirement]:
    return {Requirement(text) for text in metadata.get_all("Requires-Dist", [])}


def test_pip_installs_it_by_its_digest_and_an_installation_makes_it_again(tmp_path: Path):
    wheel = tmp_path / WHEEL_NAME
    wheel.write_bytes(pack_checkout(ROOT))
    engine = read_engine(str(wheel))
    site = tmp_path / "site"
    (site / "wheels").mkdir(parents=True)
    (site / "wheels" / WHEEL_NAME).write_bytes(wheel.read_bytes())
    (site / "requirements.txt").write_text(f"{named(engine)[0]}\n", encoding="utf-8")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--require-hashes",
        "--no-compile",
    )
    subprocess.run([*pip, "--target", tmp_path / "installed", "-r", "requirements.txt"], cwd=site, check=True)

    (about,) = (tmp_path / "installed").glob("*.dist-info")
    installed: Distribution = PathDistribution(about)
    origin = json.loads(installed.read_text("direct_url.json") or "")
    found = find_origin(origin)
    assert found is not None
    assert found.files == engine.files
    assert pack_installation(installed) == wheel.read_bytes()

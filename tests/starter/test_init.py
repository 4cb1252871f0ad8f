"""``citewell init``: what it writes is a site of somebody's own, which builds at once and has nothing of ours in it."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.cli.project import Done, clean_environment, run_here

from citewell import __version__, blocks
from citewell.cli.new_site.wheel import WHEEL_NAME

KIDNEY = (
    "--name=Kidney Help Australia",
    "--address=https://kidney.example.org/help/",
    "--country=Australia",
    "--contact=hello@kidney.example.org",
)
ARTICLE = "content_src/articles/example-how-we-write/article.md"
#: What only the demonstration's own content says, or what is true in its country alone.
OURS = re.compile(
    r"back pain|spine|sarcoma|\b999\b|\b111\b|\bNHS\b|\bNICE\b|United Kingdom|\bUK\b|citewell\.example|editors@|"
    r"Citewell editorial",
    re.IGNORECASE | re.MULTILINE,
)


def init(folder: Path, *options: str) -> Done:
    """Make a site with nobody there to be asked."""
    return run_here("init", str(folder), *options, cwd=folder.parent)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a kidney charity in Australia, built."""
    folder = tmp_path_factory.mktemp("made") / "kidney-help"
    done = init(folder, *KIDNEY)
    assert (done.code, done.err) == (0, "")
    built = run_here("build", cwd=folder)
    assert built.code == 0, built.out
    return folder


def read(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def text_files(folder: Path) -> list[Path]:
    """What somebody may read in a site as it was made."""
    made = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".whl")
    return [path for path in made if not {"site", "docs", ".citewell"} & set(path.relative_to(folder).parts)]


def test_only_an_online_check_is_left_to_do(made: Path):
    found = json.loads(run_here("check", "--format", "json", cwd=made).out)["diagnostics"]
    assert {(each["code"], each["severity"]) for each in found} == {("CIT028", "warning"), ("REF012", "warning")}
    assert all("citewell refs resolve" in each["hint"] for each in found)
    assert run_here("check", "--release", "--quiet", cwd=made).code == 1


def test_readers_see_the_site_they_were_promised(made: Path):
    home = read(made, "site/index.html")
    assert "Kidney Help Australia" in home
    assert '<html lang="en-AU"' in home
    page = read(made, "site/articles/example-how-we-write/index.html")
    assert "call 000" in page
    assert "hello@kidney.example.org" in page
    assert 'href="https://kidney.example.org/help/articles/example-how-we-write/"' in page
    assert "only an example" in page


def test_nothing_of_ours_is_in_it(made: Path):
    pages = made.rglob("site/**/*.html")
    found = {str(path): OURS.findall(path.read_text(encoding="utf-8")) for path in [*text_files(made), *pages]}
    assert {path: words for path, words in found.items() if words} == {}
    written = " ".join(
        re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8")) for path in made.glob("site/**/*.html")
    )
    assert "Citewell" not in written


def test_the_example_shows_every_block(made: Path):
    text = read(made, ARTICLE)
    unseen = [name for name in blocks.fence_names() if f":::{{{name}}}" not in text]
    assert unseen == ["emergency", "urgent"]  # an example must not tell anybody what an emergency is
    assert "| What the index looks at |" in text
    assert re.search(r"^> ", text, re.MULTILINE)


def test_mkdocs_needs_ten_lines_at_most(made: Path):
    assert len(read(made, "mkdocs.yml").splitlines()) <= 10


def test_what_the_files_name_is_there(made: Path):
    named = {
        name
        for path in text_files(made)
        for name in re.findall(r"(?:scripts|\.github|\.devcontainer)/[\w/.-]+\w", path.read_text(encoding="utf-8"))
    }
    assert {"scripts/build.py", "scripts/environment.py", "scripts/refs.py", "scripts/serve.py"} <= named
    assert [name for name in named if not (made / name).exists()] == []
    for path in ("scripts/build.py", "scripts/serve.py", "scripts/refs.py"):
        assert os.access(made / path, os.X_OK)
        assert len(read(made, path).splitlines()) < 10


def test_it_is_written_down_which_files_a_newer_program_may_renew(made: Path):
    record = json.loads(read(made, ".citewell-starter.json"))
    assert record["citewell"] == __version__
    around = [path for path in text_files(made) if "content_src" not in path.relative_to(made).parts[:1]]
    renewed = {path.relative_to(made).as_posix() for path in around} - {".citewell-starter.json"}
    assert renewed | {f"wheels/{WHEEL_NAME}"} == set(record["files"])
    for path, digest in record["files"].items():
        assert hashlib.sha256((made / path).read_bytes()).hexdigest() == digest


def test_no_place_is_left_to_fill_in(made: Path):
    texts = {path: path.read_text(encoding="utf-8") for path in text_files(made) if path.suffix == ".md"}
    texts[made / "content_src/site.yml"] = read(made, "content_src/site.yml")
    assert [path for path, text in texts.items() if re.search(r"\$[a-z]", text)] == []


def test_what_other_programs_read_they_can_read(made: Path):
    jobs = yaml.safe_load(read(made, ".gitlab-ci.yml"))
    assert {"check", "pages", "references"} <= set(jobs)
    assert jobs["check"]["artifacts"]["reports"]["codequality"] in "".join(jobs["check"]["script"])
    assert json.loads(read(made, ".devcontainer/devcontainer.json"))["postCreateCommand"].startswith("python3 scripts/")


def test_the_scripts_use_the_environment_that_is_there(made: Path, tmp_path: Path):
    """Making it needs a network; here it is lent by the tests'."""
    venv = made / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    (site_packages,) = venv.glob("lib/python*/site-packages")
    (site_packages / "lent.pth").write_text("\n".join(path for path in sys.path if path), encoding="utf-8")
    find = "import environment; environment.MADE_FROM.write_text(environment.digest_requirements())"
    subprocess.run([sys.executable, "-c", find], cwd=made / "scripts", check=True)
    done = subprocess.run(
        [sys.executable, made / "scripts" / "build.py", "--help"],
        cwd=tmp_path,
        env=clean_environment(),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: citewell build")


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (
            [],
            ["name: My site", "publisher: My site", "language: en", "# emergency_number:", "# address:", "# contact:"],
        ),
        (["--country=Ireland"], ["region: Ireland", 'emergency_number: "999"', "language: en-IE"]),
        (["--country=UK"], ["language: en-GB", 'emergency_number: "999"']),
        (["--country=Germany"], ["language: en", 'emergency_number: "112"']),
        (
            ["--country=Kenya", "--emergency-number=1199"],
            ["region: Kenya", 'emergency_number: "1199"', "language: en-KE"],
        ),
        (["--name=A: \"b\" # 'c' $d {e}"], ['name: "A: \\"b\\" # \'c\' $d {e}"']),
        (["--name=No", "--publisher=Łódź"], ['name: "No"', "publisher: Łódź"]),
    ],
)
def test_what_is_not_given_has_a_default_and_nothing_is_guessed(tmp_path: Path, options: list[str], lines: list[str]):
    done = init(tmp_path / "my-site", *options)
    assert (done.code, done.err) == (0, "")
    written = read(tmp_path / "my-site", "content_src/site.yml")
    for line in lines:
        assert re.search(f"^{re.escape(line)}", written, re.MULTILINE), line


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("--address=kidneys", '--address: "address" must be the address of the site, not "kidneys"'),
        ("--contact=me", '--contact: "contact" must be an address that readers can reach, not "me"'),
        ("--language=12", '--language: "language" must be the tag of a language, not "12"'),
        ("--emergency-number=help", '--emergency-number: "emergency_number" must be a telephone number, not "help"'),
        ("--country=Austrlia", 'the number for emergencies in Austrlia is not known here; did you mean "Australia"?'),
        ("--country=south africa", 'in south africa is not known here; did you mean "South Africa"?'),
        ("--country=Kenya", "the number for emergencies in Kenya is not known here\n"),
        ("--logo=none.svg", "--logo none.svg is not the file of a picture"),
        ("--engine=citewell.zip", "--engine citewell.zip is not a wheel of Citewell"),
        ("--engine=citewell-9-py3-none-any.whl", "cannot be read (No such file or directory)"),
        ("--engine=https://example.org/citewell-9-py3-none-any.whl", "has no digest"),
        ("--engine=git+https://example.org/citewell@main", "does not say which commit"),
    ],
)
def test_what_cannot_be_used_is_one_message_and_leaves_nothing(tmp_path: Path, options: str, says: str):
    done = init(tmp_path / "my-site", options)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("citewell: error: ")
    assert says in done.err
    assert len(done.err.splitlines()) <= 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_has_something_in_it_is_left_alone(tmp_path: Path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = init(folder)
    assert done.code == 2
    assert "is already there and not an empty folder" in done.err
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]
    assert "not an empty folder" in init(folder / "thesis.txt").err
    assert "the folder you are in" in run_here("init", ".", cwd=make_empty(tmp_path / "here")).err
    assert init(make_empty(tmp_path / "empty")).code == 0


def make_empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_somebody_at_a_terminal_is_asked_and_asked_again(tmp_path: Path):
    ours, theirs = pty.openpty()
    typed = ["Kidneys", "kidneys", "New Zealand", "", "", "", "hi@kidneys.example", "", "", "https://kidneys.example/"]
    os.write(ours, "".join(f"{line}\n" for line in typed).encode())
    done = subprocess.run(
        [sys.executable, "-m", "citewell", "init", "my-site"],
        cwd=tmp_path,
        env=clean_environment(),
        stdin=theirs,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert 'must be the address of the site, not "kidneys"' in done.stdout
    assert "What do people there call for an ambulance? [111]" in done.stdout + done.stderr
    written = read(tmp_path / "my-site", "content_src/site.yml")
    for line in ("name: Kidneys", "address: https://kidneys.example/", 'emergency_number: "111"', "language: en-NZ"):
        assert f"\n{line}\n" in written

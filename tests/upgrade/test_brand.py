"""The migration of ``brand:``: what a changed theme held goes where the format has it now, or is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Project

THEME = {"assets/ours.svg": "<svg/>\r\n", "assets/one.css": "a {}\r\n", "assets/two.css": "b {}\n", "main.html": "x"}
GONE = "theme/ is no longer used"
#: ``brand:`` before and after; which of the files of the theme are copied; and what is said of the rest.
CASES = {
    "all of it, with comments": (
        (
            "brand:  # our look\n  # a copy\n  theme: 'theme'  # of ours\n  icon: \"assets/ours.svg\"\n"
            "  styles:\n    - assets/one.css\n\n    # last\n    - 'assets/two.css'\nregion: A\n"
        ),
        (
            "brand:  # our look\n  # a copy\n  # theme: 'theme'  # of ours\n  icon: \"ours.svg\"\n"
            "  # styles:\n  #   - assets/one.css\n\n    # last\n  #   - 'assets/two.css'\nregion: A\n"
        ),
        {"ours.svg": "<svg/>\r\n", "extra.css": "a {}\r\n\nb {}\n"},
        [GONE],
    ),
    "in braces": (
        "brand: {theme: theme, icon: assets/ours.svg, styles: [assets/two.css]}\n",
        "brand: {icon: ours.svg}\n",
        {"ours.svg": "<svg/>\r\n", "extra.css": "b {}\n"},
        [GONE],
    ),
    "a theme alone": (
        "brand:\n  theme: theme\nregion: A\n",
        "# brand:\n#   theme: theme\nregion: A\n",
        {},
        [GONE],
    ),
    "in braces, alone": (
        'brand: {"theme": "theme"}\n',
        '# brand: {"theme": "theme"}\n',
        {},
        [GONE],
    ),
    "the icon of our theme": ("brand: {icon: assets/citewell.svg}\n", "# brand: {icon: assets/citewell.svg}\n", {}, []),
    "files that are not there": (
        "brand: {theme: theme, icon: assets/no.svg, styles: ['../../secret.css']}\n",
        "# brand: {theme: theme, icon: assets/no.svg, styles: ['../../secret.css']}\n",
        {},
        ["theme/assets/no.svg, which site.yml named", "theme/../../secret.css, which site.yml named", GONE],
    ),
    "as it is today": ("brand: {icon: ours.svg, colour: teal}\n", "brand: {icon: ours.svg, colour: teal}\n", {}, []),
    "nothing": ("region: A\n", "region: A\n", {}, []),
}


@pytest.mark.parametrize("case", CASES)
def test_brand(case: str, tmp_path: Path):
    before, after, copied, left = CASES[case]
    site = Project("small", tmp_path / "site")
    (tmp_path / "secret.css").write_text("c {}", encoding="utf-8")
    for name, text in THEME.items():
        path = site.root / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    site.write("content_src/site.yml", f"publisher: A\n{before}")
    done = site.citewell("upgrade", "--yes")
    assert (done.code, done.err) == (0, "")
    assert site.read("content_src/site.yml").startswith(f"publisher: A\n{after}\n# The version of the format")
    brand = site.root / "content_src" / "brand"
    assert {path.name: path.read_bytes().decode() for path in brand.glob("*")} == copied
    said = [line.removeprefix("Left for you: ") for line in done.out.splitlines() if line.startswith("Left for you: ")]
    assert [line[: len(start)] for line, start in zip(said, left, strict=True)] == left
    assert (site.root / "theme" / "main.html").is_file()


def test_what_is_in_the_new_place_already_is_not_overwritten(tmp_path: Path):
    site = Project("small", tmp_path)
    site.write("theme/a.css", "a {}")
    site.write("content_src/brand/extra.css", "b {}")
    site.write("content_src/site.yml", "publisher: A\nbrand: {theme: theme, styles: [a.css]}\n")
    done = site.citewell("upgrade", "--yes")
    assert "Left for you: content_src/brand/extra.css was there already" in done.out
    assert site.read("content_src/brand/extra.css") == "b {}"

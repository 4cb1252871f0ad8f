"""What pages load is named by its content, and what readers link to or save keeps its name."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from citewell.errors import EngineFailed
from citewell.model.content_names import content_digest, add_digest, remove_digest
from citewell.site.loaded_files import name_by_content

STYLE = '<link rel="stylesheet" href="%s">'
FILES = {
    "index.html": STYLE % "assets/a.css" + '<a href="assets/a.css">a</a><img src="assets/s%20x.svg" alt="">',
    "about/index.html": '<script src="./../assets/b.js" defer></script><link rel="canonical" href="https://s.example/">',
    "404.html": STYLE % "/assets/a.css" + '<img alt="&lt; &quot;" src="/x/photo.jpg">',
    "x/index.html": '<img src="photo.jpg" alt="assets/a.css"><link rel="icon" href="../gone.svg">',
    "x/photo.jpg": "JPEG",
    "x/x.pdf": "%PDF",
    "sitemap.xml": "<urlset/>",
    "assets/a.css": "/* url(s.svg) */ @import 'in/b.css'; p { background: url(s%20x.svg) url('as%20x.svg') }",
    "assets/in/b.css": "@font-face { src: url( ../f.woff2#iefix ) } p { background: url(data:image/png;base64,AA==) }",
    "assets/f.woff2": "font",
    "assets/s x.svg": "<svg/>",
    "assets/as x.svg": "<svg></svg>",
    "assets/b.js": "1",
    "assets/unused.js": "2",
}
LOADED = {name for name in FILES if name.startswith("assets/") and "unused" not in name}
FIXED = {PurePosixPath("x/photo.jpg"), PurePosixPath("index.md")}


def written(root: Path, **changed: str) -> Path:
    """The site, with other texts for some files, named by their stem."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(changed.get(PurePosixPath(name).stem, text), encoding="utf-8")
    return root


def names(site: Path) -> dict[str, str]:
    """By the name that each file had the one that it has now."""
    found = [PurePosixPath(path.relative_to(site).as_posix()) for path in site.rglob("*") if path.is_file()]
    return {str(remove_digest(path)): str(path) for path in found}


def test_every_page_and_style_names_what_it_loads_by_its_content(tmp_path: Path):
    site = written(tmp_path)
    name_by_content(site, FIXED, "https://s.example/")

    now = names(site)
    assert set(now) == set(FILES)
    assert {name for name in FILES if now[name] != name} == LOADED
    for name in LOADED:
        assert now[name] == str(add_digest(PurePosixPath(name), (site / now[name]).read_bytes()))
    for name, text in FILES.items():
        assert re.sub(r"\.[0-9a-f]{12}(?=\.\w)", "", (site / now[name]).read_text(encoding="utf-8")) == text
    home, lost, style = ((site / now[name]).read_text() for name in ("index.html", "404.html", "assets/a.css"))
    assert STYLE % now["assets/a.css"] in home
    assert '<a href="assets/a.css">' in home, "what is only linked to keeps its name"
    assert STYLE % f"/{now['assets/a.css']}" in lost
    assert f"@import 'in/{PurePosixPath(now['assets/in/b.css']).name}'" in style
    for name in ("s x", "as x"):
        assert PurePosixPath(now[f"assets/{name}.svg"]).name.replace(" ", "%20") in style
    assert f"../{PurePosixPath(now['assets/f.woff2']).name}#iefix " in (site / now["assets/in/b.css"]).read_text()


def test_what_a_style_loads_changes_its_name(tmp_path: Path):
    one, other = written(tmp_path / "one"), written(tmp_path / "other", f="another font")
    name_by_content(one, FIXED)
    name_by_content(other, FIXED)
    changed = {name for name in FILES if names(one)[name] != names(other)[name]}
    assert changed == {"assets/a.css", "assets/in/b.css", "assets/f.woff2"}


def test_style_sheets_that_load_each_other_are_refused(tmp_path: Path):
    site = written(tmp_path, b="@import '../a.css';")
    with pytest.raises(EngineFailed, match="this style sheet loads itself"):
        name_by_content(site, FIXED)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("assets/a.0123456789ab.css", "assets/a.css"),
        ("assets/a.b.0123456789ab.css", "assets/a.b.css"),
        ("assets/a.0123456789AB.css", "assets/a.0123456789AB.css"),
        ("assets/a.0123456789abc.css", "assets/a.0123456789abc.css"),
        ("assets/.0123456789ab.css", "assets/.0123456789ab.css"),
        ("0123456789ab", "0123456789ab"),
    ],
)
def test_which_names_hold_a_digest(name: str, plain: str):
    assert str(remove_digest(PurePosixPath(name))) == plain


def test_the_digest_is_of_the_content_alone():
    assert content_digest(b"") == "e3b0c44298fc"
    assert str(add_digest(PurePosixPath("a/b.css"), b"")) == "a/b.e3b0c44298fc.css"

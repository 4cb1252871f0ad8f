"""Only the theme files that a page leads to are published."""

from __future__ import annotations

from pathlib import Path

from citewell.site.unused_assets import remove_unused
from citewell.site.verify import read_published

FILES = {
    "index.html": '<link rel="stylesheet" href="assets/a.css"><img src="assets/seen.svg" alt="">',
    "404.html": '<a href="%61ssets/leaflet.pdf">Leaflet</a>',
    "sitemap.xml": "<urlset/>",
    "articles/x/spine.svg": "<svg/>",
    "assets/a.css": "@import url(styles/b.css);",
    "assets/styles/b.css": "p { background: url(../sign.svg) }",
    "assets/sign.svg": "<svg/>",
    "assets/seen.svg": "<svg/>",
    "assets/leaflet.pdf": "%PDF",
    "assets/javascripts/lunr/min/lunr.ar.js": "alert(1)",
    "assets/styles/unused.css": "p { background: url(../never.svg) }",
    "assets/never.svg": "<svg/>",
}
UNUSED = {"assets/javascripts/lunr/min/lunr.ar.js", "assets/styles/unused.css", "assets/never.svg"}


def test_what_no_page_leads_to_is_removed_and_all_else_stays(tmp_path: Path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert remove_unused(tmp_path, read_published(tmp_path, {})) == len(UNUSED)

    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == set(FILES) - UNUSED
    assert not (tmp_path / "assets" / "javascripts").exists()
    assert (tmp_path / "assets" / "styles").is_dir()

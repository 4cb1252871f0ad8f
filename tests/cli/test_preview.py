"""``citewell preview``: drafts for who writes them, made anew after every change, and never for anybody else."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from tests.cli.project import Project
from tests.waiting import PATIENCE, wait_for

ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9v6z"/></svg>'
DRAFT = """---
title: What is still secret?
description: Nobody may read this before it is ready.
status: draft
authors: [editorial-team]
published: 2026-02-15
topics: [secrets]
index: [Hush]
illustration: {file: covert.svg, alt: A covert thing}
---

Secret words. [@no-such-key]

:::{figure}
![Another covert thing](deeper.svg)

A caption.
:::
"""
SECRETS = ("still secret", "Secret words", "secrets", "Hush", "covert", "deeper", "still-secret")


def with_draft(project: Project) -> Project:
    project.write("content_src/articles/what-is-still-secret/article.md", DRAFT)
    project.write("content_src/articles/what-is-still-secret/covert.svg", PICTURE)
    project.write("content_src/articles/what-is-still-secret/deeper.svg", PICTURE)
    project.write("content_src/pages/secrets.md", "---\ntitle: Secrets\nstatus: draft\n---\n\nSecret words.\n")
    return project


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def read(address: str) -> str:
    with urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode())


def started(project: Project) -> tuple[subprocess.Popen[str], str]:
    """A running preview and what it says first. Another test may take a free port first; then another one is tried."""
    while True:
        process = project.start("preview", "--port", str(free_port()))
        assert process.stdout is not None
        assert process.stderr is not None
        said = "".join(process.stdout.readline() for _ in range(2))
        if said:
            return process, said
        failed = process.stderr.read()
        assert "cannot be used" in failed, failed


@contextmanager
def previewed(project: Project) -> Iterator[str]:
    """The address of a running preview, which ends as Ctrl-C ends it."""
    process, said = started(project)
    assert process.stdout is not None
    try:
        assert "preview is at " in said, said
        yield said.splitlines()[1].split()[4]
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert process.stdout.read().endswith("The preview has ended.\n")
    finally:
        process.kill()


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a preview that several tests look at."""
    with previewed(with_draft(Project("small", tmp_path_factory.mktemp("drafts")))) as address:
        yield address


def test_it_shows_drafts_and_what_is_wrong_with_them_and_follows_every_change(small: Project):
    with previewed(with_draft(small)) as address:
        assert "What is still secret?" in read(address)
        page = read(f"{address}articles/what-is-still-secret/")
        assert "<strong>Draft: not published.</strong>" in page
        assert "there is no reference called &quot;no-such-key&quot;" in page
        assert read(f"{address}articles/what-is-still-secret/covert.svg") == PICTURE
        assert "Draft" not in read(f"{address}articles/can-stress-cause-headaches/")

        small.replace("content_src/articles/what-is-still-secret/article.md", "Secret words.", "Other words.")
        wait_for(lambda: "Other words." in read(f"{address}articles/what-is-still-secret/"), "the new page")

        small.write("mkdocs.yml", small.read("mkdocs.yml").replace("INHERIT", "INHERITS"))
        time.sleep(2)
        assert "Other words." in read(f"{address}articles/what-is-still-secret/"), "the last preview is still there"
        with pytest.raises(HTTPError) as missing:
            read(f"{address}no/such/page/")
        assert b"There is no page at this address" in missing.value.read()
    assert not (small.root / "docs").exists()
    assert not (small.root / "site").exists()


def test_it_goes_on_when_the_content_was_away_for_a_moment(small: Project):
    with previewed(small) as address:
        assert "Told anew" not in read(address)  # from here on it follows changes
        (small.root / "content_src").rename(small.root / "elsewhere")
        time.sleep(2)
        (small.root / "elsewhere").rename(small.root / "content_src")
        small.replace(ARTICLE, "title: ", "title: Told anew, ")
        wait_for(lambda: "Told anew" in read(f"{address}articles/"), "the new page")
        assert "Told anew" in read(f"{address}articles/can-stress-cause-headaches/")


def test_no_draft_nor_its_pictures_reach_the_site(small: Project):
    with previewed(with_draft(small)) as address:
        assert "What is still secret?" in read(address)
    assert small.citewell("build", "--quiet").code == 0
    for folder in ("docs", "site"):
        for path in (small.root / folder).rglob("*"):
            name = path.relative_to(small.root).as_posix()
            assert not any(secret in name for secret in SECRETS), name
            if path.is_file():
                text = path.read_bytes().decode(errors="replace")
                assert not any(secret in text for secret in SECRETS), name


def test_one_preview_at_a_time_and_a_port_that_nobody_uses(small: Project):
    with previewed(small) as address:
        second = small.citewell("preview", "--port", str(free_port()))
        assert (second.code, "another preview of this site is running" in second.err) == (75, True)
        assert small.citewell("build", "--quiet").code == 0, "a build may run beside it"
        assert read(address)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = small.citewell("preview", "--port", str(port))
    assert done.code == 2
    assert f"port {port} of this computer cannot be used" in done.err


def test_only_this_computer_is_served(small: Project):
    with previewed(small) as address:
        assert address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 200),
        ({"Host": "localhost:{port}"}, 200),
        ({"Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Host": "drafts.example:{port}"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Origin": "https://drafts.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
    ],
)
def test_no_other_site_can_read_a_draft_through_the_browser(drafts: str, headers: dict[str, str], code: int):
    """A name of the other site's may lead to this computer (DNS rebinding): then only its ``Host`` gives it away."""
    port = str(urlsplit(drafts).port)
    asked = Request(drafts, headers={name: value.format(port=port) for name, value in headers.items()})
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:
            found, text = answer.status, answer.read().decode()
    except HTTPError as refused:
        found, text = refused.code, refused.read().decode()

    assert found == code
    assert ("<title>" in text) == (code == 200)

"""One browser and one server for each site in each worker; a fresh reader for each test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.looking import Reader
from tests.browser.sites import SOURCES, built
from tests.waiting import PATIENCE

from citewell.audit.browser import run_chromium
from citewell.audit.server import serve_site
from citewell.outputs.pdf.chromium import CHROMIUM_VARIABLE, find_installed_chromium


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the workers of this test run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def origins(shared: Path) -> Iterator[dict[str, str]]:
    """The address of each site."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(serve_site(built(name, shared))) for name in SOURCES}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, found as scripts/test.py finds it."""
    found = os.environ.get(CHROMIUM_VARIABLE) or find_installed_chromium()
    if not found:
        pytest.skip(f"no Chromium; set {CHROMIUM_VARIABLE}, or run scripts/test.py, which installs it where it can")
    expect.set_options(timeout=1000 * PATIENCE)
    with run_chromium(found) as launched:
        yield launched


@pytest.fixture(scope="session")
def reader(browser: Browser, origins: dict[str, str]) -> Reader:
    """Opens pages."""
    return Reader(browser, origins)

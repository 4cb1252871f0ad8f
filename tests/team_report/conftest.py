"""The site, once for tests that only look at it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.cli.project import Project
from tests.team_report.site import write_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site, which no test changes."""
    return write_site(tmp_path_factory.mktemp("report") / "site")


@pytest.fixture(scope="session")
def figures(site: Project) -> dict[str, Any]:
    """The report on it as a program reads it."""
    done = site.citewell("report", "--format", "json", "--months", "0", "--criteria", "pif-tick")
    assert (done.code, done.err) == (0, "")
    return dict(json.loads(done.out))

"""The small sites as fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Project


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A site without a fault."""
    return Project("small", tmp_path / "small")


@pytest.fixture
def faulty(tmp_path: Path) -> Project:
    """A site with four errors in one article."""
    return Project("faulty", tmp_path / "faulty")

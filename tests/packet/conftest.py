"""A reviewer's desk for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.packet.reviewed import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The small site with an invented reviewer."""
    return Desk(tmp_path)

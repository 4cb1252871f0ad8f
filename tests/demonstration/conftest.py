"""The only tests that may read this repository's own content."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.content_guard import permit_own_content


@pytest.fixture(scope="module", autouse=True)
def own_content() -> Iterator[None]:
    """Permission to read it, which ends with each module: other tests of this process have none."""
    with permit_own_content():
        yield

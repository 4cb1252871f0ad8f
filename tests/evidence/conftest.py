"""The loopback servers, started once for all tests of the online side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.evidence.loopback import Loopback
from tests.evidence.loopback.certificates import authority_pem


@pytest.fixture(scope="session")
def _servers() -> Iterator[Loopback]:
    with Loopback() as started:
        yield started


@pytest.fixture
def loopback(_servers: Loopback) -> Loopback:
    """The servers, with nothing asked yet."""
    _servers.forget()
    return _servers


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The good certificates of the servers are trusted, as an editor's network might ask for."""
    file = tmp_path / "authority.pem"
    file.write_bytes(authority_pem())
    monkeypatch.setenv("SSL_CERT_FILE", str(file))

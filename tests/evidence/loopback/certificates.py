"""Certificates for the loopback servers: good ones, and each kind of bad one."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from functools import cache
from tempfile import NamedTemporaryFile

import trustme
from tests.evidence.loopback.registry import Door


@cache
def _authority() -> trustme.CA:
    return trustme.CA()


def authority_pem() -> bytes:
    """The certificate of those who signed the good ones, for ``SSL_CERT_FILE``."""
    return _authority().cert_pem.bytes()


@cache
def context(door: Door) -> ssl.SSLContext:
    """What a server at a door shows."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if door is Door.SELF_SIGNED:
        _load_root(made, trustme.CA())
        return made
    if door is Door.EXPIRED:
        past = datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 2, 1, tzinfo=UTC)
        leaf = _authority().issue_cert("127.0.0.1", not_before=past[0], not_after=past[1])
    elif door is Door.OTHER_HOST:
        leaf = _authority().issue_cert("other.example")
    elif door is Door.UNKNOWN_ISSUER:
        leaf = trustme.CA().issue_cert("127.0.0.1")
    else:
        leaf = _authority().issue_cert("127.0.0.1", "localhost", "secure.example")
    leaf.configure_cert(made)
    return made


def _load_root(made: ssl.SSLContext, root: trustme.CA) -> None:
    with NamedTemporaryFile(suffix=".pem") as file:
        file.write(root.private_key_pem.bytes() + root.cert_pem.bytes())
        file.flush()
        made.load_cert_chain(file.name)

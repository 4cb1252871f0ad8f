"""The certificates we trust: those of the system (or of ``SSL_CERT_FILE``), and certifi's for systems without any."""

from __future__ import annotations

import os
import ssl
from functools import cache

import certifi


def make_tls_context() -> ssl.SSLContext:
    """The TLS context; host names and certificates are always verified."""
    return _make_context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@cache  # to read all certificates takes 0.1 s
def _make_context(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context()  # OpenSSL itself looks at the two variables
    context.load_verify_locations(certifi.where())
    return context

"""What goes wrong between us and a server, by the exceptions of the libraries, in plain words."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator
from typing import Final

import httpcore

from citewell.evidence.network.response import FailureReason

_EXPIRED, _OTHER_HOST, _OTHER_IP = 10, 62, 64  # X509_V_ERR_… of OpenSSL's x509_vfy.h
_UNREACHABLE: Final = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})


class WebFault(Exception):
    """Ends one request inside ``network``; ``Web`` turns it into a ``Failure``, so no other code sees it."""

    def __init__(self, reason: FailureReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def _list_causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and its causes: what it was raised from, wraps or groups."""
    yield error
    inner = list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
    inner += [part for part in (error.__cause__, *error.args) if isinstance(part, BaseException)]
    for part in inner:
        yield from _list_causes(part)


def explain_connection_error(error: Exception) -> WebFault:
    """Why no connection was made."""
    causes = list(_list_causes(error))
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return WebFault(FailureReason.CONNECTION_REFUSED, "the server refuses connections")
    if any(isinstance(cause, TimeoutError | httpcore.TimeoutException) for cause in causes):
        return WebFault(FailureReason.TIMEOUT, "the server could not be reached in time")
    if any(isinstance(cause, ConnectionError) for cause in causes):
        return WebFault(FailureReason.BROKEN_OFF, "the server broke off the connection")
    if any(isinstance(cause, OSError) and cause.errno in _UNREACHABLE for cause in causes):
        return WebFault(FailureReason.UNREACHABLE, "there is no route to the server's network")
    return WebFault(FailureReason.UNREACHABLE, "the server could not be reached")


def explain_tls_error(error: Exception) -> WebFault:
    """Why TLS failed. Only what a browser would also warn about counts as the certificate's fault."""
    for cause in _list_causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            if cause.verify_code == _EXPIRED:
                return WebFault(FailureReason.CERTIFICATE, "the server's certificate has expired")
            if cause.verify_code in {_OTHER_HOST, _OTHER_IP}:
                return WebFault(FailureReason.CERTIFICATE, "the server's certificate is another host's")
            return WebFault(
                FailureReason.TLS, f"the server's certificate could not be verified ({cause.verify_message})"
            )
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "no reason given").replace("_", " ").lower()
            return WebFault(FailureReason.TLS, f"no encrypted connection came about ({reason})")
        if isinstance(cause, httpcore.TimeoutException):
            return WebFault(FailureReason.TIMEOUT, "the server did not answer in time")
    return WebFault(FailureReason.BROKEN_OFF, "the server broke off the connection")


def explain_exchange_error(error: Exception) -> WebFault:
    """Why a request got no complete response."""
    if isinstance(error, WebFault):
        return error
    if isinstance(error, httpcore.TimeoutException):
        return WebFault(FailureReason.TIMEOUT, "the server did not answer in time")
    if isinstance(error, httpcore.RemoteProtocolError):
        # httpcore and h11 distinguish an early end from nonsense only by their messages.
        if any(words in str(error) for words in ("disconnected", "closed connection")):
            return WebFault(FailureReason.BROKEN_OFF, "the server broke off its answer")
        return WebFault(FailureReason.GARBLED, "the server did not answer in the language of the web")
    if isinstance(error, httpcore.NetworkError):
        return WebFault(FailureReason.BROKEN_OFF, "the server broke off the connection")
    return WebFault(FailureReason.GARBLED, "the server's answer could not be read")

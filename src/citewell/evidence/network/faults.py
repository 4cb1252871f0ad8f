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


class Fault(Exception):
    """Ends one request inside the network side; ``Web`` turns it into a ``Failure``, so nobody else sees it."""

    def __init__(self, trouble: FailureReason, detail: str) -> None:
        super().__init__(detail)
        self.trouble = trouble
        self.detail = detail


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception, and all that it stands for: what it was raised from, wraps or gathers."""
    yield error
    inner = list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
    inner += [part for part in (error.__cause__, *error.args) if isinstance(part, BaseException)]
    for part in inner:
        yield from _causes(part)


def connection_fault(error: Exception) -> Fault:
    """Why no connection came about."""
    causes = list(_causes(error))
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return Fault(FailureReason.CONNECTION_REFUSED, "the server refuses connections")
    if any(isinstance(cause, TimeoutError | httpcore.TimeoutException) for cause in causes):
        return Fault(FailureReason.TIMEOUT, "the server could not be reached in time")
    if any(isinstance(cause, ConnectionError) for cause in causes):
        return Fault(FailureReason.BROKEN_OFF, "the server broke off the connection")
    if any(isinstance(cause, OSError) and cause.errno in _UNREACHABLE for cause in causes):
        return Fault(FailureReason.UNREACHABLE, "there is no way to the server's network")
    return Fault(FailureReason.UNREACHABLE, "the server could not be reached")


def tls_fault(error: Exception) -> Fault:
    """Why no encryption came about. Only what a browser, too, warns of is the fault of the certificate."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            if cause.verify_code == _EXPIRED:
                return Fault(FailureReason.CERTIFICATE, "the server's certificate has expired")
            if cause.verify_code in {_OTHER_HOST, _OTHER_IP}:
                return Fault(FailureReason.CERTIFICATE, "the server's certificate is another host's")
            return Fault(FailureReason.TLS, f"the server's certificate could not be verified ({cause.verify_message})")
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "no reason given").replace("_", " ").lower()
            return Fault(FailureReason.TLS, f"no encrypted connection came about ({reason})")
        if isinstance(cause, httpcore.TimeoutException):
            return Fault(FailureReason.TIMEOUT, "the server did not answer in time")
    return Fault(FailureReason.BROKEN_OFF, "the server broke off the connection")


def exchange_fault(error: Exception) -> Fault:
    """Why a request got no whole answer."""
    if isinstance(error, Fault):
        return error
    if isinstance(error, httpcore.TimeoutException):
        return Fault(FailureReason.TIMEOUT, "the server did not answer in time")
    if isinstance(error, httpcore.RemoteProtocolError):
        # The only sign by which httpcore and h11 tell an early end from nonsense is what they say.
        if any(sign in str(error) for sign in ("disconnected", "closed connection")):
            return Fault(FailureReason.BROKEN_OFF, "the server broke off its answer")
        return Fault(FailureReason.GARBLED, "the server did not answer in the language of the web")
    if isinstance(error, httpcore.NetworkError):
        return Fault(FailureReason.BROKEN_OFF, "the server broke off the connection")
    return Fault(FailureReason.GARBLED, "the server's answer could not be read")

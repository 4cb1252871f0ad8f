"""A web of its own on 127.0.0.1: servers that behave in all the ways that servers on the real web do.

``Loopback`` starts them in a thread, so that commands and coroutines can both ask them::

    with Loopback() as loopback:
        address = loopback.url("soft-404", title="A made-up page")

``python -m tests.evidence.loopback`` starts them for a person, and lists the behaviours.
"""

from tests.evidence.loopback.registry import BEHAVIOURS
from tests.evidence.loopback.server import Loopback

__all__ = ["BEHAVIOURS", "Loopback"]

"""The services that know works, notices about them and archived copies; each is one module here, found by its file.

A module is named as its key under ``evidence: services:`` in ``site.yml``, and holds its ``Service`` as ``SERVICE``.
Adding the module is all it takes. ``citewell check`` loads the services, too, when ``site.yml`` sets one: at their top
they import nothing of the extra ``evidence``.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from citewell.model.keys import Form, Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citewell.evidence.service_api.service import Service
    from citewell.model.site import EvidenceSettings


def find_service(key: str) -> type[Service]:
    """The service with a key. Raises ``ModuleNotFoundError`` if there is none."""
    service: type[Service] = import_module(f"{__name__}.{key}").SERVICE
    return service


@cache
def discover_services() -> Mapping[str, type[Service]]:
    """Every service by its key, sorted."""
    return {key: find_service(key) for key in sorted(entry.name for entry in pkgutil.iter_modules(__path__))}


def declare_keys() -> dict[str, Key]:
    """The line of each service under ``evidence: services:``, by its key, as ``site.yml`` is read by it."""
    return {key: _declare_key(service) for key, service in discover_services().items()}


def _declare_key(service: type[Service]) -> Key:
    without = f"the default is `{service.ADDRESS}`" if service.ADDRESS else "by default, it is not asked"
    if service.TAKES_FILE:
        return Key(f"The file of {service.NAME}: its path in the project, or its address; {without}.")
    return Key(f"The address of {service.NAME}, such as that of a mirror; {without}.", form=Form.SERVICE)


def service_address(settings: EvidenceSettings, key: str) -> str:
    """The address of a service without a slash at the end; "" for one that has no public address and is given none."""
    return (settings.services.get(key) or find_service(key).ADDRESS).rstrip("/")

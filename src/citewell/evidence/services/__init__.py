"""The services that know works, notices about them and archived copies; each is one module here, found by its file.

A module is named as its key under ``evidence: services:`` in ``site.yml``, and holds its ``Service`` as ``SERVICE``.
Adding the module is all it takes. Listing the keys imports no service, so that reading the settings stays quick.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citewell.evidence.service_api.service import Service
    from citewell.model.site import EvidenceSettings


@cache
def list_service_keys() -> tuple[str, ...]:
    """The key of every service in ``site.yml``, sorted."""
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules(__path__)))


def find_service(key: str) -> type[Service]:
    """The service with a key. Raises ``ModuleNotFoundError`` if there is none."""
    service: type[Service] = import_module(f"{__name__}.{key}").SERVICE
    return service


@cache
def discover_services() -> Mapping[str, type[Service]]:
    """Every service by its key."""
    return {key: find_service(key) for key in list_service_keys()}


def service_address(settings: EvidenceSettings, key: str) -> str:
    """The address of a service without a slash at the end; "" for one that has no public address and is given none."""
    return (settings.services.get(key) or find_service(key).ADDRESS).rstrip("/")

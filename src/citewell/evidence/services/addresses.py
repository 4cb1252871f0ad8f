"""Where each service is asked, unless ``evidence: services:`` in ``site.yml`` names another address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citewell.model.site import EvidenceSettings

USUAL: Final[Mapping[str, str]] = {
    "crossref": "https://api.crossref.org",
    "doi": "https://doi.org",
    "pubmed": "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    "openlibrary": "https://openlibrary.org",
    "wayback": "https://archive.org",
}
"""The public addresses, by the names that ``site.yml`` gives the services. Retractions have none."""


def service_address(settings: EvidenceSettings, name: str) -> str:
    """The address of a service, without the slash at its end; empty for one that has no usual address and no other."""
    return settings.services.get(name, USUAL.get(name, "")).rstrip("/")

"""What a whole run costs, pages read and archive asked: a thousand references on fifty hosts, a tenth misbehaving."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.evidence.loopback import Loopback
from tests.evidence.loopback.many import many_addresses
from tests.evidence.running import to_its_end

from citewell.citations.reference_status import ReferenceStatus
from citewell.diagnostics import Location
from citewell.evidence.network.limits import Limits
from citewell.evidence.resolve import resolve
from citewell.evidence.resolve_jobs import list_due_jobs
from citewell.model.evidence import LockedReference, Verdict
from citewell.model.references import IdentifierKind, Reference
from citewell.model.site import Settings
from citewell.project import Project

DAY = date(2026, 11, 22)
PLACE = {"": Location("content_src/references/made-up.yml")}


def test_of_a_thousand_references_none_that_lives_is_called_dead(loopback: Loopback, tmp_path: Path):
    addresses = many_addresses(loopback)
    [archive] = loopback.more_doors(1)
    settings = Settings(contact="editors@press.example", evidence=loopback.settings(wayback=archive))
    references = [
        Reference(
            f"work-{number}",
            "webpage",
            {"title": f"Page {number}", "URL": each.url},
            identifiers={IdentifierKind.URL: each.url},
            places=PLACE,
        )
        for number, each in enumerate(addresses)
    ]
    jobs = list(list_due_jobs([ReferenceStatus(each, None) for each in references], settings.evidence, DAY))
    found: dict[str, LockedReference] = {}

    limits = Limits(connect=10, read=6, whole=20)  # patience enough for a machine that is busy with other tests
    silent = to_its_end(resolve(Project(tmp_path), settings, jobs, DAY, found.__setitem__, limits))

    assert (len(found), silent) == (1000, {})
    good = [found[f"work-{number}"] for number, each in enumerate(addresses) if each.well_behaved]
    assert [each.reason for each in good if each.verdict not in {Verdict.OK, Verdict.MOVED}] == []
    assert {each.verdict for each in good} == {Verdict.OK, Verdict.MOVED}
    assert all(locked.verdict is not Verdict.BROKEN for locked in found.values())
    assert loopback.intrusions == []

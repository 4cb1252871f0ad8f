"""What editors ask for, in every spelling."""

from __future__ import annotations

import pytest

from citewell.citations.identifiers import BadIdentifier
from citewell.evidence.lookup_request import parse_lookup_request


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("doi:10.5555/Made-Up.1", "doi:10.5555/made-up.1"),
        ("DOI: 10.5555/made-up.1", "doi:10.5555/made-up.1"),
        ("10.5555/made-up.1", "doi:10.5555/made-up.1"),
        ("10.5555/made-up.1.", "doi:10.5555/made-up.1"),
        ("https://doi.org/10.5555/made-up.1", "doi:10.5555/made-up.1"),
        ("https://doi.org/10.5555/made-up.1?x=y", "doi:10.5555/made-up.1"),
        ("http://dx.doi.org/10.5555%2Fmade-up.1", "doi:10.5555/made-up.1"),
        ("doi.org/10.5555/made-up.1", "doi:10.5555/made-up.1"),
        ("doi:https://doi.org/10.5555/made-up.1", "doi:10.5555/made-up.1"),
        ("pmid:12345678", "pmid:12345678"),
        ("PMID: 12345678", "pmid:12345678"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "pmid:12345678"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/?term=x", "pmid:12345678"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/12345678", "pmid:12345678"),
        ("PMID 12345678", "pmid:12345678"),
        ("doi 10.5555/made-up.1", "doi:10.5555/made-up.1"),
        ("ISBN-13: 978-1-4731-5305-9", "isbn:9781473153059"),
        ("ISBN 9781473153059", "isbn:9781473153059"),
        ("pmcid:123", "pmcid:PMC123"),
        ("pmcid:PMC123", "pmcid:PMC123"),
        ("PMC123", "pmcid:PMC123"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123/", "pmcid:PMC123"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/", "pmcid:PMC123"),
        ("isbn:978-1-4731-5305-9", "isbn:9781473153059"),
        ("9781473153059", "isbn:9781473153059"),
        ("978-1-4731-5305-9", "isbn:9781473153059"),
        ("arXiv:2101.00001v2", "doi:10.48550/arxiv.2101.00001"),
        ("arxiv:hep-th/9901001", "doi:10.48550/arxiv.hep-th/9901001"),
        ("https://arxiv.org/abs/2101.00001", "doi:10.48550/arxiv.2101.00001"),
        ("https://arxiv.org/pdf/2101.00001v3.pdf", "doi:10.48550/arxiv.2101.00001"),
        ("https://www.nhs.uk/conditions/back-pain/", "https://www.nhs.uk/conditions/back-pain/"),
        (" HTTPS://WWW.NHS.UK/x ", "https://www.nhs.uk/x"),
        ("10/gk3x9", "https://doi.org/10/gk3x9"),
        ("doi:10/GK3X9", "https://doi.org/10/gk3x9"),
        ("doi.org/10/gk3x9", "https://doi.org/10/gk3x9"),
        ("https://www.nhs.uk/x?utm_source=a&b=c", "https://www.nhs.uk/x?b=c"),
        ("https://www.google.com/url?q=https://doi.org/10.5555/made-up.1&sa=D", "doi:10.5555/made-up.1"),
        ("https://doi-org.ezproxy.example.edu/10.5555/made-up.1", "doi:10.5555/made-up.1"),
    ],
)
def test_identifiers_and_addresses(text, label):
    asked = parse_lookup_request(text)
    assert not isinstance(asked, BadIdentifier)
    assert asked.label == label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12345678", "pmid:12345678"),
        ("back pain", "doi:"),
        ("", "doi:"),
        ("isbn:9781473153050", "imprint"),
        ("arXiv:x", "arXiv:2101.00001"),
        ("www.nhs.uk/conditions/back-pain/", "https://www.nhs.uk/conditions/back-pain/"),
        ("https://user:pass@example.org/", "@"),
        ("file:///etc/passwd", "doi:"),
        ("pmid:PMC12", "PMC12"),
    ],
)
def test_what_is_none_is_refused_with_a_way_out(text, said):
    asked = parse_lookup_request(text)
    assert isinstance(asked, BadIdentifier)
    assert said in f"{asked.reason} {asked.spelling} {asked.advice}"

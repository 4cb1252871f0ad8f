"""Every construct of a citation in every container is read as pandoc reads it."""

from __future__ import annotations

import pytest

from tests.pandoc.corpus_files import blocks, lines
from tests.pandoc.oracle import pandoc_reads, we_read
from tests.source.reading import read

SENTENCES = lines("citations")
# A citation at the start of a cell or caption is no fault of the reader, and a caption is one the rules judge.
JUDGED_BY_RULES = {"citation-first"}


@pytest.mark.parametrize("shape", blocks("containers").values(), ids=blocks("containers"))
def test_every_construct_in_every_container(shape: str) -> None:
    texts = [shape.replace("SENTENCE", sentence) for sentence in SENTENCES]
    different = {}
    for sentence, text, pandocs in zip(SENTENCES, texts, pandoc_reads(texts), strict=True):
        article = read(text)
        problems = [problem for problem in article.problems if problem.kind not in JUDGED_BY_RULES]
        ours = we_read(article)
        if problems or ours != pandocs or not pandocs:
            different[sentence] = (problems, ours, pandocs)
    assert different == {}


def test_citations_over_several_lines() -> None:
    # A star at the start of a line begins a list.
    texts = [sentence.replace(" ", "\n") for sentence in SENTENCES if " * " not in sentence]
    for text, pandocs in zip(texts, pandoc_reads(texts), strict=True):
        assert we_read(read(text)) == pandocs, text

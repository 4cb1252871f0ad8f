"""A file is larger than any of its kind should be.

It is refused before it is read. A picture of many megabytes keeps readers with a slow connection waiting, and a huge
text is most often something else under a wrong name.

Fix it by making the picture smaller (1,600 pixels wide are plenty), or by splitting the text.

Wrong: a photograph of 12 MiB, straight from the camera.

Right: the same at 1,600 pixels, as WebP, of 200 KiB.
"""

from typing import Final

from citewell.model.file_problems import FileSort, FileTooLarge
from citewell.rules.problem_rule import problem_rule
from citewell.source.files import format_size

_SORTS: Final = {
    FileSort.ARTICLE: "an article",
    FileSort.YAML: "a YAML file",
    FileSort.LOCK: "a lock",
    FileSort.PICTURE: "a picture",
    FileSort.FONT: "a font",
    FileSort.STYLES: "a style sheet",
    FileSort.STATIC: "a file that is published as it is",
    FileSort.IMPORT: "a file to import",
    FileSort.OTHER: "a file",
}


def _describe(facts: FileTooLarge) -> str:
    size, most = format_size(facts.size), format_size(facts.most)
    if facts.uses:
        return f"with the shared texts that it uses, the article has {size}; at most {most} can be read"
    if facts.part:
        return f"{size} of YAML; at most {most} can be read"
    return f"the file is {size}; {_SORTS[facts.sort]} may have at most {most}"


rule = problem_rule(
    "SEC016",
    FileTooLarge,
    message=_describe,
    hint=lambda it: "split it" if it.part else "split it or make it smaller",
)

"""A further line of ``redirects:`` in front matter: where it goes, with everything else left as it is."""

from __future__ import annotations

from citewell.diagnostics import Fix
from citewell.model.addresses import former_path
from citewell.model.article import ArticleKind, FrontMatter
from citewell.model.keys import group_of
from citewell.model.source_location import SourceText, Span
from citewell.source.front_matter import split_front_matter
from citewell.source.nodes import GroupNode, KeyValue, ListNode, Scalar
from citewell.source.yaml import read_yaml


def add_redirect(source: SourceText, kind: ArticleKind, old: str, new: str) -> Fix | None:
    """List the name ``old`` among the former addresses of a document that is called ``new`` from now on.

    Where ``new`` is one of them already, ``old`` takes its place. ``None`` for a document without front matter, or with
    it in braces.
    """
    found = split_front_matter(source)
    root = read_yaml(source, found.yaml).root if found.yaml else None
    if found.yaml is None or found.error or (root is not None and source.text[root.span.start] == "{"):
        return None
    entry = _find_entry(root)
    if entry is None:
        return _insert_at(source, found.yaml.end, f"redirects: {old}\n")
    values = [each for each in _list_values(entry) if isinstance(each, Scalar)]
    back = next((each for each in values if former_path(each.text, kind) == former_path(new, kind)), None)
    if back is not None:
        return Fix("", source.locate(back.span), old)
    return _append(source, entry, values, old)


def _find_entry(root: object) -> KeyValue | None:
    """The entry of the key, under its name of today or the one before."""
    declared = group_of(FrontMatter).key("redirects")
    assert declared is not None, "the model of the front matter has it"
    names = ("redirects", declared.declared.formerly)
    found = (root.entry(name) for name in names) if isinstance(root, GroupNode) else iter(())
    return next((each for each in found if each is not None), None)


def _list_values(entry: KeyValue) -> tuple[object, ...]:
    return entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)


def _append(source: SourceText, entry: KeyValue, values: list[Scalar], old: str) -> Fix:
    """One more value: in a list with brackets, in one with hyphens, or beside a single value."""
    text, (start, end) = source.text, entry.value.span
    if isinstance(entry.value, ListNode):
        if text[start] == "[":
            return _insert_at(source, end - 1, f", {old}" if values else old)
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        return _insert_at(source, stop + 1, f"{text[line:start]}- {old}\n")
    if start == end:
        return _insert_at(source, entry.key.span.end + 1, f" {old}")
    quote = 1 if text[start - 1] in "'\"" else 0
    return Fix("", source.locate(Span(start - quote, end + quote)), f"[{text[start - quote : end + quote]}, {old}]")


def _insert_at(source: SourceText, at: int, text: str) -> Fix:
    return Fix("", source.locate(Span(at, at)), text)

"""Translate the texts of the interface.

It shows which protected texts are still to be compared with the English ones, and writes down that they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import click

from citewell.cli import options
from citewell.cli.terminal import write_lines
from citewell.errors import ContentUnreadable
from citewell.fixes.save import Change, create, save_changes
from citewell.messages import Forms, Texts, read_catalogue, write_starting_file
from citewell.model.source_location import SourceText
from citewell.project import WORDS_YML, Project, find_project
from citewell.source.content_tree import walk_content
from citewell.source.files import YAML, SourceFile, read_bytes, read_text
from citewell.source.load import read_site
from citewell.source.protected_texts import ENGLISH_SECTION, has_same_words, show_text
from citewell.source.translation import read_translation

EPILOG = """\b
Examples:
  citewell words --start     makes content_src/words.yml, with every text to translate
  citewell words             what is to be compared, English and translation
  citewell words --confirm   writes down that all of it was compared
"""
_SECTION: Final = re.compile(rf"^(?:#[^\n]*\n)?{ENGLISH_SECTION}:.*?(?=^[^\s#]|\Z)", re.MULTILINE | re.DOTALL)
_REMARK: Final = (
    "# The English texts that the translations above were compared with. Written by: citewell words --confirm"
)


class Translation(NamedTuple):
    """``words.yml`` as it is: its file and text, its protected texts, and the English ones they were compared with."""

    file: SourceFile
    text: str
    protected: Texts
    confirmed: Texts

    @property
    def waiting(self) -> tuple[str, ...]:
        """The names of the texts that nobody compared with the English texts as they are now."""
        english = read_catalogue().texts
        return tuple(name for name in self.protected if not has_same_words(self.confirmed.get(name), english[name]))


@click.command("words", epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--start", is_flag=True, help="Make content_src/words.yml, with every text in English, to be translated.")
@click.option("--confirm", is_flag=True, help="Write down that you compared each text, or those with these NAMEs.")
@options.root
@options.debug
def command(names: tuple[str, ...], start: bool, confirm: bool, root: Path | None) -> int:
    """Show the protected texts of the interface, whose translations must be compared with the English texts.

    They tell readers how far a page can be trusted, or what to do in an emergency. A NAME is a text, such as
    review.reviewed. On a site in English, the command lists the texts that cannot be worded otherwise.

    Exit codes: 0 nothing is to be compared, or it was written, 1 something is to be compared, 2 it could not be read.
    """
    project = find_project(root)
    if start:
        create(SourceFile(project.root / WORDS_YML, WORDS_YML), write_starting_file().encode())
        write_lines([f"Made {WORDS_YML}. Translate the text after each colon, then run: citewell check"])
        return 0
    language = read_site(walk_content(project)).settings
    if language.is_english:
        write_lines(f"{name}: {show_text(read_catalogue().texts[name])}" for name in _list_protected())
        return 0
    translation = _read(project, language.language)
    if unknown := [name for name in names if name not in translation.protected]:
        raise click.UsageError(f'"{unknown[0]}" is not a protected text that {WORDS_YML} translates')
    chosen = [name for name in translation.waiting if not names or name in names]
    write_lines(_compare(chosen, translation))
    if confirm and chosen:
        _confirm(translation, chosen)
        write_lines([f"Written into {WORDS_YML}: these {len(chosen)} texts were compared."])
    elif chosen:
        write_lines([f"{len(chosen)} to compare. If each says the same, write that down: citewell words --confirm"])
    else:
        write_lines(["Every translation of a protected text was compared with the English text as it is now."])
    return int(bool(chosen) and not confirm)


def _list_protected() -> list[str]:
    return [name for name in read_catalogue().texts if name in read_catalogue().protected]


def _read(project: Project, language: str) -> Translation:
    """Raises ``ContentUnreadable`` if there is no ``words.yml`` that can be read."""
    file = walk_content(project).words
    source = read_text(file, YAML, read_bytes)[0] if file else None
    if file is None or source is None:
        hint = "Make it with: citewell words --start" if file is None else "citewell check says what is wrong."
        raise ContentUnreadable(f"{WORDS_YML}: {'is missing' if file is None else 'cannot be read'}", hint)
    read = read_translation(SourceText(source.path, source.text), language)
    protected = {name: text for name, text in read.texts.items() if name in read_catalogue().protected}
    return Translation(file, source.text, protected, read.confirmed)


def _compare(names: list[str], translation: Translation) -> Iterator[str]:
    for name in names:
        yield click.style(name, bold=True)
        if name in translation.confirmed:
            yield f"  Compared with: {show_text(translation.confirmed[name])}"
        yield f"  English:       {show_text(read_catalogue().texts[name])}"
        yield f"  Translation:   {show_text(translation.protected[name])}"


def _confirm(translation: Translation, names: list[str]) -> None:
    """Write the English texts of ``names`` below ``english:``; everything else in the file stays byte for byte."""
    english = read_catalogue().texts
    known = {name: text for name, text in translation.confirmed.items() if name in translation.protected}
    confirmed = {name: english[name] if name in names else known[name] for name in english if name in {*known, *names}}
    before = translation.file.path.read_bytes()
    text = before.decode()
    end = "\r\n" if "\r\n" in text else "\n"
    section = end.join(_write_section(confirmed)) + end
    replaced = _SECTION.search(text)
    rest = f"{text[: replaced.start()]}{text[replaced.end() :]}" if replaced else text
    after = f"{rest.rstrip()}{end}{end}{section}"
    save_changes([Change(translation.file, before, after.encode())])


def _write_section(confirmed: Mapping[str, str | Forms]) -> Iterator[str]:
    yield _REMARK
    yield f"{ENGLISH_SECTION}:"
    for name, text in confirmed.items():
        if isinstance(text, str):
            yield f"  {name}: {_quote(text)}"
        else:
            yield f"  {name}:"
            yield from (f"    {form}: {_quote(words)}" for form, words in text.items())


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

"""The program as a wheel, for a site that is made from a checkout or from an installation whose wheel is gone.

The program is Python and text alone, so that a wheel of it is an archive of its files and four small files about them.
Source: the Python packaging user guide, "Binary distribution format" and "Core metadata specifications".
"""

from __future__ import annotations

import base64
import hashlib
import io
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any, Final

from citewell import __version__

WHEEL_NAME: Final = f"citewell-{__version__}-py3-none-any.whl"
_ABOUT: Final = f"citewell-{__version__}.dist-info"
_FORM: Final = "Wheel-Version: 1.0\nGenerator: citewell\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)  # of the time of archives: the same files make the same wheel
#: What pip writes about an installation; a wheel has none of it.
_OF_INSTALLATION: Final = frozenset({"INSTALLER", "RECORD", "REQUESTED", "direct_url.json"})


def pack_checkout(checkout: Path) -> bytes:
    """The wheel of a checkout. Raises ``OSError`` if a file cannot be read."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    taken = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    files = {f"citewell/{name}": data for name, data in _read_folder(checkout / "src" / "citewell")}
    for source, target in taken.items():
        path = checkout / source
        inside = _read_folder(path) if path.is_dir() else [("", path.read_bytes())]
        files |= {f"{target}/{name}".rstrip("/"): data for name, data in inside}
    files[f"{_ABOUT}/METADATA"] = _describe(project["project"]).encode()
    files[f"{_ABOUT}/WHEEL"] = _FORM.encode()
    files[f"{_ABOUT}/licenses/LICENSE"] = (checkout / "LICENSE").read_bytes()
    scripts = "".join(f"{name} = {target}\n" for name, target in project["project"]["scripts"].items())
    files[f"{_ABOUT}/entry_points.txt"] = f"[console_scripts]\n{scripts}".encode()
    return _pack(files)


def pack_installation(installed: Distribution) -> bytes:
    """The wheel that an installation was made from, as far as it matters. Raises ``OSError`` if a file is gone."""
    files = {}
    for path in installed.files or ():
        kept = path.parts[0] in {"citewell", _ABOUT} and path.suffix != ".pyc"
        if kept and not (path.parts[0] == _ABOUT and path.name in _OF_INSTALLATION):
            files[path.as_posix()] = Path(str(path.locate())).read_bytes()
    return _pack(files)


def _read_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a folder by their paths in it, without what Python or an editor's program left there."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.parts):
            yield name.as_posix(), path.read_bytes()


def _describe(project: Mapping[str, Any]) -> str:
    """The metadata that pip reads, from the table ``project`` of ``pyproject.toml``."""
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {project['name']}",
        f"Version: {__version__}",
        f"Summary: {project['description']}",
        f"License-Expression: {project['license']}",
        "License-File: LICENSE",
        f"Requires-Python: {project['requires-python']}",
        *(f"Requires-Dist: {each}" for each in project["dependencies"]),
    ]
    for extra, packages in project["optional-dependencies"].items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f"Requires-Dist: {each}; extra == '{extra}'" for each in packages]
    return "\n".join([*lines, ""])


def _pack(files: Mapping[str, bytes]) -> bytes:
    """The archive, with the record of its files last."""
    record = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in sorted(files.items()))
    listed = f"{_ABOUT}/RECORD"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in [*sorted(files.items()), (listed, f"{record}{listed},,\n".encode())]:
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()

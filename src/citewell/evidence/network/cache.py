"""Pages kept between runs, so that a server is asked "still the same?" and need not send what we have (RFC 9111)."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import anysqlite
import httpx
from hishel import AsyncSqliteStorage, CacheOptions
from hishel.httpx import AsyncCacheTransport

from citewell.evidence.network.limits import MEBIBYTE

_FILE: Final = "pages.db"


def open_cache(network: httpx.AsyncBaseTransport, folder: Path) -> httpx.AsyncBaseTransport | None:
    """A transport that caches pages in a folder; ``None`` if that is not possible.

    A cache only saves time and traffic, so a folder that cannot be written does not stop a run, and a file that is
    damaged or none of ours is replaced.
    """
    # hishel reports each fault of its file with a traceback; what matters of it we notice ourselves.
    logger = logging.getLogger("hishel")
    logger.handlers, logger.propagate = [logging.NullHandler()], False
    path = folder / _FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not _is_sound(path):
            for file in folder.glob(f"{_FILE}*"):  # with those that SQLite keeps beside it
                file.unlink()
        _try_to_write(path)
    except (OSError, sqlite3.Error):
        return None
    storage = AsyncSqliteStorage(
        connection=_Connection(_open_database(path)), max_stream_size=100 * MEBIBYTE, max_size=500 * MEBIBYTE
    )
    return AsyncCacheTransport(network, storage, rfc=CacheOptions(shared=False, supported_methods=["GET"]))


class _Connection(anysqlite.Connection):
    """A connection that commits each statement by itself.

    Its commits do nothing and a cursor is only an object, so neither needs the thread that anysqlite would start for
    it: half of its threads, which cost more than the work in them.
    """

    async def commit(self) -> None:
        return None

    async def cursor(self) -> anysqlite.Cursor:
        return anysqlite.Cursor(self._real_connection.cursor(), self._limiter)


def _open_database(path: Path) -> sqlite3.Connection:
    """The database, for any thread. It does not wait for the disk: a damaged cache is replaced."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA synchronous = OFF")
    return database


def _is_sound(path: Path) -> bool:
    """Whether a file is a database of hishel, or is not there yet. Raises ``sqlite3.OperationalError``: one in use."""
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path, timeout=2)) as database:
            columns = {row[1] for row in database.execute("PRAGMA table_info(entries)")}
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    return not columns or "chunk_count" in columns


def _try_to_write(path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=2, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        database.execute("ROLLBACK")

"""The laws on access to information, read from `law/statutes/` and from what an operator added."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from minhbach.domain.statutes.book import Book, StatuteDataInvalid
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import Matter
from minhbach.lawbook.folder import added_law_folder, law_folder
from minhbach.lawbook.statutes_checks import check_book
from minhbach.lawbook.statutes_files import read_detail, read_statute


def statute_for(matter: Matter, on: dt.date) -> Statute:
    """Return the one statute that governs a matter, as it holds on the day that chooses it (see `Matter`).

    :raises NoStatute: for a day before the first statute (01/7/2018).
    """
    return load_book().statute_for(matter, on)


def statute(number: str, on: dt.date | None = None) -> Statute:
    """Return a statute ("01/2026/QH16") with the details that hold on a day; without one, with all that are known.

    :raises NoStatute: if there is none of this number.
    """
    return load_book().statute(number, on=on)


def all_statutes() -> tuple[Statute, ...]:
    """Return every statute, the oldest first, with all details that are known."""
    return tuple(statute(one.number) for one in load_book().statutes)


@cache
def load_book(folder: Path | None = None, added: Path | None = None) -> Book:
    """Return all statutes with what details them, read once in a process.

    :param folder: instead of `law/statutes`.
    :param added: instead of the folder of added documents.
    :raises StatuteDataInvalid: if a file says something that cannot be, alone or beside the others.
    """
    added = added or added_law_folder() / "statutes"
    return read_book(folder or law_folder() / "statutes", sorted(added.glob("*.toml")))


def read_book(folder: Path, added: Iterable[Path] = ()) -> Book:
    """Return the statutes of a folder with further detailing documents, checked as a whole.

    :raises StatuteDataInvalid: if a file says something that cannot be, alone or beside the others.
    """
    laws = sorted(path.parent for path in folder.glob("*/statute.toml"))
    if not laws:
        raise StatuteDataInvalid(f"không có luật nào trong {folder}")
    statutes = sorted((read_statute(path) for path in laws), key=lambda one: one.in_force_from)
    details = [read_detail(path) for path in (*sorted((folder / "details").glob("*.toml")), *added)]
    book = Book(tuple(statutes), tuple(details))
    check_book(book)
    return book

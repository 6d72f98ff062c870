"""Keep the English of every room's words: `tools/words.py` brings catalogues up to date, `--check` only tells.

A word is a Vietnamese sentence in `{% translate %}`, `{% blocktranslate %}` or `gettext`. Each room keeps its English
in `locale/en/LC_MESSAGES/django.po`; the compiled `.mo` beside it is committed, so that no machine needs gettext.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOMS = Path(__file__).resolve().parents[1] / "src" / "minhbach"
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
CALLS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"(?:\b_|\b(?:n|p|np)?gettext)\({STRING}(?:,\s*{STRING})*(?:,\s*count)?\s*\)")
Words = dict[tuple[str | None, str | tuple[str, str]], set[str]]


@dataclass(frozen=True)
class Report:
    """What is wrong with one room's catalogue."""

    room: str
    missing: list[str] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)
    untranslated: list[str] = field(default_factory=list)
    stale: bool = False


def words_in(content: str) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    """Yield context and words of the calls in Python source."""
    for _, function, message, _ in extract_python(io.BytesIO(content.encode()), list(CALLS), [], {"encoding": "utf-8"}):
        parts = message if isinstance(message, tuple) else (message,)
        if "pgettext" in function:
            yield parts[0], parts[1] if function.startswith("pgettext") else (parts[1], parts[2])
        elif function.startswith("ngettext"):
            yield None, (parts[0], parts[1])
        elif parts[0]:
            yield None, parts[0]


def words_of(room: Path) -> Words:
    """Return the words of a room, each with the files that say it."""
    found: Words = {}
    for path in sorted(room.rglob("*.py")):
        if not {"tests", "migrations"} & set(path.relative_to(room).parts):
            _collect(found, path.read_text(encoding="utf-8"), path, room)
    for path in sorted((room / "templates").rglob("*")):
        if path.is_file():
            _collect(found, as_python(path), path, room)
    return found


def as_python(path: Path) -> str:
    """Return a template as the calls that it makes, by Django's own reading of it."""
    # Between the calls stand the page's own letters, blotted out, whose indentation is not Python's.
    return "\n".join(
        match[0] for match in CALL.finditer(templatize(path.read_text(encoding="utf-8"), origin=str(path)))
    )


def _collect(found: Words, source: str, path: Path, room: Path) -> None:
    for key in words_in(source):
        found.setdefault(key, set()).add(str(path.relative_to(room)))


def read_catalogue(room: Path) -> Catalog:
    """Return the room's English, or an empty catalogue."""
    path = room / CATALOGUE
    if not path.exists():
        return Catalog(locale="en", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="en", charset="utf-8")


def examine(room: Path, words: Words) -> Report:
    """Compare a room's words with its catalogue and its compiled catalogue."""
    catalogue = read_catalogue(room)
    entries = {(message.context, _id(message.id)): message for message in catalogue if message.id}
    missing = [plain(key) for key in words if key not in entries]
    needless = [plain(key) for key in entries if key not in words]
    empty = [plain(key) for key, entry in entries.items() if key in words and not _translated(entry.string)]
    compiled = (room / CATALOGUE).with_suffix(".mo")
    stale = bool(entries) and (not compiled.exists() or compiled.read_bytes() != as_compiled(catalogue))
    return Report(room.name, missing, needless, empty, stale)


def renew(room: Path, words: Words) -> None:
    """Write catalogue and compiled catalogue anew: new words without English, words that nobody says taken out."""
    old = read_catalogue(room)
    new = Catalog(locale="en", charset="utf-8", fuzzy=False, header_comment=f"# English of the room {room.name}.")
    for (context, said), places in sorted(words.items(), key=lambda item: (sorted(item[1]), str(item[0]))):
        known = old.get(said if isinstance(said, str) else said[0], context)
        locations = [(place, None) for place in sorted(places)]
        # Words that have become plural, or are so no more, need their English anew.
        fits = known is not None and isinstance(known.string, str) == isinstance(said, str)
        new.add(said, known.string if known and fits else None, locations, context=context)
    path = room / CATALOGUE
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, new, width=110, omit_header=False, sort_output=False)
    _steady_header(path)
    path.with_suffix(".mo").write_bytes(as_compiled(read_catalogue(room)))


def _steady_header(path: Path) -> None:
    # Dates and versions in the header would change the file without any change of words.
    lines = path.read_text(encoding="utf-8").splitlines()
    dropped = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Report-Msgid",
        "Language-Team",
    )
    kept = [line for line in lines if not line.lstrip('"').startswith(dropped)]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def as_compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue as Django reads it, the same bytes each time."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _id(said: str | list[str] | tuple[str, ...]) -> str | tuple[str, str]:
    return said if isinstance(said, str) else (said[0], said[1])


def plain(key: tuple[str | None, str | tuple[str, str]]) -> str:
    """Return the words of a key, the first form where there are two."""
    return key[1] if isinstance(key[1], str) else key[1][0]


def _translated(string: str | tuple[str, ...] | list[str]) -> bool:
    return bool(string) if isinstance(string, str) else bool(string) and all(string)


def rooms(names: list[str] | None = None) -> list[Path]:
    """Return the folders of rooms that have an app, or of those that are named."""
    return sorted(path.parent for path in ROOMS.glob("*/apps.py") if not names or path.parent.name in names)


def main() -> int:
    """Bring up to date, or only tell; return 1 where something is wrong."""
    if not settings.configured:
        settings.configure()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, only tell")
    parser.add_argument("rooms", nargs="*", help="only these rooms")
    given = parser.parse_args()
    only_tell = given.check
    wrong = False
    for room in rooms(given.rooms):
        words = words_of(room)
        if not only_tell and (words or (room / CATALOGUE).exists()):
            renew(room, words)
        report = examine(room, words)
        for kind in ("missing", "needless", "untranslated"):
            for said in getattr(report, kind):
                print(f"{report.room}: {kind}: {said}")
                wrong = True
        if report.stale:
            print(f"{report.room}: django.mo is not what django.po says")
            wrong = True
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""The command `minhbach load-law`: takes in a new decree or circular as a file, once it fits with everything else."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from minhbach.domain.regulations import ModelInvalid
from minhbach.domain.statutes.book import KEYS, Book, StatuteDataInvalid
from minhbach.domain.statutes.statute import Statute
from minhbach.lawbook.calendars import CalendarDataInvalid, load_calendar
from minhbach.lawbook.folder import added_law_folder, law_folder
from minhbach.lawbook.regulations import load_models
from minhbach.lawbook.statutes import read_book

_EXAMPLE = """Ví dụ:
  minhbach load-law --check                      kiểm tra dữ liệu đang dùng
  minhbach load-law --check nghi-dinh-moi.toml   xem tệp thay đổi gì, chưa nạp
  minhbach load-law nghi-dinh-moi.toml           nạp; có hiệu lực từ ngày ghi trong tệp

Cách viết tệp: law/statutes/README.md. Mã thoát: 0 được, 1 dữ liệu không hợp lệ, 2 dùng sai."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.toml")


def main(arguments: Sequence[str]) -> int:
    """Check, and unless only that is asked, add files; return 0, or 1 where one does not fit, or 2 for wrong usage."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    files = [Path(name) for name in options.files]
    if not files and not options.check:
        _print(sys.stderr, "minhbach load-law: cho biết tệp cần nạp, hoặc --check.")
        return 2
    if wrong := [path.name for path in files if not _NAME.fullmatch(path.name)]:
        _print(sys.stderr, f"minhbach load-law: tên tệp “{wrong[0]}” phải như nghi-dinh-99-2027.toml.")
        return 2
    try:
        return _load(files, only_checking=options.check)
    except (StatuteDataInvalid, CalendarDataInvalid, ModelInvalid, FileNotFoundError) as problem:
        _print(sys.stderr, f"minhbach load-law: {problem}. Chưa nạp gì.")
        return 1
    except OSError as problem:
        _print(sys.stderr, f"minhbach load-law: không ghi được ({problem}).")
        return 1


def _load(files: Sequence[Path], *, only_checking: bool) -> int:
    folder, added = law_folder() / "statutes", added_law_folder() / "statutes"
    load_calendar()
    load_models()
    held = {path.name: path for path in sorted(added.glob("*.toml"))}
    after = read_book(folder, (held | {path.name: path for path in files}).values())
    if not files:
        _print(sys.stdout, f"Dữ liệu hợp lệ: {', '.join(one.title for one in after.statutes)}.")
        return 0
    for line in told_changes(read_book(folder, held.values()), after):
        _print(sys.stdout, line)
    if only_checking:
        _print(sys.stdout, "Hợp lệ; chưa nạp (--check).")
        return 0
    added.mkdir(parents=True, exist_ok=True)
    for path in files:
        # Written beside and moved, so that a process that reads just now finds the old file or the new one, whole.
        half = added / f".{path.name}.new"
        half.write_bytes(path.read_bytes())
        half.replace(added / path.name)
    _print(sys.stdout, f"Đã nạp vào {added}. Khởi động lại minhbach run để dùng.")
    return 0


def told_changes(before: Book, after: Book) -> Iterator[str]:
    """Give a line for each value that changes, with the day from which it does."""
    for number in (one.number for one in after.statutes):
        known = before.statute(number, on=before.changes_of(number)[0]).title
        for day in sorted({*before.changes_of(number), *after.changes_of(number)}):
            then, now = before.statute(number, on=day), after.statute(number, on=day)
            for change in _differences(then, now):
                yield f"{known}, từ {day:%d/%m/%Y}: {change}"


def _differences(then: Statute, now: Statute) -> Iterator[str]:
    for field, key in KEYS.items():
        old = {getattr(row, key): row for row in getattr(then, field)}
        new = {getattr(row, key): row for row in getattr(now, field)}
        yield from (f"{field} “{one}” mới" for one in new if one not in old)
        yield from (f"{field} “{one}” không còn" for one in old if one not in new)
        for one in new.keys() & old.keys():
            if new[one] != old[one]:
                yield f"{field} “{one}” {_amounts(old[one], new[one])}"


def _amounts(old: Any, new: Any) -> str:
    before, after = getattr(old, "amount", None), getattr(new, "amount", None)
    return f"{before} → {after}" if before != after else "đổi"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="minhbach load-law",
        description="Nạp văn bản quy định chi tiết (nghị định, thông tư) sau khi kiểm tra cùng các luật đang có.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", metavar="TỆP", help="tệp TOML của văn bản")
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra")
    return parser


def _print(stream: Any, text: str) -> None:
    print(text, file=stream)

"""The command `minhbach deadline`: facts in, dates out, each explained; as JSON for programs or as words for people."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from minhbach.domain.deadlines import Due, FactRefused
from minhbach.domain.statutes.book import StatuteDataInvalid
from minhbach.lawbook.calendars import CalendarDataInvalid, load_calendar
from minhbach.lawbook.deadline_answers import Answer, answer
from minhbach.lawbook.deadline_words import words_of
from minhbach.lawbook.statutes import load_book

_EXAMPLE = """Ví dụ:
  minhbach deadline --sent 2026-08-28 --valid 2026-09-03 --channel online --complexity complex
  minhbach deadline --sent 2026-10-05 --valid 2026-10-05 --channel post --extend 12 --json
  minhbach deadline --publish --created 2026-11-20
  minhbach deadline --correct-published --received 2026-11-20

Ngày viết như 2026-09-03. Mã thoát: 0 tính được, 1 dữ liệu pháp luật có lỗi, 2 dữ kiện thiếu, sai hoặc bị từ chối."""

_DAYS = {
    "sent": "ngày gửi yêu cầu: chọn luật",
    "valid": "ngày nhận được yêu cầu hợp lệ: thời hạn bắt đầu",
    "created": "ngày tạo ra thông tin",
    "posted": "ngày bắt đầu niêm yết",
    "received": "ngày nhận được kiến nghị hoặc yêu cầu đính chính",
    "discovered": "ngày cơ quan tự phát hiện không chính xác",
    "asked": "ngày cơ quan tạo ra thông tin nhận được đề nghị của Ủy ban nhân dân cấp xã",
    "replied": "ngày Ủy ban nhân dân cấp xã nhận được trả lời của cơ quan ấy",
}
_FLAGS = {
    "publish": "khi nào phải công khai (--created), niêm yết tới khi nào (--posted)",
    "correct-published": "khi nào phải trả lời kiến nghị về thông tin đã công khai (--received)",
    "correct-provided": "khi nào phải trả lời, đính chính thông tin đã cung cấp (--received, --discovered, --sent)",
    "cannot-tell": "với --correct-provided: Ủy ban nhân dân cấp xã không xác định được thông tin đúng hay sai",
    "backlog": "khi nào phải công khai xong thông tin có trước Luật 01/2026/QH16",
}


class _WrongUsage(Exception):
    """The options are not understood."""


def main(arguments: Sequence[str]) -> int:
    """Print what is due, or one sentence that says what is refused; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        options = {name: value for name, value in vars(_parser().parse_args(arguments)).items() if value is not None}
    except _WrongUsage as problem:
        return _refuse(f"{problem}. Xem: minhbach deadline --help", as_json="--json" in arguments)
    except SystemExit as stop:  # --help
        return int(stop.code or 0)
    folder, as_json = options.pop("calendar", None), options.pop("json", False)
    try:
        calendar = load_calendar(Path(folder) if folder else None)
        found = answer(options, book=load_book(), calendar=calendar)
    except FactRefused as refusal:
        return _refuse(f"{refusal}.", as_json=as_json)
    except (CalendarDataInvalid, StatuteDataInvalid, FileNotFoundError) as problem:
        _print(sys.stderr, f"minhbach deadline: {problem}.")
        return 2 if folder else 1
    _print(sys.stdout, json.dumps(as_contract(found), ensure_ascii=False) if as_json else words_of(found))
    return 0


def as_contract(found: Answer) -> dict[str, Any]:
    """Return the object that programs rely on."""
    unverified = dict.fromkeys(rule for due in found.due for rule in due.unverified)
    return {
        "statute": found.statute.number,
        "due": [_due(due) for due in found.due],
        "unverified": list(unverified),
        "refused": None,
    }


def _due(due: Due) -> dict[str, Any]:
    return {
        "what": due.what,
        "due_on": due.due_on.isoformat(),
        "article": due.article,
        "amount": due.amount,
        "unit": str(due.unit),
        "counted_from": due.counted_from.isoformat(),
        "nominal_end": due.nominal_end.isoformat(),
        "moved": due.moved,
        "provisional": due.provisional,
        "days_off": [{"date": off.day.isoformat(), "why": off.why} for off in due.days_off],
        "reasons": list(due.reasons),
        "alternatives": [{"due_on": one.due_on.isoformat(), "why": one.why} for one in due.alternatives],
        "unverified": list(due.unverified),
    }


def _refuse(sentence: str, *, as_json: bool) -> int:
    _print(sys.stderr, f"minhbach deadline: {sentence}")
    if as_json:
        refused: dict[str, Any] = {"statute": None, "due": [], "unverified": [], "refused": sentence}
        _print(sys.stdout, json.dumps(refused, ensure_ascii=False))
    return 2


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence, without printing its usage."""

    def error(self, message: str) -> NoReturn:
        raise _WrongUsage(f"không hiểu các tùy chọn ({message})")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="minhbach deadline",
        description="Tính thời hạn theo luật về tiếp cận thông tin, kèm điều khoản và những ngày đã bỏ qua.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    # What is typed is checked by hand, not by argparse: a fact that is refused names its article.
    for name, words in _DAYS.items():
        parser.add_argument(f"--{name}", metavar="NGÀY", help=words)
    parser.add_argument("--channel", metavar="HÌNH_THỨC", help="in_person, online, post hoặc fax")
    parser.add_argument("--complexity", metavar="MỨC", help="simple (có sẵn) hoặc complex, theo Luật 104/2016/QH13")
    parser.add_argument("--extend", metavar="N", help="gia hạn thêm N, theo đơn vị của luật")
    for name, words in _FLAGS.items():
        parser.add_argument(f"--{name}", action="store_const", const="1", help=words)
    parser.add_argument("--calendar", metavar="THƯ_MỤC", help="đọc danh sách ngày nghỉ từ thư mục khác")
    parser.add_argument("--json", action="store_true", default=None, help="in kết quả cho chương trình khác đọc")
    return parser


def _print(stream: Any, text: str) -> None:
    print(text, file=stream)

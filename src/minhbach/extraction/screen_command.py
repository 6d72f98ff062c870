"""The command `minhbach screen`: marks of secrecy and personal data in files, one JSON object a line."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.screening.contracts import ScreenedFile
from minhbach.extraction.screening.files import screen_file

_EXAMPLE = """Ví dụ:
  minhbach screen don.docx
  minhbach screen van-ban/*.pdf --json > ket-qua.jsonl
  minhbach screen don.docx --text        in chữ mà vị trí (start, end) tính theo

Đọc được: .txt, .md, .html, .docx, .odt, .xlsx, .xls, .ods, .csv, .pdf (có chữ hoặc bản quét), .png, .jpg, .tif;
.zip, .eml và những gì ở trong; loại tệp được nhận từ nội dung.
Kết quả là gợi ý để một người xem lại, không thay cho việc xem lại.
Mã thoát: 0 rà soát được mọi tệp, 1 có tệp không rà soát được, 2 dùng sai."""

_UNREAD = "{name}: không xem được bên trong “{inside}”, hãy tự xem."


def main(arguments: Sequence[str]) -> int:
    """Screen each file and print what was found; return 0, 1 where one could not be screened, 2 for wrong usage."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")
    status = 0
    for name in options.files:
        path = Path(name)
        try:
            screened = screen_file(path, progress=partial(_tell_progress, name))
        except CannotRead as refusal:
            status = 1
            _tell(f"{name}: {refusal.message}")
            printed = _print(json.dumps(_refused(path, refusal), ensure_ascii=False)) if options.json else True
        else:
            for unread in screened.unread:
                _tell(_UNREAD.format(name=name, inside=unread))
            printed = _print(_shown(path, screened, options), end="" if options.text else "\n")
        if not printed:
            return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="minhbach screen",
        description="Tìm dấu độ mật, độ khẩn và dữ liệu cá nhân trong văn bản trước khi công khai hoặc cung cấp.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="TỆP", help="tệp cần rà soát")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--json", action="store_true", help="in mỗi tệp thành một dòng JSON")
    ways.add_argument("--text", action="store_true", help="in chữ đã lấy ra, để đối chiếu vị trí")
    return parser


def _shown(path: Path, screened: ScreenedFile, options: argparse.Namespace) -> str:
    if options.text:
        return screened.text
    return json.dumps(as_json(path, screened), ensure_ascii=False) if options.json else _summary(path, screened)


def as_json(path: Path, screened: ScreenedFile) -> dict[str, Any]:
    """Return the contract's object for one file."""
    own = screened.screening
    return {
        "source": _source(path, screened.format, screened.pages),
        "secrecy": own.secrecy,
        "urgency": own.urgency,
        "findings": [asdict(finding) for finding in own.findings],
        "error": None,
    }


def _refused(path: Path, refusal: CannotRead) -> dict[str, Any]:
    source = _source(path, refusal.format, None)
    return {"source": source, "secrecy": None, "urgency": None, "findings": [], "error": refusal.message}


def _source(path: Path, file_format: str | None, pages: int | None) -> dict[str, Any]:
    return {"file": path.name.encode("utf-8", "replace").decode("utf-8"), "format": file_format, "pages": pages}


def _summary(path: Path, screened: ScreenedFile) -> str:
    own = screened.screening
    lines = [f"{path.name} ({screened.format}): {len(own.findings)} chỗ cần xem"]
    lines += (
        [f"  ĐỘ MẬT: {own.secrecy} (không được công khai, không được lưu trên hệ thống này)"] if own.secrecy else []
    )
    lines += [f"  Độ khẩn: {own.urgency}"] if own.urgency else []
    for finding in own.findings:
        line = screened.text.count("\n", 0, finding.start) + 1
        where = f"trang {finding.page}" if finding.page else f"dòng {line}"
        text = " ".join(finding.text.split())
        lines.append(f"  {finding.label:10} {text}  ({where}; {finding.why}; {finding.confidence:.0%})")
    return "\n".join(lines)


def _tell_progress(name: str, done: int, pages: int) -> None:
    _tell(f"{name}: nhận dạng trang {done}/{pages}")


def _tell(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - for the person at the terminal


def _print(text: str, *, end: str = "\n") -> bool:
    """Print one result; say False where nobody listens any more."""
    try:
        print(text, end=end, flush=True)  # noqa: T201 - the command's result
    except BrokenPipeError:
        sys.stderr.close()
        return False
    return True

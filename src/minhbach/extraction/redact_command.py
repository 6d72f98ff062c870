"""The command `minhbach redact`: a file in, a PDF without what is marked or found out, and the proof of it as JSON."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.box_list import WrongBoxes, boxes_from_file
from minhbach.extraction.redaction.contracts import WHERE, NotProved, Proof, Redacted
from minhbach.extraction.redaction.redact import redact, redact_found
from minhbach.extraction.screening.contracts import LABELS

_EXAMPLE = """Ví dụ:
  minhbach redact don.pdf --boxes o-che.json -o don-da-che.pdf
  minhbach redact don.docx --find NAME,CCCD,PHONE -o don-da-che.pdf

o-che.json:  [{"page": 1, "x0": 100, "y0": 700, "x1": 220, "y1": 716, "ground": "Điều 15 khoản 2"}]
Tọa độ tính bằng điểm của MediaBox chưa xoay, gốc ở góc dưới bên trái. Loại dữ liệu tìm được: {labels}.

Mọi loại tệp đều cho ra PDF: từng trang được vẽ lại thành ảnh với ô che đã sơn kín, chữ còn lại vẫn tìm và chép được.
Bản che chỉ được lưu khi đã chứng minh là sạch; chứng minh được in ra dạng JSON.
Mã thoát: 0 đã lưu, 1 không che được hoặc không chứng minh được (không lưu gì), 2 dùng sai."""
_SOURCE_IS_OUTPUT = "Tệp kết quả không được trùng với tệp gốc."
_NO_FOLDER = "Không có thư mục “{folder}” để lưu kết quả."
_EXISTS = "Tệp “{name}” đã có. Hãy chọn tên khác, hoặc thêm --overwrite."
_STANDARD = "Lệnh này đọc và ghi tệp, không dùng “-”. Hãy cho tên tệp."
_NOT_WRITTEN = "Không ghi được tệp “{name}”: {reason}."


class _Refused(Exception):
    """Wrong usage; the text says what is wrong."""


def main(arguments: Sequence[str]) -> int:
    """Redact one file and print the proof; return 0 when written, 1 when refused, 2 for wrong usage."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        target = _target(options)
        made = _made(options)
        _write(made.pdf, target)
    except (_Refused, WrongBoxes) as wrong:
        _tell(str(wrong))
        return 2
    except NotProved as refusal:
        _print(_refused(options.file, refusal.message, refusal.proof))
        _tell(refusal.message)
        return 1
    except CannotRead as refusal:
        _print(_refused(options.file, refusal.message, None, refusal.format))
        _tell(refusal.message)
        return 1
    except OSError as error:
        message = _NOT_WRITTEN.format(name=options.output, reason=error.strerror or type(error).__name__)
        _print(_refused(options.file, message, None))
        _tell(message)
        return 1
    _print(as_json(options.file, target, made))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="minhbach redact",
        description="Che vĩnh viễn chỗ được đánh dấu hoặc dữ liệu cá nhân tìm được, và chứng minh là đã sạch.",
        epilog=_EXAMPLE.replace("{labels}", ", ".join(LABELS)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="TỆP", help="tệp cần che")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--boxes", metavar="Ô.json", help="danh sách ô che")
    what.add_argument("--find", metavar="LOẠI,…", type=_labels, help="che mọi dữ liệu cá nhân thuộc các loại này")
    parser.add_argument("-o", "--output", required=True, metavar="KẾT-QUẢ.pdf", help="nơi lưu bản che")
    parser.add_argument("--ground", default="", metavar="CĂN CỨ", help="căn cứ in trong ô che, dùng với --find")
    parser.add_argument(
        "--accept-elsewhere", action="store_true", help="chấp nhận để lại chữ trong ô che ở những chỗ khác"
    )
    parser.add_argument("--overwrite", action="store_true", help="ghi đè tệp kết quả đã có")
    parser.add_argument("--json", action="store_true", help="in chứng minh dạng JSON (luôn như vậy)")
    return parser


def _labels(text: str) -> list[str]:
    labels = [label.strip().upper() for label in text.split(",") if label.strip()]
    unknown = [label for label in labels if label not in LABELS]
    if unknown or not labels:
        raise argparse.ArgumentTypeError(f"không có loại “{', '.join(unknown) or text}”; có: {', '.join(LABELS)}")
    return labels


def _target(options: argparse.Namespace) -> Path:
    """Return where the copy goes, or refuse before any work is done."""
    if "-" in (options.file, options.output, options.boxes):
        raise _Refused(_STANDARD)
    target, source = Path(options.output), Path(options.file)
    if not target.parent.is_dir():
        raise _Refused(_NO_FOLDER.format(folder=target.parent))
    if target.exists() and source.exists() and target.samefile(source):
        raise _Refused(_SOURCE_IS_OUTPUT)
    if target.is_dir() or (target.exists() and not options.overwrite):
        raise _Refused(_EXISTS.format(name=target))
    return target


def _made(options: argparse.Namespace) -> Redacted:
    file = Path(options.file)
    if options.find:
        return redact_found(file, options.find, ground=options.ground, progress=_tell_progress)
    boxes = boxes_from_file(Path(options.boxes))
    return redact(file, boxes, accept_elsewhere=options.accept_elsewhere, progress=_tell_progress)


def _write(pdf: bytes, target: Path) -> None:
    """Write the copy whole or not at all."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".minhbach-", suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def as_json(name: str, target: Path, made: Redacted) -> dict[str, Any]:
    """Return the proof of a copy as JSON can hold it."""
    source = {"file": _name(name), "format": made.format, "pages": made.pages, "sha256": made.source_sha256}
    output = {"file": _name(str(target)), "pages": made.pages, "sha256": made.sha256, "bytes": len(made.pdf)}
    return {"source": source, "output": output, **proof_as_json(made.proof), "error": None}


def proof_as_json(proof: Proof) -> dict[str, Any]:
    """Return what was looked for, where, and what was found."""
    found = {where: [asdict(hit) for hit in proof.left if hit.where == where] for where in WHERE}
    return {
        "looked_for": [{"text": t.text, "label": t.label, "page": t.page} for t in proof.terms],
        "boxes": [asdict(box) for box in proof.boxes],
        "where": {where: {"by": proof.searched[where], "found": found[where]} for where in WHERE},
        "elsewhere": [asdict(hit) for hit in proof.elsewhere],
        "elsewhere_accepted": proof.elsewhere_accepted,
        "removed": list(proof.removed),
        "notes": list(proof.notes),
        "clean": proof.clean,
    }


def _refused(name: str, message: str, proof: Proof | None, file_format: str | None = None) -> dict[str, Any]:
    told = proof_as_json(proof) if proof else {"looked_for": [], "boxes": [], "where": {}, "elsewhere": []}
    source = {"file": _name(name), "format": file_format, "pages": None, "sha256": None}
    return {"source": source, "output": None, **told, "clean": False, "error": message}


def _name(name: str) -> str:
    return Path(name).name.encode("utf-8", "replace").decode("utf-8")


def _print(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)  # noqa: T201 - the command's result


def _tell_progress(done: int, pages: int) -> None:
    _tell(f"che trang {done}/{pages}")


def _tell(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - for the person at the terminal

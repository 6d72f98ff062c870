"""The command `minhbach read`: administrative documents in, one JSON object a line out (or a summary for people)."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from minhbach.domain.reading.results import as_json
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract
from minhbach.extraction.findings import read_at_once
from minhbach.extraction.summary import summary_of

_EXAMPLE = """Ví dụ:
  minhbach read ke-hoach.docx
  minhbach read van-ban/*.pdf --json > ket-qua.jsonl

Đọc được: .txt, .md, .html, .docx, .odt, .doc và .rtf (nếu máy có LibreOffice), .pdf (có chữ hoặc bản quét), .png, .jpg,
.tif; loại tệp được nhận từ nội dung.
Mã thoát: 0 đọc được mọi tệp, 1 có tệp không đọc được, 2 dùng sai."""


def main(arguments: Sequence[str]) -> int:
    """Read each file and print what was found; return 0, 1 where a file could not be read, or 2 for wrong usage."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    status = 0
    for index, name in enumerate(options.files, start=1):
        if len(options.files) > 1:
            _tell(f"[{index}/{len(options.files)}] {name}")
        result = _read(Path(name))
        status = max(status, 0 if "document" in result else 1)
        for problem in result["problems"]:
            _tell(f"{name}: {_where(problem)}{problem['message']}")
        if not _print(json.dumps(result, ensure_ascii=False) if options.json else summary_of(result)):
            return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="minhbach read",
        description="Đọc văn bản hành chính (kế hoạch, quyết định, công văn): phần đầu, nhiệm vụ, thời hạn, cơ quan.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="TỆP", help="tệp cần đọc")
    parser.add_argument("--json", action="store_true", help="in mỗi văn bản thành một dòng JSON")
    return parser


def _read(path: Path) -> dict[str, Any]:
    """Return the contract's object for one file."""
    try:
        found = extract(path, progress=lambda done, pages: _tell(f"{path.name}: nhận dạng trang {done}/{pages}"))
    except CannotRead as refusal:
        source = _source(path, refusal.format, None, refusal.sha256, ocr=False)
        return {"source": source, "problems": [_problem(refusal.code, refusal.message)]}
    source = _source(path, found.format, found.pages, found.sha256, ocr=found.ocr)
    try:
        printed = as_json(read_at_once(found.source))
    except CannotRead as refusal:  # one document that defeats the reader must not stop the others
        if refusal.code == "reader_failed":
            _tell(f"{path.name}: {type(refusal.__cause__).__name__}: {refusal.__cause__}")
        return {"source": source, "problems": [_problem(refusal.code, refusal.message)]}
    seen = [_problem(p.code, p.message, line=p.line, page=p.page) for p in found.problems]
    return {"source": source, **printed, "problems": [*seen, *printed["problems"]]}


def _source(path: Path, file_format: str | None, pages: int | None, sha256: str | None, *, ocr: bool) -> dict[str, Any]:
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return {"file": name, "format": file_format, "pages": pages, "sha256": sha256, "ocr": ocr}


def _problem(code: str, message: str, *, line: int | None = None, page: int | None = None) -> dict[str, Any]:
    return {"code": code, "message": message, "line": line, "page": page}


def _where(problem: dict[str, Any]) -> str:
    if problem.get("line"):
        return f"dòng {problem['line']}: "
    return f"trang {problem['page']}: " if problem.get("page") else ""


def _tell(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - for the person at the terminal


def _print(text: str) -> bool:
    """Print one result; say False where nobody listens any more."""
    try:
        print(text, flush=True)  # noqa: T201 - the command's result
    except BrokenPipeError:
        sys.stderr.close()
        return False
    return True

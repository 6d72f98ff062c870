"""What a person wants to see of a read document, in a few Vietnamese lines."""

from collections.abc import Iterator
from typing import Any

_SHOWN = 90


def summary_of(result: dict[str, Any]) -> str:
    """Return the contract's object as text for a terminal."""
    return "\n".join(_lines(result))


def _lines(result: dict[str, Any]) -> Iterator[str]:
    source = result["source"]
    about = [source["format"] or "không rõ loại"]
    about += [f"{source['pages']} trang"] if source["pages"] else []
    about += ["nhận dạng từ ảnh"] if source["ocr"] else []
    yield f"{source['file']} ({', '.join(about)})"
    if "document" not in result:
        yield from (f"  Không đọc được: {problem['message']}" for problem in result["problems"])
        return
    yield from _head(result["document"])
    for task in result["tasks"]:
        yield from _task(task)
    for duty in result["duties"]:
        yield f"  Yêu cầu {duty['number'] or ''}: {_short(duty['text'])}"
    counts = (len(result["tasks"]), len(result["duties"]), len(result["problems"]))
    yield "  {} nhiệm vụ, {} yêu cầu, {} điều cần xem lại.".format(*counts)


def _head(head: dict[str, Any]) -> Iterator[str]:
    number = "/".join(part for part in (head["number"], head["symbol"]) if part)
    yield f"  {head['doc_type'] or 'Văn bản'} {number or '(chưa có số)'}: {_short(head['title'] or '')}"
    yield f"  {head['issuing_body'] or '(không rõ cơ quan ban hành)'}, {head['place'] or ''} {_date(head['date'])}"
    if head["signer"]:
        yield f"  Người ký: {head['signer']}, {head['signer_position'] or ''}"


def _task(task: dict[str, Any]) -> Iterator[str]:
    place = ".".join(part for part in (task["section"], task["number"]) if part)
    yield f"  {place or '-'} {_short(task['title'])}"
    lead, deadline = ", ".join(task["lead"]), task["deadline"]
    yield f"      chủ trì: {lead or '(chưa rõ)'}; thời hạn: {deadline['text'] or '(không có)'}{_until(deadline)}"


def _until(deadline: dict[str, Any]) -> str:
    return f" (đến hết {_date(deadline['end'])})" if deadline["end"] else ""


def _date(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else "(chưa có ngày)"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"

"""Any file as sources with pages: PDF and pictures as they are, words set anew, archives and e-mails by member."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.kinds import IMAGES, OLD_WORD, Kind, is_mail, kind_of
from minhbach.extraction.redaction.sources.flow import blocks_of, heading, paragraph
from minhbach.extraction.sandbox.run import Folder, run

_DEEPEST = 4
_MOST_FILES = 200
_TOO_DEEP = "Tệp nén lồng trong tệp nén quá nhiều lớp nên không được mở. Hãy gửi riêng từng tệp."
_TOO_MANY = "Tệp nén có quá nhiều tệp hoặc quá nhiều dữ liệu nên không được mở. Hãy gửi riêng từng tệp."
_TOO_BIG = "Tệp quá lớn (hơn {most} MB). Hãy tách nhỏ rồi thử lại."
_INSIDE = "Trong tệp có “{name}”: {reason}"
_OLD_BOOK = "Bảng tính đời cũ (.xls) có thể giấu dòng và cột. Hãy lưu thành .xlsx rồi thử lại."
_OLD_WORD = "Tệp Word đời cũ (.doc) và RTF giữ lại cả chữ đã xóa. Hãy lưu thành .docx rồi thử lại."


@dataclass(frozen=True, slots=True)
class Source:
    """Something with pages: `format` is pdf, png, jpg or tif. `original` is what screening looks through, as delivered.

    `may_be_left_out` is a picture out of an office file, which the copy can do without where nothing can be read on it.
    """

    data: bytes
    format: str
    original: bytes | None = None
    may_be_left_out: bool = False


@dataclass(slots=True)
class Gathered:
    """A file taken apart: its format, its sources in order, what is left out of the copy."""

    format: str
    sources: list[Source] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    files: int = 0
    unpacked: int = 0


def gather(data: bytes) -> Gathered:
    """Take a file apart.

    :raises CannotRead: if the file or any member of it cannot be handled; its `message` is for people, in Vietnamese.
    """
    if len(data) > limits.MAX_BYTES:
        raise CannotRead("too_big", _TOO_BIG.format(most=limits.MAX_BYTES // limits.MB))
    gathered = Gathered("")
    gathered.format = _add(data, gathered, 0)
    gathered.removed = list(dict.fromkeys(gathered.removed))
    return gathered


def _add(data: bytes, into: Gathered, depth: int) -> str:
    """Add the sources of one file and return its format."""
    try:
        kind = kind_of(data)
    except CannotRead as refusal:
        if refusal.code == "archive" and is_mail(data):
            return _add_letter(data, into, depth)
        if refusal.code == "old_format" and "Workbook".encode("utf-16-le") in data:
            raise CannotRead("old_format", _OLD_BOOK) from refusal
        raise
    if kind in OLD_WORD:
        raise CannotRead("old_format", _OLD_WORD)
    if kind is Kind.PDF or kind in IMAGES:
        into.sources.append(Source(data, kind.value, data))
        return kind.value
    if kind is Kind.PACKAGE:
        return _add_package(data, into, depth)
    return _add_text(data, into)


def _add_text(data: bytes, into: Gathered) -> str:
    found = extract_bytes(data)
    into.sources.append(Source(_set(blocks_of(found.source.lines)), "pdf", data))
    return found.format


def _add_package(data: bytes, into: Gathered, depth: int) -> str:
    with Folder(data) as folder:
        try:
            made: dict[str, Any] = run("redaction_office", folder)
        except CannotRead as refusal:
            if refusal.code != "archive":
                raise
        else:
            into.sources.append(Source((folder.path / made["pages"]).read_bytes(), "pdf", data))
            for name in made["pictures"]:
                picture = (folder.path / name).read_bytes()
                into.sources.append(Source(picture, kind_of(picture).value, picture, may_be_left_out=True))
            into.removed += made["removed"]
            return str(made["format"])
        members = [(name, folder.path / file) for name, file in run("redaction_archive", folder)]
        _add_members([(name, path.read_bytes()) for name, path in members], into, depth, "Tệp")
    return "zip"


def _add_letter(data: bytes, into: Gathered, depth: int) -> str:
    with Folder(data) as folder:
        letter = run("redaction_letter", folder)
        body, *attached = [(name, (folder.path / file).read_bytes()) for name, file in letter["members"]]
    blocks = [paragraph(head) for head in letter["heads"].split("\n")]
    words = body[1].decode("utf-8")
    lines = extract_bytes(body[1]).source.lines if words.strip() else ()
    blocks += [paragraph(""), *blocks_of(lines)]
    # What screening looks through is what is set here: the letter as delivered has its words in other spellings.
    said = f"{letter['heads']}\n\n" + "\n".join(line.text for line in lines)
    into.sources.append(Source(_set(blocks), "pdf", said.encode()))
    _add_members(attached, into, depth, "Đính kèm")
    return "eml"


def _add_members(members: "Iterable[tuple[str, bytes]]", into: Gathered, depth: int, what: str) -> None:
    if depth >= _DEEPEST:
        raise CannotRead("too_deep", _TOO_DEEP)
    for name, data in members:
        into.files += 1
        into.unpacked += len(data)
        if into.files > _MOST_FILES or into.unpacked > limits.MAX_UNPACKED_BYTES:
            raise CannotRead("too_big", _TOO_MANY)
        title = f"{what}: {name}"
        into.sources.append(Source(_set([heading(title)]), "pdf", title.encode()))
        try:
            _add(data, into, depth + 1)
        except CannotRead as refusal:
            inside = refusal.message if refusal.message.startswith("Trong tệp có") else None
            message = inside or _INSIDE.format(name=name, reason=refusal.message)
            raise CannotRead(refusal.code, message) from refusal


def _set(blocks: list[dict[str, Any]]) -> bytes:
    with Folder(json.dumps(blocks).encode()) as folder:
        return (folder.path / str(run("redaction_set", folder))).read_bytes()

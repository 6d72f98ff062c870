"""Old Word files and RTF: read whole where the machine has LibreOffice, refused in plain words where it has not."""

import shutil
import socket
import struct
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from minhbach.extraction import old_word
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_at_once
from minhbach.extraction.kinds import Kind, kind_of
from minhbach.extraction.office.compound import SIGNATURE, top_streams
from minhbach.extraction.sandbox.run import TASKS
from minhbach.extraction.screening.files import screen_bytes

PLAN = (Path(__file__).parent / "ke-hoach.doc").read_bytes()
LINES = [
    "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Thí Dụ, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH",
    "Triển khai thi hành Luật Tiếp cận thông tin",
    "1. Phòng Văn hóa - Xã hội chủ trì rà soát danh mục, hoàn thành trước ngày 30/6/2026.",
    "2. Công an phường phối hợp bảo đảm an ninh, trật tự.",
]  # fmt: skip
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="không có LibreOffice")


def rtf(body: str) -> bytes:
    """Return an RTF; letters beyond ASCII are written as RTF writes them."""
    escaped = "".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in body)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}" + escaped + "}").encode("ascii")


def compound(*streams: str, flags: int = 0) -> bytes:
    """Return a compound file with empty streams of these names at its top, each starting at sector 2."""
    entries = [("Root Entry", 5, 0xFFFFFFFF, 1)]
    entries += [(name, 2, i + 2 if i + 1 < len(streams) else 0xFFFFFFFF, 0xFFFFFFFF) for i, name in enumerate(streams)]
    directory = b""
    for name, kind, right, child in entries:
        written = name.encode("utf-16-le")
        directory += written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
        directory += struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", 2, 0)
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header += b"\xff" * (512 - len(header))
    table = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE).ljust(512, b"\xff")
    return header + table + directory.ljust(512, b"\0") + (bytes(10) + struct.pack("<H", flags)).ljust(512, b"\0")


@needs_office
def test_word_of_1997_is_read_with_its_head_and_what_stands_on_every_page():
    found = extract_bytes(PLAN)
    assert (found.format, [line.text for line in found.source.lines]) == ("doc", LINES)
    head = read_at_once(found.source).head
    assert (head.number, head.symbol, str(head.date)) == ("12", "KH-UBND", "2026-03-05")
    assert "Dự thảo lần 2" in screen_bytes(PLAN).text


@needs_office
def test_mark_of_secrecy_at_the_head_of_an_rtf_is_found():
    found = screen_bytes(rtf("{\\header\\pard MẬT\\par}\\pard Nội dung của công văn.\\par"))
    assert (found.format, found.screening.secrecy) == ("rtf", "Mật")


def test_without_libreoffice_people_are_told_what_is_missing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(old_word, "can_read_old_word", lambda: False)
    old_word.modern.cache_clear()
    with pytest.raises(CannotRead) as refused:
        extract_bytes(rtf("Noi dung"))
    assert (refused.value.code, refused.value.format) == ("no_office", "rtf")
    assert "chưa có LibreOffice" in refused.value.message


@needs_office
def test_links_in_the_file_lead_nowhere(tmp_path: Path):
    (tmp_path / "bi-mat.txt").write_text("matkhaucuamaychu", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)
        picture = f"http://127.0.0.1:{door.getsockname()[1]}/a.png"
        fields = "".join(
            f"{{\\field{{\\*\\fldinst {code}}}{{\\fldrslt }}}}"
            for code in (f'INCLUDETEXT "{tmp_path}/bi-mat.txt"', f'INCLUDEPICTURE "{picture}" \\\\d')
        )
        found = screen_bytes(rtf(f"\\pard Trước {fields} sau.\\par"))
        with pytest.raises(TimeoutError):
            door.accept()
    assert "matkhaucuamaychu" not in found.text
    assert "Trước" in found.text


@needs_office
def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setitem(TASKS, "old_word", replace(TASKS["old_word"], seconds=0.3))
    with pytest.raises(CannotRead) as refused:
        extract_bytes(rtf("Nội dung khác.\\par"))
    assert refused.value.code == "too_slow"
    assert not [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(tmp_path).encode() in said_by(path)]


def said_by(path: Path) -> bytes:
    """Return a process's command line; it may have ended meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound("Workbook", "WordDocumentNot"), "old_format"),
        (compound("PowerPoint Document"), "old_format"),
        (compound("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (compound("1Table", "WordDocument", flags=0x0100), "encrypted"),
        (SIGNATURE + bytes(600), "old_format"),
    ],
)
def test_what_only_looks_like_an_old_word_file_is_refused(data: bytes, code: str):
    with pytest.raises(CannotRead) as refused:
        kind_of(data)
    assert refused.value.code == code


def test_only_what_stands_at_the_top_makes_a_word_file():
    assert kind_of(compound("1Table", "WordDocument")) is Kind.DOC
    assert set(top_streams(PLAN)) >= {"WordDocument", "1Table"}
    for cut in range(0, len(PLAN), 997):
        assert isinstance(top_streams(PLAN[:cut]), dict)


@needs_office
def test_word_file_that_is_cut_off_is_refused_or_read_and_never_an_error():
    try:
        extract_bytes(PLAN[:9000])
    except CannotRead as refused:
        assert refused.code in ("broken", "empty", "old_format")

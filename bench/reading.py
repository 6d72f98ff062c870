"""How fast documents are read: once loaded, from start to end of the command, and by form (text, DOCX, scan).

    .venv/bin/python bench/reading.py [FILE …]

Without files it reads a made-up plan of 15 KB; with files, each of them too. Times are the best of several runs, on one
core but for scans, whose pages are read on all.
"""

import argparse
import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from minhbach.domain.reading.read import read_document
from minhbach.extraction.extract import extract, extract_bytes

MINHBACH = Path(__file__).resolve().parents[1] / ".venv/bin/minhbach"
HEAD = """ỦY BAN NHÂN DÂN
PHƯỜNG MẪU MỘT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND
Thí Dụ, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn phường

I. NỘI DUNG
"""
TASK = """
{n}. Tổ chức hội nghị quán triệt, phổ biến nội dung của Luật cho các cơ quan, đơn vị có trách nhiệm cung cấp thông tin
trên địa bàn phường; rà soát, cập nhật Danh mục thông tin phải được công khai lần thứ {n}.

- Cơ quan chủ trì: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.

- Cơ quan phối hợp: Phòng Văn hóa - Xã hội; Phòng Kinh tế, Hạ tầng và Đô thị.

- Thời gian thực hiện: Quý IV năm 2026.
"""
FOOT = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n"
PLAN = HEAD + "".join(TASK.format(n=number) for number in range(1, 27)) + FOOT


def main() -> int:
    """Print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    data = PLAN.encode()
    seconds = best(lambda: read_document(extract_bytes(data).source), 15)
    print(
        f"plan of {len(data) / 1000:.0f} KB, once loaded     {seconds * 1000:8.1f} ms   {1 / seconds:8.0f} documents/s"
    )
    word = as_docx(PLAN)
    seconds = best(lambda: read_document(extract_bytes(word).source), 5)
    print(f"the same as DOCX, in a sandbox   {seconds * 1000:8.1f} ms   {1 / seconds:8.0f} documents/s")
    print(f"minhbach read, start to end      {best(start_to_end, 5):8.2f} s")
    for file in asked.files:
        seconds = best(lambda file=file: read_document(extract(file).source), 2)
        pages = extract(file).pages or 1
        print(f"{file.name[:32]:32} {seconds:8.2f} s    {60 * pages / seconds:8.0f} pages/minute")
    return 0


def best(work: Callable[[], object], times: int) -> float:
    """Return the seconds of the quickest of several runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def start_to_end() -> None:
    """Run the command on the plan, as a person would."""
    file = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / "minhbach-bench-plan.txt"
    file.write_text(PLAN, encoding="utf-8")
    try:
        subprocess.run([MINHBACH, "read", file, "--json"], check=True, capture_output=True)
    finally:
        file.unlink()


def as_docx(text: str) -> bytes:
    """Return a text as a DOCX, one paragraph a line."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>')
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())

"""`minhbach read` as the contract has it: one object a line, its exit status, nothing else on standard output."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from minhbach.extraction.tests.samples import docx, paragraph

PLAN = """ỦY BAN NHÂN DÂN
PHƯỜNG MẪU MỘT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND
Thí Dụ, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn phường

I. NỘI DUNG

1. Tổ chức hội nghị quán triệt Luật

- Cơ quan chủ trì: Văn phòng.

- Thời gian thực hiện: Quý IV năm 2026.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn Mẫu
"""


def run(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "minhbach.config.command", "read", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_one_object_a_line_in_order_and_nothing_else(plan, tmp_path):
    word = tmp_path / "b.txt"
    word.write_bytes(docx(paragraph("KẾ HOẠCH") + paragraph("I. NỘI DUNG")))
    done = run(plan, word, "--json", folder=tmp_path)
    assert done.returncode == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["source"] == {
        "file": "kế hoạch.txt", "format": "txt", "pages": None, "ocr": False,
        "sha256": hashlib.sha256(plan.read_bytes()).hexdigest(),
    }  # fmt: skip
    assert second["source"]["format"] == "docx"
    assert first["document"]["number"] == "12" and first["document"]["date"] == "2026-03-05"
    assert first["tasks"][0]["lead"] == ["Văn phòng"]
    assert set(first) >= {
        "source", "document", "tasks", "duties", "responsibilities", "budget", "statistic_fields", "problems",
    }  # fmt: skip


def test_an_unreadable_file_has_source_and_problems_only_and_does_not_stop_the_others(plan, tmp_path):
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.7 rest is missing")
    done = run(broken, tmp_path / "không-có.txt", plan, "--json", folder=tmp_path)
    assert done.returncode == 1
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert set(first) == set(second) == {"source", "problems"}
    assert first["source"]["format"] == "pdf" and first["source"]["sha256"] and second["source"]["sha256"] is None
    assert first["problems"][0]["message"] in done.stderr
    assert "document" in third


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--no-such-option", "a.txt")])
def test_wrong_usage_ends_with_two_and_an_empty_standard_output(arguments, tmp_path):
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 2 and done.stdout == "" and done.stderr


def test_help_shows_an_example(tmp_path):
    done = run("--help", folder=tmp_path)
    assert done.returncode == 0 and "minhbach read ke-hoach.docx" in done.stdout


def test_without_json_a_summary_for_people(plan, tmp_path):
    done = run(plan, folder=tmp_path)
    assert done.returncode == 0
    assert "Kế hoạch 12/KH-UBND" in done.stdout and "31/12/2026" in done.stdout


def test_neither_django_nor_parsers_are_loaded_for_a_text(plan, tmp_path):
    script = (
        "import sys; from minhbach.extraction.read_command import main; code = main([sys.argv[1], '--json']);"
        "unwanted = ('django', 'lxml', 'pypdfium2', 'PIL', 'docx', 'html.parser');"
        "print([name for name in unwanted if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(plan)], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_disaster(plan, tmp_path):
    command = f'"{sys.executable}" -m minhbach.config.command read "{plan}" "{plan}" --json | head -c 5'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "Traceback" not in done.stderr

"""Reading within limits: apart and at once give the same, and what would hold who asks is refused with a sentence."""

import json
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from minhbach.domain.reading.source import Line, SourceDocument
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_apart, read_at_once
from minhbach.extraction.sandbox.tasks import TASKS, Task
from minhbach.extraction.sandbox.wire import source_to_plain
from minhbach.extraction.sandbox.work_reading import take_reading
from minhbach.extraction.tests.test_command import PLAN

HEAD = "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU MỘT\nSố: 1/KH-UBND\n\nKẾ HOẠCH\nThử\n\nII. NỘI DUNG\n"
SECONDS = 30.0  # wall clock, on a busy machine; each takes one to three


def source_of(text: str) -> SourceDocument:
    return extract_bytes(text.encode()).source


def test_a_document_read_apart_gives_what_it_gives_at_once():
    source = source_of(PLAN)
    apart = read_apart(source)
    assert apart.tasks[0].lead == ("Văn phòng",)
    assert apart == read_at_once(source)


def test_stamps_and_places_reach_the_reader_apart():
    scan = SourceDocument((Line(1, "KẾ HOẠCH"),), ocr=True, pages=1, marks={"secrecy": "Mật"})
    assert read_apart(scan).head.secrecy == read_at_once(scan).head.secrecy == "Mật"


def test_what_takes_too_long_is_ended_and_says_so(monkeypatch):
    monkeypatch.setitem(TASKS, "reading", Task(TASKS["reading"].entry, TASKS["reading"].memory, 0.01))
    with pytest.raises(CannotRead, match="too_slow") as refusal:
        read_apart(source_of(PLAN))
    assert "tách nhỏ" in refusal.value.message


def test_a_long_text_is_read_apart_and_a_short_one_at_once(monkeypatch):
    monkeypatch.setitem(TASKS, "reading", Task(TASKS["reading"].entry, TASKS["reading"].memory, 0.01))
    assert read_at_once(source_of(PLAN)).tasks
    with pytest.raises(CannotRead, match="too_slow"):
        read_at_once(source_of(PLAN + "\nchữ" * (limits.IN_PROCESS_READING_CHARACTERS // 3)))


def test_what_the_reader_fails_on_is_said_to_be_the_readers_fault():
    broken = SourceDocument((Line(1, "KẾ HOẠCH", cells=(None,)),))  # type: ignore[arg-type]
    with pytest.raises(CannotRead, match="reader_failed"):
        read_at_once(broken)
    with pytest.raises(CannotRead, match="reader_failed"):
        read_apart(SourceDocument((Line("1", "KẾ HOẠCH"),), marks=[]))  # type: ignore[arg-type]


def test_more_tasks_than_a_person_can_check_are_refused():
    many = "".join(f"{n}. Xây dựng quy chế\n- Chủ trì: Sở Tư pháp\n" for n in range(limits.MAX_FINDINGS + 2))
    for read in (read_apart, read_at_once):
        with pytest.raises(CannotRead, match="too_long"):
            read(source_of(HEAD + many))


def test_findings_that_swell_are_not_handed_back(monkeypatch, tmp_path):
    file = tmp_path / "source.json"
    file.write_text(json.dumps(source_to_plain(source_of(PLAN))), encoding="utf-8")
    assert take_reading(file)["tasks"]
    monkeypatch.setattr(limits, "MAX_READING_BYTES", 500)
    with pytest.raises(CannotRead, match="too_long"):
        take_reading(file)


@pytest.mark.parametrize(
    "text",
    [
        "1234567890" * 400_000, "1. Việc\n" + "Chủ trì:\n" * 90_000, "1. Việc\n" + "Chủ trì: Sở Tư pháp\n" * 70_000,
        "\n".join(f"{n}. x" for n in range(99_000)), "\n".join("\t".join("x" * 90) for _ in range(4_000)),
        "1. " + "Sở Tư pháp chủ trì, phối hợp với các đơn vị trước ngày 01/12/2026, " * 40_000,
        "\n".join(".".join("1" * (n % 200 + 1)) + " việc" for n in range(12_000)),
    ],
    ids=["digits", "labels", "leads", "numbers", "tabs", "one line", "nested"],
)  # fmt: skip
def test_hostile_texts_of_megabytes_take_bounded_time_and_memory(text):
    # In a process of its own: what the largest child took is told of all children that a process ever had.
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as apart:
        code, seconds, kilobytes = apart.submit(cost_of_reading, HEAD + text).result()
    assert code in ("", "too_long")
    assert seconds < SECONDS
    assert kilobytes < 900 * 1024


def cost_of_reading(text: str) -> tuple[str, float, int]:
    """Return why a text is not read ("": it is), how many seconds that took, and the memory of the largest child."""
    source, begun, code = source_of(text), time.monotonic(), ""
    try:
        read_apart(source)
    except CannotRead as refusal:
        code = refusal.code
    return code, time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

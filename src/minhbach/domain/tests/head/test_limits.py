"""Whatever the lines say, reading gives a result, in bounded time, with indexes in order and text in NFC."""

import time
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.domain.reading.head import HeadReading, read_head
from minhbach.domain.reading.source import Cell, Line, SourceDocument
from minhbach.domain.tests.head.samples import as_source, load

_SNIPPETS = st.sampled_from(
    [line.strip() for sample in load() for line in sample.text.split("\n") if line.strip()]
    + ["Số:", "ngày tháng năm", "Kính gửi:", "Nơi nhận:", "TM.", "V/v", "(", ")))", "-" * 90, "\t|\t", "KẾ HOẠCH " * 30]
)
_TEXTS = st.one_of(_SNIPPETS, st.text(max_size=200), st.tuples(_SNIPPETS, _SNIPPETS).map("   ".join))
_LINES = st.lists(st.tuples(_TEXTS, st.booleans()), max_size=40)


def _document(parts: list[tuple[str, bool]], *, ocr: bool) -> SourceDocument:
    lines = []
    for number, (text, as_row) in enumerate(parts, start=1):
        text = unicodedata.normalize("NFC", text)
        cells = tuple(Cell(text=cell) for cell in text.split(" ")[:4]) if as_row else None
        lines.append(Line(number=number, text=text, cells=cells, confidence=0.5 if ocr else None))
    return SourceDocument(lines=tuple(lines), ocr=ocr)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in _strings(item)]
    return [text for name in getattr(value, "__slots__", ()) for text in _strings(getattr(value, name))]


def _assert_sound(reading: HeadReading, count: int) -> None:
    assert 0 <= reading.body_start <= reading.body_end <= reading.foot_end <= count
    for text in _strings(reading.head):
        assert unicodedata.is_normalized("NFC", text)
        assert text == text.strip()
        assert text


@settings(max_examples=150, deadline=None)
@given(parts=_LINES, ocr=st.booleans())
def test_any_lines_give_a_sound_reading(parts: list[tuple[str, bool]], ocr: bool) -> None:
    source = _document(parts, ocr=ocr)
    _assert_sound(read_head(source), len(source.lines))


@settings(max_examples=60, deadline=None)
@given(sample=st.sampled_from(load()), cut=st.integers(0, 3000))
def test_a_document_cut_anywhere_gives_a_sound_reading(sample: object, cut: int) -> None:
    text = getattr(sample, "text", "")
    source = as_source(text[cut:])
    _assert_sound(read_head(source), len(source.lines))


def test_empty_document_has_no_head() -> None:
    reading = read_head(SourceDocument(lines=()))
    assert (reading.body_start, reading.body_end, reading.foot_end) == (0, 0, 0)
    assert reading.head.doc_type is None


def test_hostile_repetition_costs_time_in_proportion() -> None:
    hostile = [
        "Số: " + "1/" * 20_000,
        "A - " * 20_000,
        "Nơi nhận: " + "- a; " * 20_000,
        "ngày " * 20_000,
        "KẾ HOẠCH " * 20_000,
        "Quyết định số " * 20_000,
        "CỘNG HÒA " * 20_000,
        "TM. " * 20_000,
        "Luật A " * 20_000,
        "1/A-" * 20_000,
        "((" * 20_000,
        " " * 50_000 + "x",
    ]
    for text in hostile:
        source = SourceDocument(lines=tuple(Line(number=i, text=text) for i in range(1, 4)))
        begun = time.perf_counter()
        read_head(source)
        assert time.perf_counter() - begun < 5.0, text[:20]


def test_plan_of_fifteen_kilobytes_is_read_in_milliseconds() -> None:
    sample = next(sample for sample in load() if sample.name == "province_decision")
    filler = "1. Giao Sở Mẫu chủ trì theo Kế hoạch số 12/KH-UBND ngày 03/02/2031 của UBND tỉnh; báo cáo kết quả.\n"
    source = as_source(sample.text.replace("Điều 2.", filler * 130 + "Điều 2."))
    read_head(source)
    fastest = min(_seconds(source) for _ in range(5))
    assert fastest < 0.025  # Measured at 5 ms on a quiet machine; the margin is for a busy one.


def _seconds(source: SourceDocument) -> float:
    begun = time.perf_counter()
    read_head(source)
    return time.perf_counter() - begun

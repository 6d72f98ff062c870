"""Any bytes give a result or a refusal: random ones, and small real files with a few bytes changed."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minhbach.domain.reading.read import read_document
from minhbach.extraction.contracts import CannotRead, Extraction
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.tests.samples import cell, docx, odt, paragraph, pdf, ruled, table

SECONDS = 45.0
CHANGE = st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8))
QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

PLAN = "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU MỘT\nSố: 5/KH-UBND\nKẾ HOẠCH\nI. NỘI DUNG\n1. Họp\n- Chủ trì: Phòng A\n| a | b |\n"


def held(data: bytes) -> Extraction | None:
    """Return what extraction gives or None for a refusal, holding both to their promises."""
    start = time.monotonic()
    try:
        found = extract_bytes(data)
    except CannotRead as refusal:
        assert refusal.code and refusal.message and refusal.sha256
        return None
    finally:
        assert time.monotonic() - start < SECONDS
    assert found.source.lines and all(line.number >= 1 for line in found.source.lines)
    for line in found.source.lines:
        assert "\n" not in line.text and "\x00" not in line.text
        line.text.encode("utf-8")
    return found


@settings(max_examples=300, deadline=None, suppress_health_check=QUIET)
@given(st.binary(max_size=3000))
def test_any_bytes(data):
    held(data)


@settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
@given(st.text(max_size=2000))
def test_any_text_is_read_to_the_end(text):
    found = held(text.encode("utf-8", "surrogatepass"))
    if found is not None:
        read_document(found.source)


@pytest.fixture(scope="module")
def real_files() -> dict[str, bytes]:
    rows = [[["TT"], ["Việc"], ["Ai"]], [["1"], ["Họp"], ["Phòng A"]]]
    return {
        "docx": docx(paragraph("KẾ HOẠCH") + table([cell("STT"), cell("Việc")], [cell("1"), cell("Họp")])),
        "odt": odt(
            "<text:p>KẾ HOẠCH</text:p><text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
        ),
        "pdf": pdf(lambda canvas: ruled(canvas, (60, 100, 300, 500), (700, 660, 620), rows)),
        "html": f"<html><body><p>{PLAN}</p><table><tr><td>a<td>b</table></body></html>".encode(),
        "txt": PLAN.encode(),
        "utf16": PLAN.encode("utf-16"),
    }


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "html", "txt", "utf16"])
@settings(max_examples=25, deadline=None, suppress_health_check=[*QUIET, HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6),
    cut=st.floats(0.5, 1),
)
def test_real_files_with_some_bytes_changed(real_files, kind, changes, cut):
    data = bytearray(real_files[kind])
    for where, put in changes:
        at = int(where * (len(data) - 1))
        data[at : at + len(put)] = put
    held(bytes(data[: int(len(data) * cut)]))

"""What a machine proposes to take out of a file, and where each proposal stands on its page."""

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.proposing import page_picture, propose
from minhbach.extraction.redaction.space import overlap

LETTER = (
    "ĐƠN ĐỀ NGHỊ\n\n"
    "Ông Nguyễn Văn Thử, số căn cước công dân 001085012345, điện thoại 0912 345 678.\n"
    "Kính đề nghị sửa đường thôn Mẫu.\n"
).encode()


def test_each_finding_has_a_box_on_its_line() -> None:
    found = propose(LETTER)
    page = found.pages[0]
    assert [line.number for line in page.lines] == [1, 2, 3]
    assert page.lines[1].text.startswith("Ông Nguyễn Văn Thử")
    assert [(one.page, one.label, one.text) for one in found.proposals] == [
        (1, "NAME", "Nguyễn Văn Thử"),
        (1, "CCCD", "001085012345"),
        (1, "PHONE", "0912 345 678"),
    ]
    for one in found.proposals:
        assert len(one.boxes) == 1 and one.why and one.confidence > 0.5
        assert overlap(one.boxes[0], page.lines[1].box) > 0.8
        assert overlap(one.boxes[0], page.lines[0].box) == overlap(one.boxes[0], page.lines[2].box) == 0


def test_a_file_without_personal_data_has_lines_and_no_proposal() -> None:
    found = propose("Kế hoạch sử dụng đất năm 2027.\nDiện tích đất lúa là 120 ha.\n".encode())
    assert found.proposals == () and len(found.pages[0].lines) == 2


def test_a_picture_of_a_page_is_a_png_and_no_other_page_is_there() -> None:
    assert page_picture(LETTER, 1).startswith(b"\x89PNG")
    with pytest.raises(CannotRead) as refused:
        page_picture(LETTER, 2)
    assert refused.value.code == "no_page"


def test_what_cannot_be_handled_is_refused() -> None:
    with pytest.raises(CannotRead):
        propose(b"\x00\x01\x02nothing that anybody reads" * 40)

"""PDF files whose boxes a person drew: turned, moved and cropped pages, and words that stand elsewhere too."""

import io
from typing import Any

import pikepdf
from pikepdf import Array
from reportlab.pdfbase import pdfmetrics

from minhbach.extraction.tests.redaction.corpus.cases import Case, Person, kind
from minhbach.extraction.tests.redaction.corpus.pdf import PLAIN, SIZE, changed, page
from minhbach.extraction.tests.samples import pdf, scanned

GROUP = "PDF, ô che do người vẽ"


def place(before: str, words: str, line: int = 1, number: int = 1) -> dict[str, Any]:
    """Return the box of words on a line of `page`."""
    left = 20 + pdfmetrics.stringWidth(before, "Serif", 11)
    baseline = SIZE[1] - 30 - 18 * line
    right = left + pdfmetrics.stringWidth(words, "Serif", 11)
    return {
        "page": number, "x0": left - 0.5, "y0": baseline - 3, "x1": right + 0.5, "y1": baseline + 10,
        "ground": "Điều 15 khoản 2",
    }  # fmt: skip


def line_of(person: Person) -> tuple[str, str, str]:
    return "Người nộp đơn có số CCCD ", person.number, " và ở phường Mẫu Một."


def made(person: Person, turn: int = 0, **boxes: list[float]) -> Case:
    before, words, after = line_of(person)

    def change(opened: pikepdf.Pdf) -> None:
        one = opened.pages[0].obj
        one.Rotate = turn
        for name, box in boxes.items():
            one[f"/{name}"] = Array(box)

    data = changed(page(PLAIN, before + words + after), change)
    return Case(data, (words,), [place(before, words)], stays=("Mẫu Một",))


@kind(GROUP, "trang thường")
def _upright(person: Person) -> Case:
    return made(person)


@kind(GROUP, "trang xoay 90°")
def _right(person: Person) -> Case:
    return made(person, 90)


@kind(GROUP, "trang xoay 180°")
def _upside_down(person: Person) -> Case:
    return made(person, 180)


@kind(GROUP, "trang xoay 270°")
def _left(person: Person) -> Case:
    return made(person, 270)


@kind(GROUP, "MediaBox không bắt đầu ở 0")
def _moved(person: Person) -> Case:
    return made(person, 0, MediaBox=[-50, -40, 420, 200])


@kind(GROUP, "CropBox nhỏ hơn trang, xoay 90°")
def _cropped(person: Person) -> Case:
    return made(person, 90, CropBox=[10, 60, 410, 195])


@kind(GROUP, "UserUnit 2")
def _unit(person: Person) -> Case:
    case = made(person)

    def enlarge(opened: pikepdf.Pdf) -> None:
        opened.pages[0].obj.UserUnit = 2

    return Case(changed(case.data, enlarge), case.gone, case.boxes, stays=case.stays)


@kind(GROUP, "bản quét")
def _scan(person: Person) -> Case:
    case = made(person)
    return Case(scanned(case.data, noise=4.0), case.gone, case.boxes, stays=case.stays)


def _twice(person: Person) -> bytes:
    before, words, after = line_of(person)
    first, second = page(PLAIN, before + words + after), page(PLAIN, f"Xem thêm hồ sơ của số {words}.")
    with pikepdf.open(io.BytesIO(first)) as one, pikepdf.open(io.BytesIO(second)) as other:
        one.pages.extend(other.pages)
        buffer = io.BytesIO()
        one.save(buffer)
        return buffer.getvalue()


@kind(GROUP, "cùng chữ ở trang khác, chưa xác nhận", "elsewhere")
def _elsewhere(person: Person) -> Case:
    before, words, _ = line_of(person)
    return Case(_twice(person), (), [place(before, words)])


@kind(GROUP, "cùng chữ ở trang khác, đã xác nhận")
def _accepted(person: Person) -> Case:
    before, words, _ = line_of(person)
    return Case(_twice(person), (), [place(before, words)], accept_elsewhere=True, stays=(words,))


@kind(GROUP, "cả trang")
def _whole_page(person: Person) -> Case:
    data = pdf(lambda canvas: canvas.drawString(20, 100, person.line[:50]), size=SIZE)
    box = {"page": 1, "x0": 0, "y0": 0, "x1": SIZE[0], "y1": SIZE[1], "ground": "Điều 15 khoản 2"}
    return Case(data, (person.name, person.number), [box])


@kind(GROUP, "ô che ở trang không có", "wrong_box")
def _no_such_page(person: Person) -> Case:
    case = made(person)
    return Case(case.data, (), [{**(case.boxes or [{}])[0], "page": 7}])


@kind(GROUP, "ô che ngoài trang", "wrong_box")
def _off_page(person: Person) -> Case:
    return Case(made(person).data, (), [{"page": 1, "x0": 5000, "y0": 0, "x1": 5100, "y1": 50}])

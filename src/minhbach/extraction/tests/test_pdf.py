"""PDF with text: reading order, whole paragraphs, tables with their cells, nothing of the page's own furniture."""

import io

import pypdfium2
import pytest

from minhbach.domain.reading.source import Cell
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.tests.samples import HEIGHT, WIDTH, body, letterhead, pdf, ruled

LONG = (
    "Thực hiện Luật Tiếp cận thông tin và các văn bản hướng dẫn thi hành, Ủy ban nhân dân phường Mẫu Một ban hành "
    "Kế hoạch triển khai thi hành Luật trên địa bàn phường với các nội dung chủ yếu sau đây."
)


def texts(data: bytes) -> list[str]:
    return [line.text for line in extract_bytes(data).source.lines]


def test_letterhead_columns_then_whole_paragraphs():
    def page(canvas):
        letterhead(canvas)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 160, "KẾ HOẠCH")
        body(canvas, LONG, HEIGHT - 200)

    found = extract_bytes(pdf(page))
    assert (found.format, found.pages, found.ocr) == ("pdf", 1, False)
    assert [line.text for line in found.source.lines] == [
        "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Thí Dụ, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", LONG,
    ]  # fmt: skip
    place = found.source.lines[0].place
    assert place.page == 1
    assert 85 < place.box[0] < 110 and HEIGHT - 85 < place.box[1] < HEIGHT - 70
    assert found.source.lines[0].bold and not found.source.lines[-1].bold


def test_recipients_and_signature_stand_in_columns_of_their_own():
    def page(canvas):
        body(canvas, LONG, HEIGHT - 80)
        for index, line in enumerate(
            ("Nơi nhận:", "- Như trên;", "- Các phòng, ban và đơn vị sự nghiệp", "thuộc phường;", "- Lưu: VT.")
        ):
            canvas.drawString(85, HEIGHT - 220 - 14 * index, line)
        for index, line in enumerate(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "", "Nguyễn Văn Mẫu")):
            canvas.drawCentredString(430, HEIGHT - 220 - 17 * index, line)

    assert texts(pdf(page))[1:] == [
        "Nơi nhận:", "- Như trên;", "- Các phòng, ban và đơn vị sự nghiệp thuộc phường;", "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu",
    ]  # fmt: skip


def test_items_stay_apart_and_their_wrapped_rows_are_joined():
    items = (
        "- Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh.",
        "a) Việc ngắn;",
        "b) Việc ngắn nữa.",
    )

    def page(canvas):
        y = body(canvas, LONG, HEIGHT - 80)
        for item in items:
            y = body(canvas, item, y)

    assert texts(pdf(page)) == [LONG, *items]


def test_a_paragraph_runs_over_the_page_and_page_numbers_do_not_cut_it():
    words = (LONG + " ") * 9

    def first(canvas):
        y = HEIGHT - 500
        for row in rows[:9]:
            canvas.drawString(85 + (36 if row is rows[0] else 0), y, row)
            y -= 18

    def second(canvas):
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, "2")
        y = HEIGHT - 80
        for row in rows[9:]:
            canvas.drawString(85, y, row)
            y -= 18

    rows = _rows(words.split(), 78)
    [line] = extract_bytes(pdf(first, second)).source.lines
    assert line.text == words.strip()
    assert line.place.page == 1


def _rows(words: list[str], width: int) -> list[str]:
    """Break words into rows of nearly equal drawn length, as justified text has."""
    rows, row = [], ""
    for word in words:
        if len(row) + len(word) + 1 > width:
            rows.append(row.strip())
            row = ""
        row += " " + word
    return [*rows, row.strip()]


def test_running_heads_and_prints_of_signatures_are_dropped():
    def page(canvas):
        canvas.setFont("Serif", 9)
        canvas.drawString(85, HEIGHT - 30, "CÔNG BÁO/Số 5")
        canvas.drawString(330, 20, "Ký bởi: Ủy ban nhân dân phường Mẫu Một")
        canvas.drawString(330, 10, "Thời gian ký: 05/03/2026 10:20:30 +07:00")
        canvas.setFont("Serif", 14)
        body(canvas, LONG, HEIGHT - 80)

    assert texts(pdf(page, page, page)) == [LONG] * 3


XS = (60.0, 95.0, 290.0, 400.0, 535.0)


def test_ruled_table_gives_cells_with_their_rows_joined():
    def page(canvas):
        ruled(
            canvas, XS, (760, 730, 690, 660),
            [
                [["TT"], ["Nhiệm vụ"], ["Cơ quan", "chủ trì"], ["Thời hạn"]],
                [["1"], ["Tổ chức hội nghị quán triệt Luật Tiếp", "cận thông tin"], ["Phòng Tư", "pháp"], ["Quý IV"]],
                [["2"], ["Họp tổng kết"], ["- Phòng A;", "- Phòng B."], ["31/12/", "2026"]],
            ],
        )  # fmt: skip

    lines = extract_bytes(pdf(page)).source.lines
    assert [[cell.text for cell in line.cells] for line in lines] == [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        ["1", "Tổ chức hội nghị quán triệt Luật Tiếp cận thông tin", "Phòng Tư pháp", "Quý IV"],
        ["2", "Họp tổng kết", "- Phòng A;\n- Phòng B.", "31/12/2026"],
    ]
    assert lines[1].text == "1 | Tổ chức hội nghị quán triệt Luật Tiếp cận thông tin | Phòng Tư pháp | Quý IV"
    assert lines[1].place.box[1] > 690 > lines[2].place.box[1]


def test_cells_without_a_line_between_them_are_one():
    def page(canvas):
        for y in (760, 730, 700, 670, 640):
            canvas.line(60, y, 535, y)
        for x in (60, 535):
            canvas.line(x, 760, x, 640)
        for x in (95, 290):
            canvas.line(x, 760, x, 730)
            canvas.line(x, 700, x, 640)
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.setLineWidth(3)
        canvas.line(61, 670, 94, 670)
        canvas.setFont("Serif", 11)
        for x, y, text in (
            (65, 745, "TT"), (100, 745, "Việc"), (300, 745, "Ai"), (65, 715, "I. PHẦN MỘT"),
            (65, 668, "1"), (100, 685, "a"), (300, 685, "b"), (100, 655, "c"), (300, 655, "d"),
        ):  # fmt: skip
            canvas.drawString(x, y, text)

    lines = extract_bytes(pdf(page)).source.lines
    assert lines[1].cells == (Cell("I. PHẦN MỘT"), Cell("I. PHẦN MỘT", merged=True), Cell("I. PHẦN MỘT", merged=True))


def test_table_over_two_pages_is_one_table_with_one_head_and_whole_rows():
    head = [["TT"], ["Nhiệm vụ"], ["Cơ quan chủ trì"], ["Thời hạn"]]

    def first(canvas):
        rows = [
            head,
            [["1"], ["Họp"], ["Phòng A"], ["Quý I"]],
            [["2"], ["Tổ chức tập huấn cho công chức"], ["Phòng B, các"], ["Quý II"]],
        ]
        ruled(canvas, XS, (160, 130, 100, 70), rows)

    def second(canvas):
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, "2")
        rows = [
            head,
            [[""], ["của phường"], ["đơn vị liên quan"], [""]],
            [["3"], ["Tổng kết"], ["Phòng C"], ["Quý IV"]],
        ]
        ruled(canvas, XS, (780, 750, 720, 690), rows)

    lines = extract_bytes(pdf(first, second)).source.lines
    assert [[cell.text for cell in line.cells] for line in lines] == [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        ["1", "Họp", "Phòng A", "Quý I"],
        ["2", "Tổ chức tập huấn cho công chức của phường", "Phòng B, các đơn vị liên quan", "Quý II"],
        ["3", "Tổng kết", "Phòng C", "Quý IV"],
    ]
    assert [line.place.page for line in lines] == [1, 1, 1, 2]


def test_aligned_columns_without_lines_are_a_table_too():
    def page(canvas):
        body(canvas, LONG, HEIGHT - 80)
        for index, row in enumerate(
            (("TT", "Nhiệm vụ", "Cơ quan"), ("1", "Họp giao ban", "Phòng A"), ("2", "Tổng kết năm", "Phòng B"))
        ):
            for x, text in zip((85, 140, 380), row, strict=True):
                canvas.drawString(x, HEIGHT - 220 - 20 * index, text)

    lines = extract_bytes(pdf(page)).source.lines
    assert [line.text for line in lines if line.cells] == [
        "TT | Nhiệm vụ | Cơ quan", "1 | Họp giao ban | Phòng A", "2 | Tổng kết năm | Phòng B",
    ]  # fmt: skip


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
@pytest.mark.parametrize("drawn", [0, 90, 180, 270])
def test_turned_pages_and_text_set_sideways_are_read_upright(shown, drawn):
    def page(canvas):
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(drawn)
        canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        canvas.setFont("Serif", 9)
        letterhead(canvas)
        for index, row in enumerate(("- Việc thứ nhất của phường;", "- Việc thứ hai của phường.")):
            canvas.drawString(200, 500 - 20 * index, row)

    document = pypdfium2.PdfDocument(pdf(page, size=(900, 900)))
    document[0].set_rotation(shown)
    found = texts(_saved(document))
    assert found[:2] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT"]
    assert found[-2:] == ["- Việc thứ nhất của phường;", "- Việc thứ hai của phường."]


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_words_printed_twice_to_look_bold_are_read_once():
    def page(canvas):
        canvas.drawString(85, 700, "KẾ HOẠCH")
        canvas.drawString(85.3, 700, "KẾ HOẠCH")

    assert texts(pdf(page)) == ["KẾ HOẠCH"]

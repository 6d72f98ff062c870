"""Scans: read by tesseract, in the same order and with the same tables as typed pages; what is doubtful stays open."""

import io
import random

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.layout.marks import Word
from minhbach.extraction.scan import read as reading
from minhbach.extraction.scan.handwriting import with_open_places
from minhbach.extraction.scan.ink import is_grainy, smoothed
from minhbach.extraction.scan.picture import pdf_page
from minhbach.extraction.scan.stamps import stamped_marks
from minhbach.extraction.scan.tesseract import Read
from minhbach.extraction.tests.samples import HEIGHT, WIDTH, body, image_of, letterhead, pdf, ruled, scanned

pytestmark = pytest.mark.usefixtures("tesseract")
LONG = (
    "Thực hiện Luật Tiếp cận thông tin và các văn bản hướng dẫn thi hành, Ủy ban nhân dân phường Mẫu Một ban hành "
    "Kế hoạch triển khai thi hành Luật trên địa bàn phường với các nội dung chủ yếu sau đây."
)


def page(canvas):
    letterhead(canvas)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 160, "KẾ HOẠCH")
    ruled(
        canvas, (85, 120, 330, 530), (440, 410, 370, 340),
        [
            [["TT"], ["Nhiệm vụ"], ["Thời hạn"]],
            [["1"], ["Tổ chức hội nghị quán triệt Luật", "tại phường"], ["Quý IV năm 2026"]],
            [["2"], ["Họp tổng kết"], ["Thường xuyên"]],
        ],
    )  # fmt: skip
    canvas.setFont("Serif", 14)
    body(canvas, LONG, HEIGHT - 200)


def blank(canvas):
    canvas.circle(300, 400, 0.7, fill=1)


def share_of_words(found: str, true: str) -> float:
    got = found.split()
    return sum(word in got for word in true.split()) / len(true.split())


@pytest.mark.parametrize(("tilt", "noise"), [(0.0, 6.0), (0.7, 14.0), (-1.6, 10.0)])
def test_scanned_page_reads_like_the_typed_one(tilt, noise):
    found = extract_bytes(scanned(pdf(page, blank), tilt=tilt, noise=noise))
    assert (found.format, found.pages, found.ocr) == ("pdf", 2, True)
    lines = found.source.lines
    assert [line.text for line in lines[:6]] == [
        "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Thí Dụ, ngày 05 tháng 3 năm 2026",
    ]  # fmt: skip
    rows = [[cell.text for cell in line.cells] for line in lines if line.cells]
    assert [len(row) for row in rows] == [3, 3, 3]
    assert rows[1][0] == "1" and "2026" in rows[1][2]
    assert share_of_words(" ".join(line.text for line in lines), LONG) >= 0.95
    assert all(line.place.page == 1 and line.confidence > 0.6 for line in lines)


@pytest.mark.parametrize(("form", "name"), [("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif")])
def test_images_are_read_like_scans(form, name):
    found = extract_bytes(image_of(pdf(page), form))
    assert (found.format, found.pages, found.ocr) == (name, 1, True)
    assert found.source.lines[0].text == "ỦY BAN NHÂN DÂN"


def test_a_page_that_lies_on_its_side_is_turned():
    image = Image.open(io.BytesIO(image_of(pdf(page), "PNG"))).rotate(90, expand=True)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(200, 200))
    lines = extract_bytes(buffer.getvalue()).source.lines
    assert lines[0].text == "ỦY BAN NHÂN DÂN"


def test_a_blank_scan_is_empty_not_garbage():
    with pytest.raises(CannotRead, match="empty"):
        extract_bytes(scanned(pdf(blank)))


def test_typed_and_scanned_pages_of_one_file_come_in_order():
    def typed(canvas):
        body(canvas, LONG, HEIGHT - 80)

    whole = pypdfium2.PdfDocument.new()
    for part in (scanned(pdf(page)), pdf(typed)):
        whole.import_pages(pypdfium2.PdfDocument(part))
    buffer = io.BytesIO()
    whole.save(buffer)
    found = extract_bytes(buffer.getvalue())
    assert found.pages == 2 and found.ocr
    assert [line.place.page for line in found.source.lines] == sorted(line.place.page for line in found.source.lines)
    assert found.source.lines[-1].text == LONG and found.source.lines[-1].confidence is None


def words(*given: tuple[str, float]) -> list[Word]:
    return [
        Word(text, 40.0 * i, 700.0, 40.0 * i + 36, 712.0, 10.0, confidence=sure) for i, (text, sure) in enumerate(given)
    ]


@pytest.mark.parametrize(
    ("given", "again", "text", "open_places"),
    [
        ((("Số:", 0.95), ("12/KH-UBND", 0.95)), "", "Số: 12/KH-UBND", False),
        ((("Số:", 0.95), ("§4/KH-UBND", 0.3)), "94", "Số: /KH-UBND", True),
        ((("Sé:", 0.6), ("99", 0.5), ("/UBND-TH", 0.5)), "299", "Số: /UBND-TH", True),
        ((("Số:", 0.95), ("47", 0.6), ("/UBND-TH", 0.5)), "47", "Số: 47 /UBND-TH", False),
        ((("ngày⁄{đ", 0.1), ("tháng", 0.9), ("01", 0.95), ("năm", 0.9)), "", "ngày tháng 01 năm", True),
        ((("ngày", 0.9), ("15", 0.95), ("tháng", 0.9), ("3", 0.95), ("năm", 0.9)), "", "ngày 15 tháng 3 năm", False),
        ((("ngày", 0.9), ("†tháng", 0.5), ("02", 0.95), ("năm", 0.9)), "", "ngày tháng 02 năm", True),
    ],
)
def test_what_is_written_by_hand_is_left_open_unless_a_second_reading_agrees(given, again, text, open_places):
    kept, left_open = with_open_places(words(*given), 842.0, lambda place: again)
    assert " ".join(word.text for word in kept if word.text) == text
    assert left_open is open_places


def test_red_stamps_are_read_apart_and_leave_the_text_alone():
    image = Image.open(io.BytesIO(image_of(pdf(page), "PNG"))).convert("RGB")
    stamp = Image.new("RGB", (420, 130), "white")
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((4, 4, 415, 125), outline=(220, 30, 40), width=5)
    font = ImageFont.truetype("/usr/share/fonts/truetype/croscore/Tinos-Bold.ttf", 72)
    draw.text((26, 20), "HỎA TỐC", fill=(220, 30, 40), font=font)
    image.paste(stamp.rotate(20, expand=True, fillcolor="white"), (150, 420))
    assert stamped_marks(image, 200.0).marks == {"urgency": "Hỏa tốc"}
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(200, 200))
    found = extract_bytes(buffer.getvalue())
    assert found.source.marks == {"urgency": "Hỏa tốc"}
    assert found.source.lines[0].text == "ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize(("scanned_at", "read_at"), [(200, 200), (240, 240), (300, 220), (150, 220)])
def test_a_scan_of_nearly_the_right_size_is_read_as_it_came(scanned_at, read_at):
    buffer = io.BytesIO()
    size = (round(8.27 * scanned_at), round(11.69 * scanned_at))
    Image.new("L", size, "white").save(buffer, "PDF", resolution=scanned_at)
    picture = pdf_page(buffer.getvalue(), 1, 220.0)
    assert picture.dpi == pytest.approx(read_at, abs=0.5)
    assert picture.image.width == pytest.approx(8.27 * read_at, abs=2)


def test_missing_tesseract_is_said_and_the_rest_works(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead) as refused:
        extract_bytes(scanned(pdf(page)))
    assert refused.value.code == "no_ocr" and "tesseract" in refused.value.message
    assert extract_bytes(pdf(page)).source.lines[0].text == "ỦY BAN NHÂN DÂN"


def test_the_hidden_text_layer_of_a_scanner_is_not_believed():
    def layered(canvas):
        canvas.drawInlineImage(Image.open(io.BytesIO(image_of(pdf(page), "PNG"))), 0, 0, WIDTH, HEIGHT)
        hidden = canvas.beginText(60, 700)
        hidden.setTextRenderMode(3)
        for _ in range(20):
            hidden.textLine("UY BAN NHAN DAN PHUONG MAU MOT Ke hoach")
        canvas.drawText(hidden)

    found = extract_bytes(pdf(layered))
    assert found.ocr and found.source.lines[0].text == "ỦY BAN NHÂN DÂN"


def test_text_over_a_picture_of_the_whole_page_is_the_text():
    def decorated(canvas):
        canvas.drawInlineImage(Image.new("RGB", (40, 60), (240, 248, 255)), 0, 0, WIDTH, HEIGHT)
        body(canvas, LONG + " " + LONG, HEIGHT - 80)

    found = extract_bytes(pdf(decorated))
    assert not found.ocr and found.source.lines[0].text == f"{LONG} {LONG}"


def test_a_page_set_sideways_or_faded_is_read_all_the_same():
    upright = Image.open(io.BytesIO(image_of(pdf(page), "PNG")))
    faded = upright.point([255 - (255 - v) * 4 // 10 for v in range(256)]).rotate(270, expand=True)
    buffer = io.BytesIO()
    faded.save(buffer, "PNG", dpi=(200, 200))
    assert [line.text for line in extract_bytes(buffer.getvalue()).source.lines[:3]] == [
        "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU MỘT", "Số: 12/KH-UBND",
    ]  # fmt: skip


def test_grain_is_rubbed_out_before_reading_and_clean_paper_is_left_as_it_is():
    clean = Image.new("L", (900, 900), 255)
    ImageDraw.Draw(clean).rectangle((300, 300, 420, 420), fill=0)
    specks = Image.frombytes("L", clean.size, random.Random(3).randbytes(900 * 900)).point(
        lambda v: 195 + v * 60 // 255
    )
    grainy = ImageChops.darker(clean, specks)
    assert (is_grainy(clean), is_grainy(grainy)) == (False, True)
    assert not is_grainy(smoothed(grainy))


@pytest.mark.parametrize(("first", "second", "best"), [(0.5, 0.9, 0.9), (0.7, 0.3, 0.7), (0.9, 0.99, 0.9)])
def test_a_page_that_was_read_badly_is_cleaned_and_read_again_and_the_better_reading_wins(
    monkeypatch, first, second, best
):
    page, waiting = Image.new("L", (400, 400), 255), [first, second]

    def attempt(ink, dpi, *, turn=0):
        sure = waiting.pop(0)
        read = [Read("nhân", 10 * at, 0, 10 * at + 9, 6, sure, ("1",)) for at in range(8)]
        return reading._Reading(ink, read, [], turn)

    monkeypatch.setattr(reading, "_attempt", attempt)
    monkeypatch.setattr(reading, "turn_of", lambda ink, dpi: 0)
    assert reading._best(page, 200.0).sure == pytest.approx(best)

"""What goes out with a file though no reader sees it: found by screening wherever the corpus of redaction hides it."""

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.tests.redaction.corpus.all import KINDS
from minhbach.extraction.tests.redaction.corpus.cases import person_of
from minhbach.extraction.tests.redaction.corpus.letters import PROGRAM, letter
from minhbach.extraction.tests.redaction.corpus.pdf import PLAIN, changed, person_page
from minhbach.extraction.tests.redaction.corpus.pictures import picture, saved
from minhbach.extraction.tests.redaction.corpus.word import document, with_files
from minhbach.extraction.tests.samples import docx, paragraph, scanned, zipped

HIDDEN = {
    "PDF": (
        "chữ trắng trên nền trắng", "chữ nằm ngoài trang (MediaBox)", "chữ không vẽ (render mode 3)",
        "lớp đang ẩn (OCG)",
        "ghi chú (Text)", "ghi chú bật ra (Popup) và RichText", "ô biểu mẫu ẩn", "tệp đính kèm", "mã JavaScript",
        "tệp đính kèm trong ghi chú", "thông tin về tệp (Info)", "thông tin về tệp (XMP)", "dấu trang (outline)",
    ),
    "Ảnh": ("PNG có chú thích (tEXt, iTXt)", "JPEG có EXIF, vị trí GPS"),
    "DOCX": (
        "nhận xét (comments)", "chữ đã xóa (theo dõi thay đổi)", "chữ chuyển đi (moveFrom)", "chữ ẩn (vanish)",
        "dữ liệu XML kèm theo (customXml)", "thông tin về tệp (docProps)", "tệp nhúng (embeddings)", "hình có chữ",
        "mã trường (field code) và biến tài liệu",
    ),
    "XLSX": (
        "trang tính ẩn sâu (veryHidden)", "dòng ẩn", "cột ẩn", "nhận xét", "chữ trong công thức", "tên đặt cho vùng",
        "dữ liệu đệm của bảng tổng hợp", "thông tin về tệp", "đầu trang in và danh sách chọn", "hộp chữ",
    ),
    "ODT": ("nhận xét", "chữ đã xóa (theo dõi thay đổi)", "chữ ẩn", "hình có chữ"),
    "Thư điện tử": ("nội dung", "thư trong thư"),
    "Tệp nén ZIP": ("hai tệp cùng tên",),
}  # fmt: skip
CASES = [(kind, what) for kind, places in HIDDEN.items() for what in places]


@pytest.mark.parametrize(("group", "what"), CASES)
def test_what_is_hidden_is_found(group, what, tesseract):
    kind = next(kind for kind in KINDS if (kind.group, kind.what) == (group, what))
    person = person_of(7)
    made = kind.make(person)
    screened = screen_bytes(made if isinstance(made, bytes) else made.data)
    assert person.hidden in "".join(c for c in screened.text if c.isdigit())


def test_what_stands_beside_the_pages_has_no_page():
    person = person_of(1)
    kind = next(kind for kind in KINDS if kind.what == "ghi chú (Text)")
    found = screen_bytes(kind.make(person)).screening.findings
    pages = {"".join(c for c in finding.text if c.isdigit()): finding.page for finding in found}
    assert pages[person.number] == 1
    assert pages[person.hidden] is None


MARKED = paragraph("MẬT") + paragraph("KẾ HOẠCH")


@pytest.mark.parametrize(
    "make",
    [
        lambda: zipped({"a.zip": zipped({"b.docx": docx(MARKED)}), "c.txt": "Công khai"}),
        lambda: with_files(docx(paragraph("Công khai")), {"docProps/core.xml": _about("MẬT")}),
        lambda: changed(person_page(person_of(2)), lambda pdf: pdf.docinfo.__setitem__("/Subject", "TỐI MẬT")),
        lambda: with_files(docx(paragraph("Công khai")), {"word/embeddings/a.docx": docx(MARKED)}),
    ],
    ids=["archive in an archive", "properties of a document", "properties of a PDF", "embedded file"],
)
def test_a_mark_of_secrecy_inside_marks_the_whole(make):
    assert screen_bytes(make()).screening.secrecy in ("Mật", "Tối mật")


def _about(title: str) -> str:
    return f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'


def test_an_attached_mark_marks_the_letter():
    message = letter(person_of(3))
    message.add_attachment(docx(MARKED), maintype="application", subtype="octet-stream", filename="a.docx")
    assert screen_bytes(message.as_bytes()).screening.secrecy == "Mật"


def test_what_cannot_be_opened_refuses_an_archive_and_is_named_in_a_document():
    with pytest.raises(CannotRead, match="program") as refusal:
        screen_bytes(zipped({"a.docx": docx(paragraph("x")), "b.pdf": PROGRAM}))
    assert "b.pdf" in refusal.value.message
    screened = screen_bytes(with_files(document(person_of(4)), {"word/media/image1.emf": b"\x01\x00\x00\x00" * 30}))
    assert screened.unread == ("image1.emf",)


def test_a_scan_with_the_text_layer_of_another_program_says_nothing_twice(tesseract):
    person = person_of(5)
    found = screen_bytes(scanned(person_page(person), noise=2.0)).screening.findings
    assert len([f for f in found if f.label == "CCCD"]) == 1


def test_plain_files_read_as_before(tesseract):
    screened = screen_bytes(docx(paragraph(PLAIN)))
    assert screened.text == PLAIN
    assert screened.unread == ()
    assert screen_bytes(saved(picture(person_of(6)), "PNG")).format == "png"

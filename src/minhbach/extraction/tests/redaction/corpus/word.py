"""Word and Writer documents that hide words."""

import io
from collections.abc import Mapping

from PIL import Image

from minhbach.extraction.tests.redaction.corpus.cases import Person, kind
from minhbach.extraction.tests.redaction.corpus.pdf import PLAIN, picture_of
from minhbach.extraction.tests.samples import W, docx, odt, paragraph, table, zipped
from minhbach.extraction.tests.samples import cell as table_cell

WORD, WRITER = "DOCX", "ODT"
_NAMESPACE = f'xmlns:w="{W}"'


def body(person: Person, more: str = "") -> str:
    return paragraph("ĐƠN ĐỀ NGHỊ") + paragraph(PLAIN) + paragraph(person.line) + more


def document(person: Person, more: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    return docx(body(person, more), parts)


def with_files(data: bytes, files: Mapping[str, str | bytes]) -> bytes:
    """Return a package with more parts, anywhere in it."""
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        own: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(own | dict(files))


def part(root: str, inside: str) -> str:
    return f"<w:{root} {_NAMESPACE}>{inside}</w:{root}>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:{tag}>{text}</w:{tag}></w:r>"


@kind(WORD, "đoạn văn")
def _text(person: Person) -> bytes:
    return document(person, paragraph(f"Số CCCD {person.hidden}"))


@kind(WORD, "chữ chia nhiều đoạn định dạng")
def _runs(person: Person) -> bytes:
    half = len(person.hidden) // 2
    return document(person, f"<w:p>{run('Số CCCD ' + person.hidden[:half])}{run(person.hidden[half:], '<w:b/>')}</w:p>")


@kind(WORD, "bảng")
def _table(person: Person) -> bytes:
    rows = [[table_cell(a), table_cell(b), table_cell(c)] for a, b, c in (
        ("STT", "Họ và tên", "Số CCCD"), ("1", person.name, person.hidden), ("2", "Trần Thị Mơ", person.number),
    )]  # fmt: skip
    ruled = '<w:top w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/>'
    return document(person, table(*rows, properties=f"<w:tblBorders>{ruled}</w:tblBorders>"))


@kind(WORD, "nhận xét (comments)")
def _comment(person: Person) -> bytes:
    said = f'<w:comment w:id="0" w:author="{person.name}">{paragraph(person.secret)}</w:comment>'
    return document(person, parts={"comments.xml": part("comments", said)})


@kind(WORD, "chữ đã xóa (theo dõi thay đổi)")
def _deleted(person: Person) -> bytes:
    gone = f'<w:del w:id="1" w:author="a">{run(person.secret, tag="delText")}</w:del>'
    return document(person, f"<w:p>{gone}{run('Đã sửa.')}</w:p>")


@kind(WORD, "chữ chuyển đi (moveFrom)")
def _moved(person: Person) -> bytes:
    return document(person, f'<w:p><w:moveFrom w:id="1" w:author="a">{run(person.secret)}</w:moveFrom></w:p>')


@kind(WORD, "chữ thêm vào (theo dõi thay đổi)")
def _inserted(person: Person) -> bytes:
    return document(person, f'<w:p><w:ins w:id="1" w:author="a">{run(person.secret)}</w:ins></w:p>')


@kind(WORD, "chữ ẩn (vanish)")
def _hidden(person: Person) -> bytes:
    return document(person, paragraph(person.secret, run="<w:vanish/>"))


@kind(WORD, "chữ trắng")
def _white(person: Person) -> bytes:
    return document(person, paragraph(person.secret, run='<w:color w:val="FFFFFF"/>'))


@kind(WORD, "đầu trang, chân trang")
def _header(person: Person) -> bytes:
    parts = {"header1.xml": part("hdr", paragraph(person.secret)), "footer1.xml": part("ftr", paragraph(person.name))}
    return document(person, parts=parts)


@kind(WORD, "chữ đã xóa trong đầu trang")
def _deleted_header(person: Person) -> bytes:
    gone = f'<w:p><w:del w:id="1" w:author="a">{run(person.secret, tag="delText")}</w:del></w:p>'
    return document(person, parts={"header1.xml": part("hdr", gone + paragraph("Công khai"))})


@kind(WORD, "cước chú")
def _footnote(person: Person) -> bytes:
    note = f"<w:footnote>{paragraph(person.secret)}</w:footnote>"
    return document(person, parts={"footnotes.xml": part("footnotes", note)})


@kind(WORD, "hộp chữ")
def _text_box(person: Person) -> bytes:
    box = f"<w:txbxContent>{paragraph(person.secret)}</w:txbxContent>"
    return document(person, f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>")


@kind(WORD, "dữ liệu XML kèm theo (customXml)")
def _custom(person: Person) -> bytes:
    return with_files(document(person), {"customXml/item1.xml": f"<a>{person.secret}</a>"})


@kind(WORD, "thông tin về tệp (docProps)")
def _properties(person: Person) -> bytes:
    name = "http://purl.org/dc/elements/1.1/"
    return with_files(
        document(person),
        {
            "docProps/core.xml": f'<c xmlns:dc="{name}"><dc:title>{person.secret}</dc:title></c>',
            "docProps/custom.xml": f"<Properties><p>{person.secret}</p></Properties>",
        },
    )


@kind(WORD, "tệp nhúng (embeddings)")
def _embedded(person: Person) -> bytes:
    return with_files(document(person), {"word/embeddings/a.docx": docx(paragraph(person.secret))})


@kind(WORD, "hình có chữ")
def _picture(person: Person) -> bytes:
    buffer = io.BytesIO()
    picture_of(f"Số CCCD {person.hidden} của hộ", 1100, 40).save(buffer, "PNG", dpi=(200, 200))
    return with_files(document(person), {"word/media/image1.png": buffer.getvalue()})


@kind(WORD, "hình có EXIF")
def _picture_exif(person: Person) -> bytes:
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x10E] = person.secret
    picture_of("Bản đồ quy hoạch phường Mẫu Một", 1100, 40).save(buffer, "JPEG", exif=exif.tobytes())
    return with_files(document(person), {"word/media/image1.jpg": buffer.getvalue()})


@kind(WORD, "mã trường (field code) và biến tài liệu")
def _field(person: Person) -> bytes:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>DOCVARIABLE {person.hidden}</w:instrText></w:r>"
    code = f"<w:p>{mark('begin')}{code}{mark('separate')}{run('xem')}{mark('end')}</w:p>"
    value = f'<w:docVars><w:docVar w:name="a" w:val="{person.secret}"/></w:docVars>'
    return document(person, code, {"settings.xml": part("settings", value)})


@kind(WORD, "đích liên kết và mẫu từ xa")
def _target(person: Person) -> bytes:
    link = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    link += f'Type="hyperlink" Target="http://127.0.0.1:9/{person.hidden}" TargetMode="External"/></Relationships>'
    return with_files(document(person), {"word/_rels/document.xml.rels": link})


@kind(WORD, "đặt mật khẩu", "encrypted")
def _locked(person: Person) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


@kind(WORD, "hỏng: cắt cụt", "broken")
def _cut(person: Person) -> bytes:
    return document(person)[:400]


@kind(WORD, "thực thể XML (DOCTYPE)", "forbidden_xml")
def _entities(person: Person) -> bytes:
    words = f'<!DOCTYPE a [<!ENTITY x "{person.secret}">]><w:document {_NAMESPACE}><w:body>{paragraph("&x;")}</w:body>'
    return zipped({"word/document.xml": words + "</w:document>"})


def writer(person: Person, more: str = "") -> bytes:
    return odt(f"<text:p>{PLAIN}</text:p><text:p>{person.line}</text:p>{more}")


@kind(WRITER, "đoạn văn")
def _odt(person: Person) -> bytes:
    return writer(person, f"<text:p>{person.secret}</text:p>")


@kind(WRITER, "nhận xét")
def _odt_note(person: Person) -> bytes:
    note = f"<office:annotation><text:p>{person.secret}</text:p></office:annotation>"
    return writer(person, f"<text:p>Xem{note}</text:p>")


@kind(WRITER, "chữ đã xóa (theo dõi thay đổi)")
def _odt_deleted(person: Person) -> bytes:
    gone = f"<text:deletion><text:p>{person.secret}</text:p></text:deletion>"
    region = f'<text:changed-region text:id="a">{gone}</text:changed-region>'
    return writer(person, f"<text:tracked-changes>{region}</text:tracked-changes>")


@kind(WRITER, "chữ ẩn")
def _odt_hidden(person: Person) -> bytes:
    return writer(person, f'<text:p>a<text:hidden-text text:string-value="{person.secret}"/></text:p>')


@kind(WRITER, "thông tin về tệp")
def _odt_meta(person: Person) -> bytes:
    return with_files(writer(person), {"meta.xml": f"<m>{person.secret}</m>"})


@kind(WRITER, "hình có chữ")
def _odt_picture(person: Person) -> bytes:
    buffer = io.BytesIO()
    picture_of(f"Số CCCD {person.hidden} của hộ", 1100, 40).save(buffer, "PNG", dpi=(200, 200))
    return with_files(writer(person), {"Pictures/1.png": buffer.getvalue()})

"""E-mails, archives, and text with what it hides; and files that nobody can look into."""

import gzip
import io
import tarfile
import unicodedata
import zipfile
from email.message import EmailMessage

from minhbach.extraction.tests.redaction.corpus.cases import Case, Person, kind
from minhbach.extraction.tests.redaction.corpus.pdf import PLAIN, person_page
from minhbach.extraction.tests.redaction.corpus.sheets import book
from minhbach.extraction.tests.redaction.corpus.word import document
from minhbach.extraction.tests.samples import zipped

MAIL, ARCHIVE, TEXT, OTHER = "Thư điện tử", "Tệp nén ZIP", "Văn bản thuần, HTML, CSV", "Loại khác"
PDF_TYPE = {"maintype": "application", "subtype": "pdf"}
PROGRAM = b"MZ\x90\x00" + b"\0" * 200


def letter(person: Person, body: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "van-thu@mau-mot.example"
    message["To"] = "phong-mau@mau-mot.example"
    message["Subject"] = "Đơn đề nghị cung cấp thông tin"
    message.set_content(body or f"{PLAIN}\n{person.line}\n")
    return message


@kind(MAIL, "nội dung")
def _body(person: Person) -> bytes:
    return letter(person, f"{PLAIN}\n{person.line}\nSố CCCD {person.hidden}\n").as_bytes()


@kind(MAIL, "tiêu đề và đầu thư ẩn")
def _heads(person: Person) -> bytes:
    message = letter(person)
    message["X-Private"] = person.hidden
    message.replace_header("Subject", f"Đơn của công dân có số CCCD {person.hidden}")
    return message.as_bytes()


@kind(MAIL, "HTML có phần ẩn")
def _html(person: Person) -> bytes:
    message = letter(person)
    message.clear_content()
    shown = f"<p>{PLAIN}</p><p>{person.line}</p><p style='display:none'>{person.secret}</p><!-- {person.secret} -->"
    message.set_content(shown, subtype="html")
    return message.as_bytes()


@kind(MAIL, "bản HTML kèm bản chữ")
def _alternative(person: Person) -> bytes:
    message = letter(person)
    message.add_alternative(f"<p>{PLAIN}</p><p>{person.secret}</p>", subtype="html")
    return message.as_bytes()


@kind(MAIL, "đính kèm PDF")
def _pdf(person: Person) -> bytes:
    message = letter(person)
    message.add_attachment(person_page(person), filename="don.pdf", **PDF_TYPE)
    return message.as_bytes()


@kind(MAIL, "đính kèm DOCX và XLSX")
def _office(person: Person) -> bytes:
    message = letter(person)
    for name, data in (("a.docx", document(person)), ("b.xlsx", book(person))):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@kind(MAIL, "thư trong thư")
def _nested(person: Person) -> bytes:
    message = letter(person)
    message.add_attachment(letter(person, f"Số CCCD {person.hidden}\n"))
    return message.as_bytes()


@kind(MAIL, "đính kèm tệp nén có tệp nén", seeds=2)
def _archives(person: Person) -> bytes:
    message = letter(person)
    inner = zipped({"trong.zip": zipped({"don.docx": document(person)})})
    message.add_attachment(inner, maintype="application", subtype="zip", filename="a.zip")
    return message.as_bytes()


@kind(MAIL, "đính kèm chương trình", "program")
def _program(person: Person) -> bytes:
    message = letter(person)
    message.add_attachment(PROGRAM, maintype="application", subtype="octet-stream", filename="a.pdf")
    return message.as_bytes()


@kind(ARCHIVE, "DOCX và PDF")
def _zip(person: Person) -> bytes:
    return zipped({"a.docx": document(person), "b/c.pdf": person_page(person)})


@kind(ARCHIVE, "tệp nén trong tệp nén")
def _zip_zip(person: Person) -> bytes:
    return zipped({"trong.zip": zipped({"a.txt": f"{PLAIN}\n{person.line}\n"})})


@kind(ARCHIVE, "chú thích của tệp nén và tên tệp")
def _comment(person: Person) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", f"{PLAIN}\n{person.line}\n")
        archive.comment = person.secret.encode()
    return buffer.getvalue()


@kind(ARCHIVE, "thư mục rác của máy Mac, Windows")
def _junk(person: Person) -> bytes:
    return zipped({"a.txt": f"{PLAIN}\n{person.line}\n", "__MACOSX/._a.txt": person.secret, "Thumbs.db": b"\xd0\xcf"})


@kind(ARCHIVE, "tên tệp trỏ ra ngoài thư mục")
def _traversal(person: Person) -> bytes:
    return zipped({"../../../tmp/a.txt": f"{PLAIN}\n{person.line}\n"})


@kind(ARCHIVE, "hai tệp cùng tên")
def _doubled(person: Person) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", f"{PLAIN}\n{person.line}\n")
        import warnings  # noqa: PLC0415

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr("a.txt", f"{PLAIN}\nSố CCCD {person.hidden}\n")
    return buffer.getvalue()


@kind(ARCHIVE, "có chương trình", "program")
def _zip_program(person: Person) -> bytes:
    return zipped({"a.docx": document(person), "b.docx": PROGRAM})


@kind(ARCHIVE, "lồng quá sâu", "too_deep")
def _deep(person: Person) -> bytes:
    data = zipped({"a.txt": person.line})
    for _ in range(6):
        data = zipped({"b.zip": data})
    return data


@kind(ARCHIVE, "có liên kết tượng trưng", "archive_link")
def _link(person: Person) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return buffer.getvalue()


@kind(ARCHIVE, "đặt mật khẩu", "encrypted")
def _zip_locked(person: Person) -> bytes:
    data = bytearray(zipped({"a.txt": person.line}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@kind(TEXT, "UTF-8")
def _utf8(person: Person) -> bytes:
    return f"{PLAIN}\n{person.line}\nSố CCCD {person.hidden}\n".encode()


@kind(TEXT, "UTF-16")
def _utf16(person: Person) -> bytes:
    return f"{PLAIN}\n{person.line}\nSố CCCD {person.hidden}\n".encode("utf-16")


@kind(TEXT, "dấu tách rời (NFD)")
def _nfd(person: Person) -> bytes:
    return unicodedata.normalize("NFD", f"{PLAIN}\n{person.line}\nSố CCCD {person.hidden}\n").encode()


@kind(TEXT, "Markdown")
def _markdown(person: Person) -> bytes:
    table = f"| Tên | CCCD |\n|---|---|\n| Mơ | {person.hidden} |\n"
    return f"# Đơn đề nghị\n\n{PLAIN}\n\n**{person.line}**\n\n{table}".encode()


@kind(TEXT, "HTML có chú thích, phần ẩn, mã")
def _web(person: Person) -> bytes:
    return (
        f"<!doctype html><html><head><title>{person.secret}</title><meta name=a content='{person.secret}'></head><body>"
        f"<p>{PLAIN}</p><p data-a='{person.secret}'>{person.line}</p><!-- {person.secret} -->"
        f"<p hidden>{person.secret}</p><script>var a='{person.secret}'</script>"
        f"<img alt='{person.secret}' src='http://127.0.0.1:9/a.png'></body></html>"
    ).encode()


@kind(TEXT, "CSV")
def _csv(person: Person) -> bytes:
    return f"Họ và tên;Số CCCD;Số điện thoại\n{person.name};{person.number};{person.phone}\n".encode()


@kind(TEXT, "trống", "empty")
def _empty(person: Person) -> bytes:
    return b" \n" * (person.seed % 5 + 1)


@kind(OTHER, "Word đời cũ (.doc)", "old_format", seeds=1)
def _doc(person: Person) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1600


@kind(OTHER, "Excel đời cũ (.xls)", "old_format", seeds=1)
def _xls(person: Person) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 600


@kind(OTHER, "RTF", "old_format", seeds=2)
def _rtf(person: Person) -> bytes:
    return b"{\\rtf1 " + person.secret.encode("ascii", "ignore") + b"}"


@kind(OTHER, "PowerPoint (.pptx)", "presentation", seeds=2)
def _slides(person: Person) -> bytes:
    return zipped({"ppt/presentation.xml": f"<a>{person.secret}</a>"})


@kind(OTHER, "7z, RAR, gzip, tar.gz", "archive", seeds=4)
def _packed(person: Person) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    rar, seven = b"Rar!\x1a\x07\x00" + b"\0" * 40, b"7z\xbc\xaf\x27\x1c" + b"\0" * 40
    forms = (seven, rar, gzip.compress(b"a"), buffer.getvalue())
    return forms[person.seed % len(forms)]


@kind(OTHER, "chương trình", "program", seeds=2)
def _exe(person: Person) -> bytes:
    return (PROGRAM, b"\x7fELF" + b"\0" * 100)[person.seed % 2]


@kind(OTHER, "dữ liệu nhị phân lạ", "binary", seeds=2)
def _binary(person: Person) -> Case:
    return Case(bytes((n * 7 + person.seed) % 256 for n in range(4000)), ())

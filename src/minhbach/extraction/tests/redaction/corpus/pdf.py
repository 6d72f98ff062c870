"""PDF files that hide words."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from minhbach.extraction.redaction.fonts import regular
from minhbach.extraction.tests.redaction.corpus.cases import Person, kind
from minhbach.extraction.tests.samples import pdf, scanned

SIZE = (420.0, 200.0)
PLAIN = "Phường Mẫu Một công khai thông tin năm 2026 theo kế hoạch đã duyệt."
GROUP = "PDF"


def page(*lines: str, more: Callable[[Canvas], None] | None = None, size: tuple[float, float] = SIZE) -> bytes:
    """Return a PDF of one small page with these lines."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Serif", 11)
        for number, line in enumerate(lines):
            canvas.drawString(20, size[1] - 30 - 18 * number, line)
        if more:
            more(canvas)

    return pdf(draw, size=size)


def person_page(person: Person, more: Callable[[Canvas], None] | None = None) -> bytes:
    return page(PLAIN, person.line, more=more)


def changed(data: bytes, change: Callable[[pikepdf.Pdf], Any], **saving: Any) -> bytes:
    """Return a PDF after a change by pikepdf."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        change(opened)
        buffer = io.BytesIO()
        opened.save(buffer, **saving)
        return buffer.getvalue()


def on_page(person: Person, change: Callable[[pikepdf.Pdf, Any], Any], **saving: Any) -> bytes:
    return changed(person_page(person), lambda opened: change(opened, opened.pages[0]), **saving)


def picture_of(line: str, width: int = 1100, size: int = 40) -> Image.Image:
    """Return a picture of a line of text."""
    image = Image.new("RGB", (width, size * 3), "white")
    ImageDraw.Draw(image).text((30, size), line, fill="black", font=ImageFont.truetype(str(regular()), size))
    return image


@kind(GROUP, "chữ thường")
def _text(person: Person) -> bytes:
    return person_page(person)


@kind(GROUP, "chữ trong luồng đối tượng nén")
def _object_streams(person: Person) -> bytes:
    return changed(
        person_page(person), lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
    )


def _drawn(person: Person, before: Callable[[Canvas], None], x: float = 20, y: float = 60) -> bytes:
    def more(canvas: Canvas) -> None:
        canvas.saveState()
        before(canvas)
        canvas.drawString(x, y, person.secret)
        canvas.restoreState()

    return person_page(person, more)


@kind(GROUP, "chữ trắng trên nền trắng")
def _white(person: Person) -> bytes:
    return _drawn(person, lambda canvas: canvas.setFillColorRGB(1, 1, 1))


@kind(GROUP, "chữ cực nhỏ")
def _tiny(person: Person) -> bytes:
    return _drawn(person, lambda canvas: canvas.setFont("Serif", 0.5))


@kind(GROUP, "chữ nằm ngoài trang (MediaBox)")
def _outside(person: Person) -> bytes:
    return _drawn(person, lambda _: None, x=900)


@kind(GROUP, "chữ nằm ngoài vùng hiện (CropBox)")
def _cropped(person: Person) -> bytes:
    def crop(_: pikepdf.Pdf, one: Any) -> None:
        one.CropBox = Array([0, 100, 420, 200])

    return changed(_drawn(person, lambda _: None), lambda opened: crop(opened, opened.pages[0]))


@kind(GROUP, "chữ không vẽ (render mode 3)")
def _invisible(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        text = canvas.beginText(20, 60)
        text.setTextRenderMode(3)
        text.textOut(person.secret)
        canvas.drawText(text)

    return person_page(person, more)


@kind(GROUP, "chữ nằm dưới ảnh")
def _under_picture(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        canvas.drawString(20, 60, person.secret)
        canvas.drawInlineImage(Image.new("RGB", (40, 10), "white"), 10, 50, 300, 30)

    return person_page(person, more)


@kind(GROUP, "chữ nằm dưới hình tô đen")
def _under_black(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        canvas.drawString(20, 60, person.secret)
        canvas.rect(10, 50, 300, 30, fill=1)

    return person_page(person, more)


@kind(GROUP, "chữ giãn từng ký tự")
def _spaced(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        text = canvas.beginText(20, 60)
        text.setCharSpace(2.5)
        text.textOut(f"CCCD {person.hidden}")
        canvas.drawText(text)

    return person_page(person, more)


@kind(GROUP, "chữ đặt từng ký tự một, thứ tự đảo")
def _shuffled(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        places, x = [], 20.0
        for letter in f"CCCD {person.hidden}":
            places.append((x, letter))
            x += canvas.stringWidth(letter, "Serif", 11)
        for x, letter in reversed(places):
            canvas.drawString(x, 60, letter)

    return person_page(person, more)


@kind(GROUP, "chữ trong Form XObject lồng nhau")
def _nested_forms(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        canvas.beginForm("inner")
        canvas.setFont("Serif", 11)
        canvas.drawString(20, 60, f"CCCD {person.hidden}")
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.doForm("inner")
        canvas.endForm()
        canvas.doForm("outer")

    return person_page(person, more)


@kind(GROUP, "ảnh có chữ nằm trong trang")
def _picture_inside(person: Person) -> bytes:
    def more(canvas: Canvas) -> None:
        canvas.drawInlineImage(picture_of(f"Số CCCD {person.hidden}"), 20, 40, 275, 30)

    return person_page(person, more)


def _layered(person: Person, shown: bool) -> bytes:
    def change(opened: pikepdf.Pdf, one: Any) -> None:
        layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lớp")))
        config = Dictionary(BaseState=Name.ON) if shown else Dictionary(OFF=Array([layer]))
        opened.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=config)
        one.Resources.Properties = Dictionary(L1=layer)
        font = opened.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        one.Resources.Font[Name("/FH")] = font
        content = f"/OC /L1 BDC BT /FH 11 Tf 20 60 Td (CCCD {person.hidden}) Tj ET EMC"
        one.contents_add(content.encode())

    return on_page(person, change)


@kind(GROUP, "lớp đang ẩn (OCG)")
def _hidden_layer(person: Person) -> bytes:
    return _layered(person, shown=False)


@kind(GROUP, "lớp đang hiện (OCG)")
def _shown_layer(person: Person) -> bytes:
    return _layered(person, shown=True)


def _annotated(person: Person, **entries: Any) -> bytes:
    def change(opened: pikepdf.Pdf, one: Any) -> None:
        note = opened.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([20, 50, 300, 80]), **entries))
        one.Annots = Array([note])

    return on_page(person, change)


@kind(GROUP, "ghi chú (Text)")
def _note(person: Person) -> bytes:
    return _annotated(person, Subtype=Name.Text, Contents=String(person.secret), T=String(person.name))


@kind(GROUP, "ghi chú bật ra (Popup) và RichText")
def _popup(person: Person) -> bytes:
    return _annotated(person, Subtype=Name.Popup, Contents=String(person.secret), RC=String(f"<p>{person.secret}</p>"))


@kind(GROUP, "chữ gõ đè (FreeText)")
def _free_text(person: Person) -> bytes:
    return _annotated(person, Subtype=Name.FreeText, Contents=String(person.secret), DA=String("/Helv 11 Tf 0 g"))


@kind(GROUP, "liên kết tới địa chỉ chứa dữ liệu")
def _link(person: Person) -> bytes:
    action = Dictionary(S=Name.URI, URI=String(f"http://127.0.0.1/?cccd={person.hidden}"))
    return _annotated(person, Subtype=Name.Link, A=action)


@kind(GROUP, "tệp đính kèm trong ghi chú")
def _attached_note(person: Person) -> bytes:
    def change(opened: pikepdf.Pdf, one: Any) -> None:
        stream = opened.make_stream(person.secret.encode(), Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=stream))
        note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([20, 20, 40, 40]), FS=spec)
        one.Annots = Array([opened.make_indirect(note)])

    return on_page(person, change)


def _field(person: Person, *, flags: int = 0, shown: bool = False) -> bytes:
    def change(opened: pikepdf.Pdf, one: Any) -> None:
        font = opened.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("cccd"), V=String(f"CCCD {person.hidden}"),
            Rect=Array([20, 50, 300, 70]), F=flags, DA=String("/FH 11 Tf 0 g"),
        )  # fmt: skip
        if shown:
            look = opened.make_stream(f"BT /FH 11 Tf 2 5 Td (CCCD {person.hidden}) Tj ET".encode())
            look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 280, 20])
            look.Resources = Dictionary(Font=Dictionary(FH=font))
            field.AP = Dictionary(N=look)
        made = opened.make_indirect(field)
        one.Annots = Array([made])
        opened.Root.AcroForm = Dictionary(Fields=Array([made]), DR=Dictionary(Font=Dictionary(FH=font)))

    return on_page(person, change)


@kind(GROUP, "ô biểu mẫu đã điền, đang hiện")
def _filled_field(person: Person) -> bytes:
    return _field(person, shown=True)


@kind(GROUP, "ô biểu mẫu ẩn")
def _hidden_field(person: Person) -> bytes:
    return _field(person, flags=2)


@kind(GROUP, "tệp đính kèm")
def _attachment(person: Person) -> bytes:
    def attach(opened: pikepdf.Pdf) -> None:
        opened.attachments["ghi chú.txt"] = pikepdf.AttachedFileSpec(opened, person.secret.encode())

    return changed(person_page(person), attach)


@kind(GROUP, "tập hồ sơ (portfolio)", "portfolio")
def _portfolio(person: Person) -> bytes:
    def attach(opened: pikepdf.Pdf) -> None:
        opened.attachments["a.txt"] = pikepdf.AttachedFileSpec(opened, person.secret.encode())
        opened.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)

    return changed(person_page(person), attach)


@kind(GROUP, "bản lưu trước (incremental save)")
def _incremental(person: Person) -> bytes:
    first = page(PLAIN, person.line, person.secret)
    start = first.rindex(b"startxref")
    previous = int(first[start:].split()[1])
    with pikepdf.open(io.BytesIO(first)) as opened:
        one = opened.pages[0].obj
        number, _ = one.objgen
        size = int(opened.trailer.Size)
        root = opened.Root.objgen[0]
        fonts = one.Resources.Font
        listed = " ".join(f"{name} {font.objgen[0]} 0 R" for name, font in fonts.items())
        parent = one.Parent.objgen[0]
    content = b"BT /F1 11 Tf 20 170 Td (Cong khai) Tj ET"
    at_page = len(first)
    new_page = (
        f"{number} 0 obj\n<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 420 200] /Contents {size} 0 R "
        f"/Resources << /Font << {listed} >> >> >>\nendobj\n"
    ).encode()
    at_content = at_page + len(new_page)
    new_content = f"{size} 0 obj\n<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream\nendobj\n"
    table = at_content + len(new_content)
    xref = (
        f"xref\n{number} 1\n{at_page:010} 00000 n \n{size} 1\n{at_content:010} 00000 n \ntrailer\n"
        f"<< /Size {size + 1} /Root {root} 0 R /Prev {previous} >>\nstartxref\n{table}\n%%EOF\n"
    ).encode()
    return first + new_page + new_content + xref


@kind(GROUP, "thông tin về tệp (Info)")
def _info(person: Person) -> bytes:
    def tell(opened: pikepdf.Pdf) -> None:
        opened.docinfo[Name.Title] = String(person.secret)
        opened.docinfo[Name.Author] = String(person.name)

    return changed(person_page(person), tell)


@kind(GROUP, "thông tin về tệp (XMP)")
def _xmp(person: Person) -> bytes:
    def tell(opened: pikepdf.Pdf) -> None:
        with opened.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:title"] = person.secret

    return changed(person_page(person), tell)


@kind(GROUP, "mã JavaScript")
def _script(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf) -> None:
        opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"var a = '{person.secret}'"))

    return changed(person_page(person), add)


@kind(GROUP, "dấu trang (outline)")
def _outline(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf) -> None:
        with opened.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(person.secret, 0))

    return changed(person_page(person), add)


@kind(GROUP, "tên điểm đến (named destination)")
def _destination(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf, one: Any) -> None:
        names = Array([String(person.secret), Array([one.obj, Name.Fit])])
        opened.Root.Names = Dictionary(Dests=Dictionary(Names=names))

    return on_page(person, add)


@kind(GROUP, "cấu trúc cho trình đọc màn hình (ActualText, Alt)")
def _structure(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf, one: Any) -> None:
        part = Dictionary(Type=Name.StructElem, S=Name.P, ActualText=String(person.secret), Alt=String(person.secret))
        opened.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=opened.make_indirect(part))

    return on_page(person, add)


@kind(GROUP, "dữ liệu riêng của chương trình (PieceInfo) và ảnh thu nhỏ")
def _private(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf, one: Any) -> None:
        one.PieceInfo = Dictionary(App=Dictionary(Private=String(person.secret)))
        one.Thumb = opened.make_stream(
            b"\x00" * 100, Width=10, Height=10, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )

    return on_page(person, add)


@kind(GROUP, "phông chữ nói khác điều nó vẽ (ToUnicode)")
def _lying_font(person: Person) -> bytes:
    def lie(opened: pikepdf.Pdf, one: Any) -> None:
        for font in one.Resources.Font.values():
            if Name.ToUnicode in font:
                told = font.ToUnicode.read_bytes()
                # Every digit is said to be a zero.
                for digit in b"123456789":
                    told = told.replace(f"<{digit:04X}>".encode(), b"<0030>").replace(
                        f"<{digit:04x}>".encode(), b"<0030>"
                    )
                font.ToUnicode = opened.make_stream(told)

    return on_page(person, lie)


@kind(GROUP, "có chữ ký số")
def _signed(person: Person) -> bytes:
    def sign(opened: pikepdf.Pdf, one: Any) -> None:
        value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String(person.secret))
        field = opened.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("ky"), V=value, Rect=Array([0, 0, 0, 0])
            )
        )
        one.Annots = Array([field])
        opened.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    return on_page(person, sign)


@kind(GROUP, "biểu mẫu động (XFA)", "dynamic_form")
def _dynamic(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf) -> None:
        opened.Root.AcroForm = Dictionary(Fields=Array([]), XFA=opened.make_stream(person.secret.encode()))

    return changed(person_page(person), add)


@kind(GROUP, "đặt mật khẩu mở", "encrypted")
def _locked(person: Person) -> bytes:
    return changed(person_page(person), lambda _: None, encryption=pikepdf.Encryption(user="mo", owner="chu"))


@kind(GROUP, "đặt mật khẩu chống sửa", "encrypted")
def _owner_locked(person: Person) -> bytes:
    return changed(person_page(person), lambda _: None, encryption=pikepdf.Encryption(user="", owner="chu"))


@kind(GROUP, "hỏng: cắt cụt", "broken")
def _cut(person: Person) -> bytes:
    return person_page(person)[:700]


@kind(GROUP, "không có trang nào hiện ra", "no_page")
def _no_page(person: Person) -> bytes:
    def shrink(_: pikepdf.Pdf, one: Any) -> None:
        one.MediaBox = Array([0, 0, 1, 1])

    return on_page(person, shrink)


@kind(GROUP, "bản quét")
def _scan(person: Person) -> bytes:
    return scanned(person_page(person), noise=4.0)


@kind(GROUP, "bản quét có lớp chữ")
def _scan_with_layer(person: Person) -> bytes:
    def add(opened: pikepdf.Pdf) -> None:
        one = opened.pages[0]
        one.obj.Resources.Font = Dictionary(
            FH=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        one.contents_add(f"BT 3 Tr /FH 11 Tf 20 60 Td (CCCD {person.hidden}) Tj ET".encode())

    return changed(scanned(person_page(person), noise=4.0), add)


@kind(GROUP, "trang chữ và trang quét xen nhau")
def _mixed(person: Person) -> bytes:
    scan = scanned(page(PLAIN, f"Số CCCD {person.hidden}."), noise=4.0)

    def add(opened: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(scan)) as other:
            opened.pages.extend(other.pages)

    return changed(person_page(person), add)

"""A PDF looked over before it is burnt: shapes and words of its pages, and what does not come into the copy."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.pdf.open import open_pdf
from minhbach.extraction.pdf.words import words_of
from minhbach.extraction.redaction.contracts import Shape, Written
from minhbach.extraction.redaction.picture import pdf_shape

MAX_PAGES = 300
_TOO_MANY = "Tệp có {pages} trang, quá {most} trang nên chưa che được một lần. Hãy tách thành nhiều tệp."
_PORTFOLIO = "Đây là tập hồ sơ PDF gồm nhiều tệp bên trong. Hãy lưu riêng từng tệp rồi che từng tệp."
_DYNAMIC = "Đây là biểu mẫu PDF động (XFA), nội dung không nằm trên trang. Hãy in thành PDF rồi thử lại."
_BROKEN = "Tệp PDF hỏng hoặc không đầy đủ nên không che được. Hãy in lại thành PDF rồi thử lại."
_LOCKED = "Tệp PDF được đặt mật khẩu nên không che được. Hãy bỏ mật khẩu rồi thử lại."
_SIGNED = "Chữ ký số của bản gốc không còn giá trị trên bản che."
_MOST_UNIT = 100.0


def look_over(data: bytes) -> tuple[list[tuple[Shape, list[Written]]], list[str], list[str]]:
    """Return the pages with their words, what is left out of the copy, and what a person should know.

    :raises CannotRead: if the file is broken, encrypted, too long, or shows something else than it holds.
    """
    document = open_pdf(data)
    if len(document) > MAX_PAGES:
        raise CannotRead("too_many_pages", _TOO_MANY.format(pages=len(document), most=MAX_PAGES))
    units, removed, notes = _structure(data)
    pages: list[tuple[Shape, list[Written]]] = []
    for index in range(len(document)):
        page = document[index]
        shape = pdf_shape(page, index + 1)
        unit = units[index] if index < len(units) else 1.0
        words, view = words_of(page)
        written = [Written(word.text, view.back(word.x0, word.y0, word.x1, word.y1)) for word in words]
        pages.append((Shape(shape.media, shape.crop, shape.turn, unit), written))
        page.close()
    return pages, removed, notes


def _structure(data: bytes) -> tuple[list[float], list[str], list[str]]:
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            _refuse(pdf)
            units = [_unit(page.obj) for page in pdf.pages]
            removed = [what for what in _left_out(pdf, data) if what]
            return units, removed, [_SIGNED] if _is_signed(pdf.Root) else []
    except pikepdf.PasswordError as error:
        raise CannotRead("encrypted", _LOCKED) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise CannotRead("broken", _BROKEN) from error


def _refuse(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise CannotRead("encrypted", _LOCKED)
    if pikepdf.Name.Collection in pdf.Root:
        raise CannotRead("portfolio", _PORTFOLIO)
    form = pdf.Root.get(pikepdf.Name.AcroForm)
    if isinstance(form, pikepdf.Dictionary) and pikepdf.Name.XFA in form:
        raise CannotRead("dynamic_form", _DYNAMIC)


def _unit(page: Any) -> float:
    try:
        unit = float(page.get(pikepdf.Name.UserUnit, 1))
    except (TypeError, ValueError):
        return 1.0
    return unit if 0 < unit <= _MOST_UNIT else 1.0


def _left_out(pdf: pikepdf.Pdf, data: bytes) -> Iterator[str]:
    root = pdf.Root
    names = root.get(pikepdf.Name.Names)
    annotations = [a for page in pdf.pages for a in _listed(page.obj.get(pikepdf.Name.Annots))]
    attached = len(pdf.attachments) + sum(_subtype(a) == "/FileAttachment" for a in annotations)
    yield f"tệp đính kèm ({attached})" if attached else ""
    notes = sum(_subtype(a) not in ("/Link", "/Widget", "/FileAttachment") for a in annotations)
    yield f"ghi chú trên trang ({notes})" if notes else ""
    yield "biểu mẫu" if pikepdf.Name.AcroForm in root else ""
    yield "lớp hiển thị" if pikepdf.Name.OCProperties in root else ""
    yield "dấu trang" if pikepdf.Name.Outlines in root else ""
    scripted = isinstance(names, pikepdf.Dictionary) and pikepdf.Name.JavaScript in names
    yield "mã chạy kèm" if scripted or pikepdf.Name.OpenAction in root or pikepdf.Name.AA in root else ""
    yield "thông tin về tệp" if pikepdf.Name.Info in pdf.trailer or pikepdf.Name.Metadata in root else ""
    yield "cấu trúc cho trình đọc màn hình" if pikepdf.Name.StructTreeRoot in root else ""
    yield f"các bản lưu trước ({data.count(b'%%EOF') - 1})" if data.count(b"%%EOF") > 1 else ""


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, pikepdf.Array):
        return []
    return [one for one in list(value)[: limits.MAX_PAGE_OBJECTS] if isinstance(one, pikepdf.Dictionary)]


def _subtype(annotation: Any) -> str:
    return str(annotation.get(pikepdf.Name.Subtype, ""))


def _is_signed(root: Any) -> bool:
    form = root.get(pikepdf.Name.AcroForm)
    if not isinstance(form, pikepdf.Dictionary):
        return False
    flags = form.get(pikepdf.Name.SigFlags, 0)
    fields = _listed(form.get(pikepdf.Name.Fields))
    return (isinstance(flags, int) and bool(flags & 1)) or any(
        str(f.get(pikepdf.Name.FT, "")) == "/Sig" for f in fields
    )

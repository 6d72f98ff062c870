"""Opening a PDF: damaged, encrypted and endless ones are refused."""

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead

_ENCRYPTED = "Tệp PDF được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại."
_BROKEN = "Tệp PDF hỏng hoặc không đầy đủ nên không mở được. Hãy lưu lại tệp rồi thử lại."
_NO_PAGES = "Tệp PDF không có trang nào."
_TOO_MANY = "Tệp PDF có {pages} trang, quá {most} trang. Hãy tách thành nhiều tệp."


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF.

    :raises CannotRead: if it is damaged, needs a password, or has no pages or too many.
    """
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD
        raise CannotRead("encrypted", _ENCRYPTED) if locked else CannotRead("broken", _BROKEN) from error
    if pages < 1:
        raise CannotRead("empty", _NO_PAGES)
    if pages > limits.MAX_PAGES:
        raise CannotRead("too_many_pages", _TOO_MANY.format(pages=pages, most=limits.MAX_PAGES))
    return document

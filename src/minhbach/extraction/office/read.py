"""An office package into lines: which kind of document it is decides who takes it apart."""

from minhbach.domain.reading.source import Line
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.flow import lines_of
from minhbach.extraction.legacy.paragraphs import in_unicode
from minhbach.extraction.office import docx, odt
from minhbach.extraction.office.package import Package

_ODT = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
_SHEET = "Đây là bảng tính, không phải văn bản. Hãy chép bảng vào tệp Word (.docx) rồi tải lại."
_SLIDES = "Đây là bản trình chiếu, không phải văn bản. Hãy tải văn bản gốc."
_ARCHIVE = "Đây là tệp nén, không phải văn bản. Hãy giải nén rồi tải từng văn bản."


def read_package(data: bytes) -> tuple[str, tuple[Line, ...]]:
    """Return the format ("docx" or "odt") and the lines.

    :raises CannotRead: if the package is neither, or cannot be opened within limits.
    """
    package = Package(data)
    main = docx.main_part(package)
    if main is not None and main in package.names:
        return "docx", lines_of(docx.items_of(package, main))
    if "mimetype" in package.names and package.read("mimetype").decode("latin-1").strip() in _ODT:
        return "odt", lines_of(in_unicode(odt.items_of(package)))
    raise _refusal(package)


def _refusal(package: Package) -> CannotRead:
    mimetype = package.read("mimetype")[:100] if "mimetype" in package.names else b""
    if any(name.startswith("xl/") for name in package.names) or b"spreadsheet" in mimetype:
        return CannotRead("spreadsheet", _SHEET)
    if any(name.startswith("ppt/") for name in package.names) or b"presentation" in mimetype:
        return CannotRead("presentation", _SLIDES)
    return CannotRead("archive", _ARCHIVE)

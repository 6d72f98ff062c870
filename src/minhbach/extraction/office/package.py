"""An office document as what it is: a ZIP of XML parts, opened with limits and without following anything outside."""

import io
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead

_END = b"PK\x05\x06"
_BROKEN = "Tệp hỏng hoặc không đầy đủ nên không mở được. Hãy mở lại bằng Word hoặc LibreOffice, lưu rồi tải lại."
_BOMB = "Tệp nén quá nhiều dữ liệu nên không được mở."
_ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại."
_ENTITIES = "Tệp chứa khai báo XML không được phép (DOCTYPE, ENTITY) nên không được mở."
_ENCRYPTED_FLAG = 0x1
_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")


class Package:
    """The parts of an office document, unpacked one at a time within limits."""

    def __init__(self, data: bytes) -> None:
        """Open the package.

        :raises CannotRead: if it is no ZIP, is encrypted, or holds too many or too large parts.
        """
        _refuse_many_entries(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, struct.error, EOFError) as error:
            raise CannotRead("broken", _BROKEN) from error
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise CannotRead("encrypted", _ENCRYPTED)
        if len(entries) > limits.MAX_ENTRIES or sum(e.file_size for e in entries) > limits.MAX_UNPACKED_BYTES:
            raise CannotRead("too_big", _BOMB)
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """Return one part.

        :raises CannotRead: if it is missing, damaged, or larger than the limits.
        """
        try:
            entry = self._zip.getinfo(name)
            swollen = entry.file_size > limits.RATIO_FROM
            if entry.file_size > limits.MAX_PART_BYTES or (
                swollen and entry.file_size > limits.MAX_RATIO * max(1, entry.compress_size)
            ):
                raise CannotRead("too_big", _BOMB)
            return self._zip.read(entry)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
        ) as error:
            raise CannotRead("broken", _BROKEN) from error

    def xml(self, name: str) -> Any:
        """Return the root element of one part; entities are never resolved.

        :raises CannotRead: if the part is missing or no sound XML, or declares a document type.
        """
        data = self.read(name)
        if b"purl.oclc.org/ooxml" in data[:20_000]:
            data = _as_transitional(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise CannotRead("broken", _BROKEN) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise CannotRead("forbidden_xml", _ENTITIES)
        return root

    def xml_if_present(self, name: str) -> Any | None:
        """Return the root of a part that the document can be read without; None where it is missing or damaged."""
        if name not in self.names:
            return None
        try:
            return self.xml(name)
        except CannotRead as refusal:
            if refusal.code in ("forbidden_xml", "too_big"):
                raise
            return None


def _refuse_many_entries(data: bytes) -> None:
    """Look at the count that the archive claims before its directory is loaded."""
    at = data.rfind(_END, max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + 22:
        raise CannotRead("broken", _BROKEN)
    claimed, directory_size = struct.unpack("<HI", data[at + 10 : at + 16])
    if claimed > limits.MAX_ENTRIES or directory_size > limits.MAX_ENTRIES * 1_000:
        raise CannotRead("too_big", _BOMB)


def _as_transitional(data: bytes) -> bytes:
    """Rename the namespaces of strict OOXML to the ones that everybody writes."""
    strict, transitional = _STRICT
    data = data.replace(strict + b"wordprocessingml/main", transitional + b"wordprocessingml/2006/main")
    data = data.replace(strict + b"officeDocument/relationships", transitional + b"officeDocument/2006/relationships")
    return data.replace(strict + b"drawingml/main", transitional + b"drawingml/2006/main")

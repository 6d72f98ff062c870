"""Word files of before 2007 and RTF: turned into DOCX by LibreOffice, where the machine has it."""

import shutil
from functools import lru_cache

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.office.old_word import PROGRAM
from minhbach.extraction.sandbox.run import Folder, run

FORMATS = frozenset({"doc", "rtf"})
_NO_OFFICE = (
    "Chưa đọc được tệp Word đời cũ (.doc, .rtf): máy chủ chưa có LibreOffice, người quản trị cài được. "
    "Hoặc mở bằng Word, lưu thành .docx rồi tải lại."
)


def can_read_old_word() -> bool:
    """Say whether this machine has LibreOffice."""
    return shutil.which(PROGRAM) is not None


@lru_cache(maxsize=2)  # who reads a file also looks for what stands beside its text
def modern(data: bytes, file_format: str) -> bytes:
    """Return an old file as DOCX; takes some seconds.

    :param file_format: one of `FORMATS`.
    :raises CannotRead: if the machine has no LibreOffice ("no_office"), or it cannot open the file within its limits.
    """
    if not can_read_old_word():
        raise CannotRead("no_office", _NO_OFFICE)
    with Folder(data) as folder:
        return (folder.path / str(run("old_word", folder, ending=file_format))).read_bytes()

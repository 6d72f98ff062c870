"""Files that come from outside: put aside, unread, flushed to the disk before anything is promised."""

import secrets

from django.conf import settings
from django.utils.translation import gettext as _

from minhbach.domain.text import nfc
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.naming import safe_name
from minhbach.intake.contracts import FileRole, SubmissionRefused, WaitingFile

KINDS = ("pdf", "docx", "odt", "xlsx", "xls", "ods", "csv", "txt", "jpg", "jpeg", "png")
"""Endings of files that can be looked through for a mark of secrecy."""
MOST_FILES = 10
PREFIX = "tiep-nhan-"


def put_aside(*, name: str, content: bytes, role: FileRole) -> WaitingFile:
    """Write a file into quarantine. Once this returns it survives a loss of power; nothing serves it.

    :raises SubmissionRefused: if it is empty or too large.
    """
    name = nfc(safe_name(name))[:255]
    _refuse_size(name, len(content))
    place = f"{PREFIX}{secrets.token_hex(16)}"
    quarantine.put_aside(content, place)
    return WaitingFile(name=name, role=role, size=len(content), place=place)


def drop(file: WaitingFile) -> None:
    """Take a file away that nobody sent after all."""
    quarantine.remove(file.place)


def _refuse_size(name: str, size: int) -> None:
    if not size:
        sentence = _("Tệp “%(name)s” không có gì bên trong. Xem lại tệp rồi gửi lại.") % {"name": name}
        raise SubmissionRefused(sentence, field="files")
    if size > settings.UPLOAD_LIMIT:
        facts = {"name": name, "most": settings.UPLOAD_LIMIT // 1024 // 1024}
        sentence = _("Tệp “%(name)s” nặng hơn %(most)s MB. Chia nhỏ hoặc mang tới quầy.") % facts
        raise SubmissionRefused(sentence, field="files")

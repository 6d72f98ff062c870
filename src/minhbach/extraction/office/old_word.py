"""Word files of before 2007 and RTF, turned into DOCX by LibreOffice. Runs inside the sandbox only.

LibreOffice has a folder of its own for each file, runs no macro, follows no link, and has no network where the kernel
lets it be taken away.
"""

import contextlib
import ctypes
import os
import shutil
import subprocess
from pathlib import Path

from minhbach.extraction.contracts import CannotRead

PROGRAM = "soffice"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SAFE = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_BROKEN = "Tệp Word đời cũ hoặc RTF hỏng nên không mở được. Hãy mở bằng Word, lưu thành .docx rồi tải lại."


def as_docx(file: Path, ending: str) -> bytes:
    """Return a file as DOCX.

    :param ending: "doc" or "rtf", by which LibreOffice chooses how to read it.
    :raises CannotRead: if LibreOffice cannot open it.
    """
    own = Path(os.environ["TMPDIR"])
    source = own / f"vao.{ending}"
    shutil.copyfile(file, source)
    _write_settings(own / "ho-so")
    _leave_the_network()
    subprocess.run(  # noqa: S603 - the program that the installation has, with a file of our own naming
        [
            shutil.which(PROGRAM) or PROGRAM, f"-env:UserInstallation={(own / 'ho-so').as_uri()}", "--headless",
            "--norestore", "--nolockcheck", "--nologo", "--nodefault",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(own / "ra"), str(source),
        ],
        check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    made = own / "ra" / "vao.docx"
    if not made.is_file():
        raise CannotRead("broken", _BROKEN)
    return made.read_bytes()


def _write_settings(profile: Path) -> None:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SAFE)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")


def _leave_the_network() -> None:
    """Move into an empty network, so that a link in the file leads nowhere; some kernels keep this for themselves."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).unshare(_NEW_USER | _NEW_NETWORK)

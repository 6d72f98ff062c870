"""What goes out with a file beside the text that it shows: notes, properties, hidden layers, and files inside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from minhbach.domain.reading.source import Line
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.pdf.said import unlike, unsaid
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.screening.contracts import ScreenedFile

Screen = Callable[[bytes, int], ScreenedFile]
DEEPEST = 4
_PICTURES = ("png", "jpg", "tif")
_NOT_SHOWN = ("empty", "broken", "image_format", "old_format", "binary", "ocr_failed")
_INSIDE = "Trong tệp có “{name}”: {reason}"
_TOO_DEEP = "Tệp nén lồng trong tệp nén quá nhiều lớp nên không được mở. Hãy gửi riêng từng tệp."


@dataclass(slots=True)
class Beside:
    """Lines below the text of a file, the files inside it as screened, and what of it could not be looked into."""

    lines: list[str] = field(default_factory=list)
    members: list[ScreenedFile] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def text(self) -> list[str]:
        """All lines to be screened below the text of the file."""
        told = ["", *self.lines] if self.lines else []
        for member in self.members:
            told += ["", *member.text.split("\n")]
        return told


def beside_of(data: bytes, file_format: str, lines: tuple[Line, ...], text: str, screen: Screen, depth: int) -> Beside:
    """Return what stands beside the text of a PDF, an office file or a picture.

    :param text: what the file shows; lines that say nothing else are left out.
    :param screen: screens a file inside this one, so deep.
    :raises CannotRead: if a file that is attached cannot be screened.
    """
    with Folder(data) as folder:
        found = _taken(folder, file_format, lines)
        files = [(str(name), (folder.path / file).read_bytes()) for name, file in found.get("files", ())]
    beside = Beside([*unsaid(found["lines"], text), *unlike(found.get("layer", ()), text)])
    _look_into(files, beside, screen, depth, must=file_format == "pdf")
    return beside


def members_beside(members: Iterable[tuple[str, bytes]], screen: Screen, depth: int) -> Beside:
    """Return the members of an archive or an e-mail, each under its name.

    :raises CannotRead: if one of them cannot be screened.
    """
    beside = Beside()
    _look_into(list(members), beside, screen, depth, must=True)
    return beside


def _taken(folder: Folder, file_format: str, lines: tuple[Line, ...]) -> dict[str, Any]:
    if file_format in _PICTURES:
        return dict(run("information", folder))
    if file_format == "pdf":
        typed = {line.place.page for line in lines if line.place is not None and line.confidence is None}
        pages = {line.place.page for line in lines if line.place is not None}
        return dict(run("pdf_asides", folder, scans=sorted(pages - typed)))
    return dict(run("asides", folder))


def _look_into(files: list[tuple[str, bytes]], beside: Beside, screen: Screen, depth: int, *, must: bool) -> None:
    """Screen the files inside a file.

    :param must: all of them can be opened by whoever gets the file. A picture in a document that cannot be read, or the
        object of another program, is only named.
    """
    if files and depth >= DEEPEST:
        raise CannotRead("too_deep", _TOO_DEEP)
    for name, data in files:
        try:
            member = screen(data, depth + 1)
        except CannotRead as refusal:
            if refusal.code == "empty":
                beside.lines.append(name)
            elif must or refusal.code not in _NOT_SHOWN:
                raise CannotRead(refusal.code, _INSIDE.format(name=name, reason=refusal.message)) from refusal
            else:
                beside.unread.append(name)
        else:
            beside.lines += [name] if must else []
            beside.members.append(member)
            beside.unread += member.unread

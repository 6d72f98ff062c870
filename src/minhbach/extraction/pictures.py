"""The door of pictures: one page of an untrusted file as an image that a browser may show."""

import base64

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.kinds import IMAGES, Kind, kind_of
from minhbach.extraction.sandbox.run import Folder, run

Box = tuple[float, float, float, float]
_NO_PICTURE = "Tệp này không có trang để xem như ảnh."


def has_pictures(file_format: str) -> bool:
    """Say whether files of a format (as `Extraction` names it) have pages that can be shown."""
    return file_format in {Kind.PDF.value, *(kind.value for kind in IMAGES)}


def picture_of(data: bytes, page: int, *, enlarged: int = 0, turn: int = 0, lit: Box | None = None) -> bytes:
    """Return one page (from 1) of a PDF or an image file as a JPEG, drawn in a process with limits.

    :param enlarged: 0 to 2.
    :param turn: degrees clockwise: 0, 90, 180 or 270.
    :param lit: the box of a line, in points from the lower left, that is coloured.
    :raises CannotRead: if the file has no such page.
    """
    kind = kind_of(data)
    if not has_pictures(kind.value):
        raise CannotRead("no_picture", _NO_PICTURE)
    with Folder(data) as folder:
        drawn = run("picture", folder, file_format=kind.value, page=page, enlarged=enlarged, turn=turn, lit=lit)
    return base64.b64decode(drawn)

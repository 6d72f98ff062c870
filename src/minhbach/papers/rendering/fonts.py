"""Which installed font has Times's widths and all Vietnamese letters. Nothing else would keep the layout."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _

from minhbach.papers.contracts import FontsMissing

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("~/.local/share/fonts"))
FAMILIES = {"Tinos": "Tinos-{}.ttf", "Liberation Serif": "LiberationSerif-{}.ttf"}
"""In the order of preference; both have the widths of Times New Roman."""
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True, slots=True)
class Font:
    """A family and the folder that holds its four styles."""

    family: str
    folder: Path


def serif() -> Font:
    """Return the font that PDFs are set in.

    :raises FontsMissing: if neither is installed whole.
    """
    found = _find(FOLDERS)
    if found is None:
        raise FontsMissing(
            _("Máy chủ chưa có phông chữ Tinos hoặc Liberation Serif nên chưa tạo được PDF. Bản DOCX vẫn tải được.")
        )
    return found


@lru_cache(maxsize=8)
def _find(folders: tuple[Path, ...]) -> Font | None:
    for family, pattern in FAMILIES.items():
        wanted = {pattern.format(style) for style in STYLES}
        for top in folders:
            for folder, _folders, files in os.walk(top.expanduser()):
                if wanted <= set(files):
                    return Font(family, Path(folder))
    return None

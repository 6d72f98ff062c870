"""The font in which files without pages are set and grounds are written: one that has all Vietnamese letters."""

import os
from functools import lru_cache
from pathlib import Path

from minhbach.extraction.contracts import CannotRead

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
FAMILIES = {"Tinos": "Tinos-{}.ttf", "Liberation Serif": "LiberationSerif-{}.ttf"}
_STYLES = ("Regular", "Bold")
_MISSING = (
    "Máy chủ chưa có phông chữ Tinos hoặc Liberation Serif nên chưa tạo được bản che. "
    "Hãy báo người quản trị cài fonts-croscore hoặc fonts-liberation2."
)


@lru_cache(maxsize=1)
def serif() -> tuple[str, Path]:
    """Return the family and the folder of its files.

    :raises CannotRead: if neither font is installed.
    """
    for family, pattern in FAMILIES.items():
        wanted = {pattern.format(style) for style in _STYLES}
        for top in FOLDERS:
            for folder, _folders, files in os.walk(top):
                if wanted <= set(files):
                    return family, Path(folder)
    raise CannotRead("no_fonts", _MISSING)


def regular() -> Path:
    """Return the file of the upright style.

    :raises CannotRead: as `serif`.
    """
    family, folder = serif()
    return folder / FAMILIES[family].format("Regular")

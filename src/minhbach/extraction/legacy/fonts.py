"""Which fonts were drawn for texts of before Unicode, by their names."""

import re
from dataclasses import dataclass

from minhbach.extraction.legacy.tables import Encoding

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"[\s,-]*(?:bold|italic|regular|oblique|narrow|condensed|bolditalic|\d+)+$", re.IGNORECASE)
_TCVN3 = re.compile(r"^\.vn|^vn(?:time|arial|helve|courier|univer|book|century|clarendon|avant|black)", re.IGNORECASE)
_VNI = re.compile(r"^vni[-\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OldFont:
    """How a font is typed for, and whether it draws small letters as capitals."""

    encoding: Encoding
    capital: bool = False


def old_font(name: str | None) -> OldFont | None:
    """Return what is known of a font by its name, as documents and PDFs write it; None for any other font."""
    plain = _SUBSET.sub("", (name or "").strip())
    if _TCVN3.match(plain):
        return OldFont(Encoding.TCVN3, capital=_STYLE.sub("", plain).endswith("H"))
    return OldFont(Encoding.VNI) if _VNI.match(plain) else None

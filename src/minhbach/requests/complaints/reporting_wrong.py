"""Tells a denunciation (tố cáo) from a request for information, so that it is kept confidential and sent on."""

import re

from minhbach.domain.text import lower_one_tone

_DENOUNCES = re.compile(r"\btố cáo\b")
_ASKS_ABOUT = re.compile(
    r"(?:kết luận|kết quả|nội dung|thủ tục|luật|quyết định|thông báo|số liệu|báo cáo)[^.;\n]{0,40}\btố cáo\b"
    r"|\bkhiếu nại,? tố cáo\b"
)


def looks_like_denunciation(text: str) -> bool:
    """True where somebody denounces, rather than asks for what came of a denunciation. A person decides."""
    said = lower_one_tone(text)
    return bool(_DENOUNCES.search(_ASKS_ABOUT.sub(" ", said)))

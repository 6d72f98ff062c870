"""Made-up files as they come from a scanner: texts, pictures, and one that bears a mark of secrecy."""

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFont

HEAD = """ỦY BAN NHÂN DÂN
XÃ MẪU MỘT

Số: {number}/KH-UBND

Mẫu Một, ngày 12 tháng 10 năm 2026

KẾ HOẠCH
{title}

I. MỤC ĐÍCH

{text}

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""
PLAN = "Sử dụng đất năm 2027 của xã Mẫu Một"


def document(number: int = 45, *, title: str = PLAN, text: str = "Sử dụng đất tiết kiệm.") -> bytes:
    """Return a plan as a text file: what is tested of batches does not depend on how letters are recognised."""
    return HEAD.format(number=number, title=title, text=text).encode()


def secret(number: int = 46) -> bytes:
    """Return a document with a mark of secrecy."""
    return ("MẬT\n\n" + HEAD.format(number=number, title=PLAN, text="Nội dung chimyenmat.")).encode()


def picture(words: str, *, grain: int = 0) -> bytes:
    """Return a small picture of a line of print, as PNG; `grain`: how far its greys are strewn."""
    page = Image.new("L", (700, 160), 255)
    ImageDraw.Draw(page).text((40, 50), words, fill=0, font=ImageFont.truetype("LiberationSerif-Regular.ttf", 44))
    if grain:
        specks = Image.frombytes("L", page.size, random.Random(5).randbytes(page.width * page.height))
        page = ImageChops.add(page, specks.point([round((v - 128) * grain / 128) + 128 for v in range(256)]), 1, -128)
    buffer = io.BytesIO()
    page.save(buffer, "PNG", dpi=(200, 200))
    return buffer.getvalue()

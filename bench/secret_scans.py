"""Marks of secrecy on scans that make them hard to see, and what only looks like them: what the door says of each.

    .venv/bin/python bench/secret_scans.py [--seed 5] [--only WORD] [--keep FOLDER]

Made-up papers, drawn with the seed: stamped in red, blue or black, framed or not, letter-spaced, askew, faint, over
text, beside text, on the third page alone, scanned in grey, turned; and papers that only speak of secrets. A stamp that
cannot be read for sure goes to a person. Exit status 1 if a mark is missed or a paper without one is refused.
"""

import argparse
import io
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from minhbach.demonstration.scans import PaperText, pages_of
from minhbach.extraction.contracts import DOUBTFUL_STAMP, CannotRead
from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.findings import read_at_once
from minhbach.extraction.screening.files import screen_extracted

RED, DARK_RED, BLUE, BLACK = (205, 40, 45), (140, 25, 35), (40, 60, 160), (20, 20, 20)
SERIF, SANS = "LiberationSerif-Bold.ttf", "LiberationSans-Bold.ttf"
UNDER_NUMBER, TOP_RIGHT, MARGIN, MIDDLE, FOOT = (0.19, 0.15), (0.68, 0.03), (0.03, 0.45), (0.4, 0.5), (0.42, 0.93)
DPI = 150
PERSON = "(a person must see it)"
BODY = "Giao các phòng, ban theo chức năng, nhiệm vụ phối hợp tổ chức thực hiện, định kỳ báo cáo kết quả."
PAPER = PaperText(
    number="27", symbol="KH-UBND", day=5, month=3, year=2026, kind="KẾ HOẠCH",
    title="Phối hợp bảo vệ các ngày lễ lớn", issuer="PHƯỜNG MẪU MỘT", above="ỦY BAN NHÂN DÂN", place="Mẫu Một",
    signer="Trần Văn Thử", body=(BODY, BODY),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One scan: the words of a stamp, how and where they were set, what the paper says, and which mark it bears."""

    name: str
    mark: str | None
    stamp: str = ""
    place: tuple[float, float] = UNDER_NUMBER
    ink: tuple[int, int, int] = RED
    askew: float = 0.0
    framed: bool = True
    strength: float = 1.0
    points: int = 15
    font: str = SERIF
    page: int = 1
    pages: int = 1
    grey: bool = False
    noise: float = 0.0
    turned: int = 0
    seal: bool = False
    paper: PaperText = PAPER


def spaced(word: str) -> str:
    """Return a word set wide."""
    return "   ".join(" ".join(part) for part in word.split())


def marked() -> Iterator[Case]:
    """Yield papers with a mark."""
    for mark in ("Mật", "Tối mật", "Tuyệt mật"):
        word = mark.upper()
        plain = Case("", mark, word)
        variants: dict[str, dict[str, Any]] = {
            "framed": {}, "bare": {"framed": False}, "spaced": {"stamp": spaced(word)},
            "spaced bare": {"stamp": spaced(word), "framed": False}, "askew 8": {"askew": 8.0},
            "askew -14": {"askew": -14.0}, "askew 25": {"askew": 25.0}, "dark red": {"ink": DARK_RED},
            "blue": {"ink": BLUE}, "black": {"ink": BLACK}, "black askew 6": {"ink": BLACK, "askew": 6.0},
            "black bare": {"ink": BLACK, "framed": False}, "faint": {"strength": 0.45}, "grey scan": {"grey": True},
            "grey askew 5": {"grey": True, "askew": 5.0}, "top right": {"place": TOP_RIGHT},
            "margin": {"place": MARGIN, "points": 12}, "over text": {"place": MIDDLE}, "foot": {"place": FOOT},
            "page 3": {"page": 3, "pages": 3, "place": TOP_RIGHT},
            "page 3 askew": {"page": 3, "pages": 3, "place": MARGIN, "askew": -7.0, "points": 12},
            "small": {"points": 11}, "large": {"points": 26}, "sans": {"font": SANS}, "noise": {"noise": 0.4},
            "beside seal": {"seal": True, "place": (0.62, 0.6), "askew": 4.0}, "turned": {"turned": 90},
        }  # fmt: skip
        for name, changes in variants.items():
            yield replace(plain, name=f"{mark}: {name}", **changes)
        yield Case(f"{mark}: typed", mark, paper=replace(PAPER, title=f"{PAPER.title}", above=f"{word}\n\nỦY BAN"))


def unmarked() -> Iterator[Case]:
    """Yield papers without a mark that have its words, its colour or its shape."""
    for word in ("HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "CÔNG VĂN ĐẾN", "SAO Y BẢN CHÍNH", "ĐÃ THANH TOÁN", "MẪU", "MẤT",
                 "LƯU HÀNH NỘI BỘ", "BẢN GỐC", "MỘT", "MẶT TRẬN", "HẾT HẠN", "ĐÃ KIỂM TRA"):  # fmt: skip
        yield Case(f"stamp {word}", None, word, askew=3.0)
    titles = (
        "Mật độ dân số các tổ dân phố", "Phổ biến Luật Bảo vệ bí mật nhà nước", "Phát triển nghề nuôi ong lấy mật",
        "Danh mục bí mật nhà nước độ Tối mật, Tuyệt mật và Mật", "Bàn giao máy tính soạn thảo văn bản mật",
        "Rà soát mặt bằng chợ và bảo mật thông tin", "Bảo vệ bí mật đời tư của công dân",
    )  # fmt: skip
    for title in titles:
        yield Case(f"title {title[:24]}", None, paper=replace(PAPER, title=title, body=(title + ".", BODY)), seal=True)
        yield Case(f"capitals {title[:20]}", None, paper=replace(PAPER, title=title.upper(), kind="BÁO CÁO"))
    yield Case("seal", None, seal=True)
    yield Case("plain", None)


def drawn(case: Case, seed: int) -> bytes:
    """Return a case as a PDF of page images."""
    chance = random.Random(f"{seed} {case.name}")
    printed = pages_of(case.paper, DPI)[0]
    pages = [printed.copy() for _page in range(case.pages)]
    if case.stamp:
        pages[case.page - 1] = ImageChops.multiply(pages[case.page - 1], _stamped(case, printed.size, chance))
    if case.seal:
        pages[-1] = ImageChops.multiply(pages[-1], _seal(printed.size))
    pages = [_scanned(page, case, chance) for page in pages]
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", resolution=DPI, save_all=True, append_images=pages[1:], quality=80)
    return buffer.getvalue()


def _stamped(case: Case, size: tuple[int, int], chance: random.Random) -> Image.Image:
    sheet = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(case.font, round(case.points * DPI / 72))
    x, y = (round(share * whole) + chance.randint(-6, 6) for share, whole in zip(case.place, size, strict=True))
    ink = tuple(round(255 - (255 - part) * case.strength) for part in case.ink)
    left, top, right, bottom = draw.textbbox((x, y), case.stamp, font=font)
    if case.framed:
        pad = DPI // 18
        draw.rectangle((left - pad, top - pad, right + pad, bottom + pad), outline=ink, width=max(2, DPI // 60))
    draw.text((x, y), case.stamp, font=font, fill=ink)
    middle = ((left + right) / 2, (top + bottom) / 2)
    return sheet.rotate(case.askew, Image.Resampling.BICUBIC, center=middle, fillcolor="white")


def _seal(size: tuple[int, int]) -> Image.Image:
    sheet = Image.new("RGB", size, "white")
    draw, radius = ImageDraw.Draw(sheet), round(DPI * 0.7)
    x, y = round(size[0] * 0.6), round(size[1] * 0.62)
    for inset in (0, radius // 8):
        draw.ellipse(
            (x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset), outline=RED, width=4
        )
    draw.text((x - radius * 0.6, y - 10), "MẪU MỘT", font=ImageFont.truetype(SANS, DPI // 7), fill=RED)
    return sheet


def _scanned(page: Image.Image, case: Case, chance: random.Random) -> Image.Image:
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    if case.noise:
        grain = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height))
        grain = grain.point([round(128 + (v - 128) * case.noise) for v in range(256)]).convert("RGB")
        page = ImageChops.add(page, grain, 1, -128)
    if case.turned:
        page = page.rotate(case.turned, expand=True)
    return page.convert("L") if case.grey else page


def found_in(data: bytes) -> str | None:
    """Return which mark the door sees, by the same steps as digitisation."""
    try:
        found = extract_bytes(data)
    except CannotRead as refusal:
        return f"({refusal.code})"
    said = screen_extracted(found, data).screening.secrecy or read_at_once(found.source).head.secrecy
    return said or (PERSON if any(one.code == DOUBTFUL_STAMP for one in found.problems) else None)


def main() -> int:
    """Draw, look, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--only", default="", help="cases whose name has this word")
    parser.add_argument("--keep", type=Path, help="write the scans here as well")
    given = parser.parse_args()
    cases = [case for case in (*marked(), *unmarked()) if given.only in case.name]
    files = [drawn(case, given.seed) for case in cases]
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        for case, file in zip(cases, files, strict=True):
            (given.keep / f"{case.name.replace(' ', '-').replace('/', '-')}.pdf").write_bytes(file)
    began = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(_look, cases, files))
    marked_cases = [(case, mark) for case, mark in zip(cases, said, strict=True) if case.mark]
    refused = sum(bool(mark) and mark != PERSON for case, mark in zip(cases, said, strict=True) if not case.mark)
    shown = [sum(mark == PERSON for case, mark in zip(cases, said, strict=True) if bool(case.mark) is is_marked)
             for is_marked in (True, False)]  # fmt: skip
    seen = sum(bool(mark) and not str(mark).startswith("(") for _case, mark in marked_cases)
    right = sum(case.mark == mark for case, mark in marked_cases)
    print(f"{len(marked_cases)} marked: {seen} refused, {right} with the right degree, {shown[0]} shown to a person; "
          f"{len(cases) - len(marked_cases)} "
          f"unmarked: {refused} refused, {shown[1]} shown to a person; {time.monotonic() - began:.0f} s")  # fmt: skip
    return 1 if seen + shown[0] < len(marked_cases) or refused else 0


def _look(case: Case, file: bytes) -> str | None:
    """Return what the door says of a case, and tell at once where that is wrong."""
    said = found_in(file)
    print(f"{'right' if said == case.mark else 'WRONG'}: {case.name}: {said}", flush=True)
    return said


if __name__ == "__main__":
    sys.exit(main())

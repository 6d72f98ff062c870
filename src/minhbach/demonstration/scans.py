"""Scans of made-up papers: pages set as Decree 30/2020 orders, made to look as if they came out of a scanner."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import typst
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

_TEMPLATE = """#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: ("Tinos", "Liberation Serif", "Times New Roman"), size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.62em, spacing: 0.9em, first-line-indent: (amount: 1.27cm, all: true))
#grid(columns: (42%, 58%), align: center, row-gutter: 6pt,
  [#set par(first-line-indent: 0pt)
   #text(size: 12pt)[{above}] \\ #text(size: 12.5pt, weight: "bold")[{issuer}] \\ #line(length: 30%, stroke: 0.5pt)
   #text(size: 13pt)[Số: {number}/{symbol}]],
  [#set par(first-line-indent: 0pt)
   #text(size: 12pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM] \\
   #text(size: 13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc] \\ #line(length: 55%, stroke: 0.5pt)
   #text(size: 13pt, style: "italic")[{place}, ngày {day} tháng {month} năm {year}]])
#v(8pt)
#align(center)[#text(weight: "bold")[{kind}] \\ #text(weight: "bold")[{title}]]
{body}
#v(10pt)
#grid(columns: (50%, 50%),
  [#set par(first-line-indent: 0pt, justify: false)
   #text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:] \\ #text(size: 11pt)[- Như trên; \\ - Lưu: VT.]],
  align(center)[#set par(first-line-indent: 0pt)
   #text(weight: "bold")[TM. ỦY BAN NHÂN DÂN \\ CHỦ TỊCH] #v(60pt) #text(weight: "bold")[{signer}]])
"""
_STAMP_FONT = "LiberationSerif-Bold.ttf"
_RED = (205, 40, 45)
_SPECIAL = "\\#$*_`<>@[]~"


@dataclass(frozen=True, slots=True)
class PaperText:
    """What a made-up paper says; `body` are its paragraphs."""

    number: str
    symbol: str
    day: int
    month: int
    year: int
    kind: str
    title: str
    issuer: str
    above: str
    place: str
    signer: str
    body: Sequence[str] = field(default_factory=tuple)

    @property
    def words(self) -> str:
        """Return everything that is printed, in the order in which it is read."""
        date = f"{self.place}, ngày {self.day:02} tháng {self.month:02} năm {self.year}"
        head = (self.above, self.issuer, f"Số: {self.number}/{self.symbol}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc", date, self.kind, self.title)  # fmt: skip
        foot = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", self.signer)
        return "\n".join((*head, *self.body, *foot))


@dataclass(frozen=True, slots=True)
class Wear:
    """What a scanner and the years do to a page.

    `tilt` in degrees anticlockwise; `noise` and `faint` 0 to 1; `blur` in pixels; a round `seal` at the foot, and the
    words of a red rubber `stamp` below the number. The same `seed` gives the same specks.
    """

    dpi: int = 200
    tilt: float = 0.0
    noise: float = 0.0
    faint: float = 0.0
    blur: float = 0.0
    seal: bool = False
    stamp: str = ""
    seed: int = 1


def scan_of(paper: PaperText, wear: Wear) -> bytes:
    """Return a PDF whose pages are nothing but images."""
    pages = [_worn(page, wear) for page in pages_of(paper, wear.dpi)]
    buffer = io.BytesIO()
    # The file says when it was made: with the day of the clock, the same paper would be another file each time.
    made = datetime(paper.year, paper.month, paper.day, tzinfo=UTC).timetuple()
    pages[0].save(
        buffer, "PDF", resolution=wear.dpi, save_all=True, append_images=pages[1:], quality=85,
        creationDate=made, modDate=made,
    )  # fmt: skip
    return buffer.getvalue()


def pages_of(paper: PaperText, dpi: int) -> list[Image.Image]:
    """Return the pages as they leave the printer."""
    filled = {
        "above": paper.above, "issuer": paper.issuer, "number": paper.number, "symbol": paper.symbol,
        "place": paper.place, "kind": paper.kind, "title": paper.title, "signer": paper.signer,
        "body": "\n\n".join(paper.body),
    }  # fmt: skip
    source = _TEMPLATE
    for name, text in filled.items():
        source = source.replace(f"{{{name}}}", _plain(text))
    for name, value in (("day", f"{paper.day:02}"), ("month", f"{paper.month:02}"), ("year", str(paper.year))):
        source = source.replace(f"{{{name}}}", value)
    drawn = typst.compile(source.encode(), format="png", ppi=float(dpi))
    files = drawn if isinstance(drawn, list) else [drawn]
    return [Image.open(io.BytesIO(file)).convert("RGB") for file in files if file]


def _plain(text: str) -> str:
    """Return a text in which nothing is a command of the typesetter."""
    escaped = "".join(f"\\{c}" if c in _SPECIAL else c for c in text)
    return escaped.replace("//", "\\/\\/")


def _worn(page: Image.Image, wear: Wear) -> Image.Image:
    chance = random.Random(wear.seed)  # noqa: S311 - specks, not secrets
    if wear.seal:
        page = ImageChops.multiply(page, _seal(page.size, wear.dpi, chance))
    if wear.stamp:
        page = ImageChops.multiply(page, _stamp(page.size, wear, chance))
    if wear.tilt:
        page = page.rotate(wear.tilt, Image.Resampling.BICUBIC, fillcolor="white")
    if wear.blur:
        page = page.filter(ImageFilter.GaussianBlur(wear.blur))
    if wear.faint:
        page = page.point([round(255 - (255 - value) * (1 - wear.faint)) for value in range(256)] * 3)
    return _with_specks(page, wear, chance) if wear.noise else page


def _seal(size: tuple[int, int], dpi: int, chance: random.Random) -> Image.Image:
    """Return a white sheet with a red round seal and a blue stroke where the signature of a last page stands."""
    sheet = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(sheet)
    x, y, radius = round(size[0] * 0.58), round(size[1] * 0.62), round(dpi * 0.7)
    for inset in (0, radius // 8):
        draw.ellipse((x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset),
                     outline=(215, 40, 50), width=max(2, dpi // 40))  # fmt: skip
    points = [(x + step * dpi // 12, y + chance.randint(-dpi // 5, dpi // 5)) for step in range(14)]
    draw.line(points, fill=(40, 60, 170), width=max(2, dpi // 60), joint="curve")
    return sheet


def _stamp(size: tuple[int, int], wear: Wear, chance: random.Random) -> Image.Image:
    """Return a white sheet with red words in a red frame, set a little askew by hand."""
    sheet = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(_STAMP_FONT, round(wear.dpi * 0.2))
    x, y, pad = round(size[0] * 0.2), round(size[1] * 0.145), round(wear.dpi * 0.06)
    box = draw.textbbox((x, y), wear.stamp, font=font)
    draw.rectangle((box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad), outline=_RED, width=max(2, wear.dpi // 60))
    draw.text((x, y), wear.stamp, font=font, fill=_RED)
    angle = chance.uniform(-4, 4)
    return sheet.rotate(angle, Image.Resampling.BICUBIC, center=(box[0], box[1]), fillcolor="white")


def _with_specks(page: Image.Image, wear: Wear, chance: random.Random) -> Image.Image:
    page = ImageChops.add(page, _grain(page.size, 90 * wear.noise, chance).convert("RGB"), scale=1.0, offset=-128)
    draw = ImageDraw.Draw(page)
    for _ in range(round(400 * wear.noise)):
        x, y = chance.randrange(page.width), chance.randrange(page.height)
        draw.point((x, y), fill=(30, 30, 30))
    return page


def _grain(size: tuple[int, int], spread: float, chance: random.Random) -> Image.Image:
    """Return grey grain around 128, near a normal distribution with that spread; the same for the same chance."""
    one, two, three, four = (Image.frombytes("L", size, chance.randbytes(size[0] * size[1])) for _layer in range(4))
    mean = ImageChops.add(ImageChops.add(one, two, 2), ImageChops.add(three, four, 2), 2)
    # The mean of four even layers of 256 steps has a spread of 37 steps.
    return mean.point([max(0, min(255, round(128 + (grey - 127.5) * spread / 37))) for grey in range(256)])

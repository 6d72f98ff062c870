"""How well and how fast scans are read, beside plain tesseract: recall of printed words, heads, pages a minute, memory.

    .venv/bin/python bench/ocr.py [--pages 40]

Word recall: the share of the words (runs of letters and digits, NFC) of what is printed that stand in what was read,
each as often as it is printed. Made-up pages are set and worn by a script; real ones, where `../shared/practice/ocr` is
there, come with what a person transcribed (numbers and days written by hand among it). Pages a minute: from the file to
the item that a search finds, on all cores, with the person's confirmation taken for granted.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2

os.environ["MINHBACH_MODE"] = "test"
os.environ["MINHBACH_DATA"] = tempfile.mkdtemp(prefix="minhbach-ocr-")
os.environ["DJANGO_SETTINGS_MODULE"] = "minhbach.config.settings"

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from minhbach.agencies.actions.add_territory import add_territory  # noqa: E402
from minhbach.agencies.models import Body  # noqa: E402
from minhbach.demonstration.scans import PaperText, Wear, scan_of  # noqa: E402
from minhbach.digitisation.actions.confirm_scan import confirm_scan  # noqa: E402
from minhbach.digitisation.actions.open_batch import open_batch  # noqa: E402
from minhbach.digitisation.actions.receive_scans import receive_scans  # noqa: E402
from minhbach.digitisation.contracts import BatchFacts, CheckedScan, NewScan, Way  # noqa: E402
from minhbach.digitisation.head_fields import head_of  # noqa: E402
from minhbach.digitisation.models import Scan  # noqa: E402
from minhbach.digitisation.naming import facts_of  # noqa: E402
from minhbach.digitisation.reading_round import read_round  # noqa: E402
from minhbach.domain.access import system_actor  # noqa: E402
from minhbach.domain.units.values import Level, UnitKind  # noqa: E402
from minhbach.extraction.extract import extract_bytes  # noqa: E402
from minhbach.extraction.findings import read_at_once  # noqa: E402
from minhbach.foundation import clock  # noqa: E402
from minhbach.lawbook.calendars import load_calendar  # noqa: E402
from minhbach.lawbook.statutes import statute  # noqa: E402

PRACTICE = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "practice/ocr"
ACTOR = system_actor("bench")
WEARS = {
    "clean, 200 dpi": Wear(),
    "clean, 300 dpi": Wear(dpi=300),
    "tilted 1.4°, seal": Wear(tilt=1.4, seal=True),
    "noise": Wear(noise=0.35, blur=0.4),
    "faint": Wear(faint=0.55),
    "much noise": Wear(noise=0.75, blur=0.5, tilt=-0.6),
}
PATIENCE = 60.0
"""Seconds that plain tesseract may take for a page; longer counts as nothing read."""
FIELDS = ("number", "symbol", "issued_on", "kind", "title", "issuer_name", "signer")


def main() -> int:
    """Print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=40, help="pages of the batch whose speed is measured")
    asked = parser.parse_args()
    for name, wear in WEARS.items():
        _tell_made_up(name, [replaced(wear, seed) for seed in range(1, 4)])
    _tell_real()
    _tell_speed(asked.pages)
    apart, own = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    print(f"most memory of one process apart {apart:.0f} MB, of the one that asks {own:.0f} MB")
    return 0


def replaced(wear: Wear, seed: int) -> Wear:
    """Return the same wear with other specks."""
    return replace(wear, seed=seed)


def papers(count: int) -> Iterator[PaperText]:
    """Yield made-up papers whose paragraphs are those of the statutes' data."""
    words = [letter.words for letter in statute("01/2026/QH16").letters]
    words += [f"{one.words}." for one in statute("01/2026/QH16").grounds]
    for at in range(count):
        body = [words[(at * 5 + place) % len(words)] for place in range(6)]
        body = [f"{place}. {text[:1].upper()}{text[1:]}" for place, text in enumerate(body, start=1)]
        yield PaperText(
            number=str(12 + at), symbol="KH-UBND", day=1 + at % 28, month=1 + at % 12, year=2015 + at % 10,
            kind="KẾ HOẠCH", title="Triển khai công khai thông tin trên địa bàn phường", issuer="PHƯỜNG MẪU MỘT",
            above="ỦY BAN NHÂN DÂN", place="Thí Dụ", signer="Trần Văn Thử", body=body,
        )  # fmt: skip


def _tell_made_up(name: str, wears: list[Wear]) -> None:
    ours, plain, right, seconds = [], [], [0, 0], 0.0
    for paper, wear in zip(papers(len(wears)), wears, strict=True):
        data = scan_of(paper, wear)
        start = time.perf_counter()
        found = extract_bytes(data)
        seconds += time.perf_counter() - start
        ours.append(recall(paper.words, "\n".join(line.text for line in found.source.lines)))
        plain.append(recall(paper.words, plain_tesseract(data)))
        head, wanted = head_of(read_at_once(found.source).head), expected_head(paper)
        right[0] += sum(head[field].casefold() == wanted[field].casefold() for field in FIELDS)
        right[1] += len(FIELDS)
    print(
        f"{name:20} word recall {mean(ours):.4f}   plain tesseract {mean(plain):.4f}   "
        f"head fields {right[0]}/{right[1]} ({right[0] / right[1]:.3f})   {seconds / len(wears):.1f} s a page"
    )


def expected_head(paper: PaperText) -> dict[str, str]:
    """Return the head of a made-up paper as it is to be read."""
    return {
        "number": paper.number,
        "symbol": paper.symbol,
        "issued_on": f"{paper.year}-{paper.month:02}-{paper.day:02}",
        "kind": paper.kind,
        "title": paper.title,
        "issuer_name": f"{paper.above} {paper.issuer}",
        "signer": paper.signer,
    }


def _tell_real() -> None:
    if not PRACTICE.is_dir():
        print("real scans: ../shared/practice/ocr is not there")
        return
    for row in map(json.loads, (PRACTICE / "truth.jsonl").read_text(encoding="utf-8").splitlines()):
        if not row["scan"]:
            continue
        file = PRACTICE / row["file"]
        printed = file.with_suffix(".txt").read_text(encoding="utf-8")
        found = extract_bytes(file.read_bytes())
        read = "\n".join([*(line.text for line in found.source.lines), *found.source.marks.values()])
        print(
            f"{row['file'][:26]:26} word recall {recall(printed, read.replace('Hỏa tốc', 'HỎA TỐC')):.4f}   "
            f"plain tesseract {row['tesseract_5_3_psm4_300dpi']['word_recall']}   {_real_head(row, found)}"
        )


def _real_head(row: dict[str, str], found: object) -> str:
    """Return how many of the printed fields of a real head are right; what is written by hand is not among them."""
    head = head_of(read_at_once(found.source).head)  # type: ignore[attr-defined]
    symbol = row["number"].partition("/")[2]
    wanted = {"symbol": symbol, "kind": row["doc_type"], "issuer_name": row["agency"], "title": row["subject"],
              "signer": row["signer"]}  # fmt: skip
    told = {name: plainly(head[name]) == plainly(value) for name, value in wanted.items()}
    wrong = [name for name, right in told.items() if not right]
    return f"printed head fields {sum(told.values())}/{len(told)}" + (f" (not: {', '.join(wrong)})" if wrong else "")


def plainly(text: str) -> str:
    """Return a field without what its writing leaves open: capitals, the place of a tone, "V/v"."""
    text = re.sub(r"^(v/v|về việc)\s*", "", text.casefold()).replace("uỷ", "ủy").replace("hoà", "hòa")
    return " ".join(text.split())


def _tell_speed(pages: int) -> None:
    """Measure a batch: received, read, screened, confirmed, indexed."""
    call_command("migrate", verbosity=0)
    add_territory(key="thi-du", level=Level.PROVINCE, kind=UnitKind.TINH, name="Thí Dụ", parent_key=None,
                  from_on=clock.today(), actor=ACTOR, now=clock.now())  # fmt: skip
    body_id = Body.objects.filter(kind="committee").values_list("pk", flat=True)[0]
    files = [NewScan(f"{at}.pdf", scan_of(paper, Wear(seed=at))) for at, paper in enumerate(papers(pages))]
    start = time.perf_counter()
    batch_id = open_batch(body_id=body_id, facts=BatchFacts(), way=Way.COMMAND, actor=ACTOR, now=clock.now())
    receive_scans(batch_id=batch_id, files=files, actor=ACTOR, now=clock.now())
    read_round(actor=ACTOR, now=clock.now(), clamd="", seconds=3600, batch_id=batch_id)
    read = time.perf_counter()
    calendar, done = load_calendar(), 0
    for scan in Scan.objects.filter(batch_id=batch_id, state="to_check").order_by("place"):
        confirm_scan(scan_id=scan.pk, checked=CheckedScan(facts_of(scan.head)), seen_version=scan.version,
                     calendar=calendar, actor=ACTOR, now=clock.now())  # fmt: skip
        done += scan.pages or 1
    end = time.perf_counter()
    print(
        f"{done} pages from file to searchable record in {end - start:.1f} s: {60 * done / (end - start):.0f} pages a "
        f"minute on {os.cpu_count()} cores (reading {read - start:.1f} s)"
    )


def recall(printed: str, read: str) -> float:
    """Return the share of the printed words that were read."""
    wanted, got = words_of(printed), words_of(read)
    return (wanted & got).total() / max(1, wanted.total())


def words_of(text: str) -> Counter[str]:
    """Return the words of a text and how often each stands there."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


def plain_tesseract(data: bytes) -> str:
    """Return what tesseract reads by itself, as in the baseline: 300 dpi, layout 4."""
    said = []
    with tempfile.TemporaryDirectory() as folder:
        for page in pypdfium2.PdfDocument(data):
            image = Path(folder) / "page.pgm"
            page.render(scale=300 / 72).to_pil().convert("L").save(image)
            command = ["tesseract", str(image), "-", "-l", "vie", "--psm", "4", "--dpi", "300"]
            try:
                done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                # Grain is thousands of dots to it; what takes minutes a page is of no use to anybody.
                continue
            said.append(done.stdout.decode("utf-8", "replace"))
    return "\n".join(said)


def mean(shares: list[float]) -> float:
    """Return the mean."""
    return sum(shares) / len(shares)


if __name__ == "__main__":
    sys.exit(main())

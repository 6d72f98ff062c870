"""A batch of the first ward with scans at every step; nobody but those who read what is unclassified sees any of it."""

from datetime import date

from reportlab.pdfgen.canvas import Canvas

from minhbach.digitisation.actions.confirm_scan import confirm_scan
from minhbach.digitisation.actions.open_batch import open_batch
from minhbach.digitisation.actions.plan_roadmap import PlannedShare, add_line
from minhbach.digitisation.actions.receive_scans import receive_scans
from minhbach.digitisation.actions.refuse_secret import make_minutes
from minhbach.digitisation.actions.steer_batch import pause_batch
from minhbach.digitisation.contracts import BatchFacts, CheckedScan, NewScan, Way
from minhbach.digitisation.models import Scan
from minhbach.digitisation.naming import facts_of
from minhbach.digitisation.reading_round import read_round
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.extraction.tests.samples import pdf
from minhbach.lawbook.calendars import load_calendar
from minhbach.register.contracts import PaperPlace
from minhbach.register.rules import MAY_KEEP, SEES_CLOSED
from tests.world.values import NOW, World

READERS = tuple(role.value for role in SEES_CLOSED)
KEEPERS = tuple(role.value for role in MAY_KEEP)
TEXT = """ỦY BAN NHÂN DÂN
PHƯỜNG A

Số: {number}/TB-UBND

A, ngày 09 tháng 10 năm 2026

THÔNG BÁO
Về việc tiếp công dân {title}

Nội dung {text}.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""
STEPS = ("to_check", "confirmed", "refused", "unreadable", "drawn", "waiting")


def plant(world: World) -> None:
    """Bring one scan to each state, in a batch that is held, and plan a line of the roadmap."""
    keeper = world.actors[Role.SPECIALIST.value]
    line = _roadmap(world, keeper)
    batch_id = _batch(world, keeper, line)
    for step in STEPS[:-1]:
        _scan(world, batch_id, step, keeper)
    read_round(actor=system_actor("reader"), now=NOW, clamd="", seconds=60, hands=1)
    for step, scan in zip(STEPS, Scan.objects.filter(batch_id=batch_id).order_by("place"), strict=False):
        world.knows("scan_id", **{f"scan_{step}": scan.pk})
    _confirm(world, keeper)
    note = world.hides("việc với bản giấy có dấu mật", seen_by=KEEPERS)
    make_minutes(scan_id=world.samples["scan_refused"], paper_note=f"Giao {note}", actor=keeper, now=NOW)  # type: ignore[arg-type]
    _scan(world, batch_id, STEPS[-1], keeper)
    waiting = Scan.objects.filter(batch_id=batch_id).order_by("-place")[0]
    world.knows("scan_id", scan_waiting=waiting.pk)
    pause_batch(batch_id=batch_id, actor=keeper, now=NOW)
    world.knows("page", first_page=1, no_page=99)


def _roadmap(world: World, keeper: Actor) -> int:
    title = world.hides("phần hồ sơ của lộ trình số hóa", seen_by=READERS)
    share = PlannedShare(f"Hồ sơ {title}", 2015, 2019, date(2027, 6, 30), boxes=4, pages=1200)
    line = add_line(body_id=world.bodies["ubnd_a"], share=share, actor=keeper, now=NOW)
    world.knows("line_id", roadmap_line=line)
    return line


def _batch(world: World, keeper: Actor, line: int) -> int:
    title, store = (world.hides(f"{what} của lô quét", seen_by=READERS) for what in ("tên", "kho"))
    facts = BatchFacts(f"Lô {title}", PaperPlace(store=store, box="12"), line)
    batch_id = open_batch(body_id=world.bodies["ubnd_a"], facts=facts, way=Way.UPLOAD, actor=keeper, now=NOW)
    world.knows("batch_id", batch=batch_id)
    return batch_id


def _scan(world: World, batch_id: int, step: str, keeper: Actor) -> None:
    """Hand a text in; what is refused is seen by nobody, and of what waits or cannot be read only the name is kept."""
    seen = READERS if step in ("to_check", "confirmed") else ()
    title, text = (world.hides(f"{what} của bản quét {step}", seen_by=seen) for what in ("tên", "chữ"))
    name = world.hides(f"tên tệp quét {step}", seen_by=() if step in ("refused", "to_check") else READERS)
    number = 100 + STEPS.index(step)
    content = TEXT.format(number=number, title=title, text=text)
    content = f"TUYỆT MẬT\n\n{content}" if step == "refused" else content
    data = {"unreadable": b"MZ\x90\x00", "drawn": _typed_page()}.get(step, content.encode())
    receive_scans(batch_id=batch_id, files=[NewScan(f"{name}.txt", data)], actor=keeper, now=NOW)


def _typed_page() -> bytes:
    """Return a typed page without anything that is hidden, which can be drawn."""

    def words(canvas: Canvas) -> None:
        canvas.setFont("Serif", 14)
        canvas.drawString(80, 700, "Thông báo về việc tiếp công dân")

    return pdf(words)


def _confirm(world: World, keeper: Actor) -> None:
    scan = Scan.objects.get(pk=world.samples["scan_confirmed"])
    confirm_scan(
        scan_id=scan.pk, checked=CheckedScan(facts_of(scan.head)), seen_version=scan.version,
        calendar=load_calendar(), actor=keeper, now=NOW,
    )  # fmt: skip

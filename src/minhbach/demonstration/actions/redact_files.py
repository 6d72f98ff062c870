"""Let the first made-up ward take personal data out of two papers: one copy is public, the other is being marked."""

import datetime as dt

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at
from minhbach.demonstration.actions.open_registers import publish_newest
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.domain.access import system_actor
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.contracts import Subject
from minhbach.publication.actions.apply_redaction import apply_redaction, make_copy
from minhbach.publication.actions.approve_redaction import approve_redaction
from minhbach.publication.actions.begin_redaction import begin_redaction
from minhbach.publication.actions.hand_on_redaction import hand_on_redaction
from minhbach.publication.actions.mark_places import take_out
from minhbach.publication.actions.read_redaction import read_redaction
from minhbach.publication.queries.redactions import proposed_places, visible_redaction
from minhbach.publication.redaction.grounds import first_ground
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.register_item import register_item
from minhbach.register.contracts import Access, Classification, ItemFacts, NewFile
from minhbach.register.queries import ITEM, kept_item, latest_version
from minhbach.register.queries.visible import waiting_files

MARKER, FOCAL_POINT, LEADER = "mau.chuyenvien", "thu.daumoi", "du.lanhdao"
MACHINE = system_actor("redactor")
PAPERS = (
    ("Danh sách hộ được hỗ trợ sửa nhà", "187", "Hỗ trợ sửa nhà ở cho hộ có hoàn cảnh khó khăn"),
    ("Trả lời đơn về đường thôn", "192", "Trả lời đơn đề nghị sửa đường thôn"),
)
TEXT = """{title}

Ủy ban nhân dân đã xem xét đơn và hồ sơ, thông báo kết quả như sau:

1. Ông Nguyễn Văn Thử, số căn cước công dân 001085012345, điện thoại 0912 345 678, được giải quyết theo quy định.
2. Kinh phí lấy từ nguồn ngân sách đã giao trong năm, thực hiện xong trước ngày 31 tháng 12.

Văn bản được niêm yết tại trụ sở để Nhân dân biết, theo dõi và giám sát.
"""


def redact_files(*, today: dt.date) -> int:
    """Publish one redacted copy, leave the other paper being marked; return how many were begun."""
    day = today - dt.timedelta(days=3)
    for number, paper in enumerate(PAPERS):
        redaction_id, item_id = _begun(paper, day)
        if number == 0:
            _approved(redaction_id, day)
            publish_newest(item_id, FOCAL_POINT, LEADER, day + dt.timedelta(days=1))
    return len(PAPERS)


def _begun(paper: tuple[str, str, str], day: dt.date) -> tuple[int, int]:
    title, number, about = paper
    actor, now, calendar = acting(MARKER, at(day, 8)), at(day, 8), calendar_in_use()
    item_id = register_item(
        facts=ItemFacts(title=title, kind="Thông báo", number=number, symbol="TB-UBND", issued_on=day, created_on=day),
        body_id=body_by_slug(committee_of(COMMUNES[0])).id,
        files=(NewFile("thong-bao.txt", TEXT.format(title=about.upper()).encode()),),
        calendar=calendar,
        actor=actor,
        now=now,
    )
    _read(now)
    open_to_all = Classification(Access.OPEN, letter="a")
    classify_item(item_id=item_id, classification=open_to_all, calendar=calendar, actor=actor, now=now)
    (file,) = latest_version(kept_item(item_id, actor=actor)).files.all()
    redaction_id = begin_redaction(subject=Subject(ITEM, item_id), file_id=file.file_id, actor=actor, now=now)
    read_redaction(redaction_id=redaction_id, actor=MACHINE, now=now)
    return redaction_id, item_id


def _approved(redaction_id: int, day: dt.date) -> None:
    marker, focal_point, now = acting(MARKER, at(day, 10)), acting(FOCAL_POINT, at(day, 14)), at(day, 14)
    row = visible_redaction(redaction_id, actor=marker)
    ground = first_ground(row)
    take_out(redaction_id=row.pk, mark_ids=proposed_places(row), ground=ground, actor=marker, now=at(day, 10))
    hand_on_redaction(redaction_id=row.pk, actor=marker, now=at(day, 10))
    apply_redaction(redaction_id=row.pk, actor=focal_point, now=now)
    make_copy(redaction_id=row.pk, actor=MACHINE, now=now)
    made = visible_redaction(redaction_id, actor=focal_point).copy_sha256
    approve_redaction(redaction_id=row.pk, copy_sha256=made, seen_with_own_eyes=True, actor=focal_point, now=now)
    _read(now)


def _read(now: dt.datetime) -> None:
    for held_id in waiting_files().values_list("pk", flat=True):
        check_held_file(held_id=held_id, actor=system_actor("reader"), now=now)

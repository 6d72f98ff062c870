"""Everything that is kept of a person about one submission, for the person: as lines, data and paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.foundation.dates import written
from minhbach.intake.contracts import Sender
from minhbach.intake.queries import files_of, messages_of, sender_of, submission
from minhbach.intake.queries.readings import identity_readings_of
from minhbach.intake.rules import masked
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Signature
from minhbach.papers.queries import letterhead
from minhbach.privacy.contracts import Matter
from minhbach.privacy.labels import WISH_TAGS, WISHES, parts_named
from minhbach.privacy.models import DataWish
from minhbach.privacy.queries.holds import in_force
from minhbach.privacy.queries.matters import finished_matter
from minhbach.privacy.queries.wishes import wishes_of
from minhbach.privacy.retention import erased_from, period_of


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is kept: what it is, and what it says."""

    label: str
    value: str


def sender_lines(sender: Sender | None) -> tuple[Line, ...]:
    """Return what is kept of who somebody is; of an identity number its last signs, as everywhere on pages."""
    if sender is None:
        return ()
    told = (
        (_("Họ và tên"), sender.name),
        (_("Nơi cư trú, địa chỉ"), sender.address),
        (_("Số căn cước, hộ chiếu"), masked(sender.identity_number)),
        (_("Điện thoại"), sender.telephone),
        (_("Thư điện tử"), sender.email),
        (_("Fax"), sender.fax),
        (_("Địa chỉ nhận thư"), sender.postal_address),
        (_("Người được đại diện"), sender.represented),
        (_("Tổ chức"), sender.organisation),
        (_("Người trong danh sách của tổ chức"), ", ".join(one.name for one in sender.people)),
        (_("Lý do, mục đích"), sender.purpose),
        (_("Liên quan trực tiếp thế nào"), sender.concern),
        *sender.others.items(),
    )
    return tuple(Line(label, value) for label, value in told if value)


def kept_of(matter: Matter, *, on: date) -> dict[str, Any]:
    """Return what the page shows: the data, who opened what, how long they are kept, and what was asked."""
    ended = finished_matter(matter.submission_id, matter.kind, on=on) if matter.erased_at is None else None
    return {
        "matter": matter,
        "sender": sender_lines(sender_of(matter.submission_id)),
        "text": submission(matter.submission_id).text,
        "thread": messages_of(matter.submission_id),
        "files": files_of(matter.submission_id),
        "readings": identity_readings_of(matter.submission_id),
        "erased_from": erased_from(matter.kind, ended_on=ended.ended_on) if ended else None,
        "period": period_of(matter.kind, ended_on=ended.ended_on if ended else on),
        "holds": list(in_force(on).filter(submission=matter.submission_id)),
        "wishes": [wish_line(row) for row in wishes_of(matter.submission_id)],
    }


def wish_line(row: DataWish) -> dict[str, Any]:
    """Return a wish as pages show it."""
    kind, words = WISH_TAGS[row.state]
    return {"row": row, "what": WISHES[row.kind], "tag": kind, "state": words, "parts": parts_named(row.parts)}


def as_copy(matter: Matter, *, on: date) -> dict[str, Any]:
    """Return the same as plain data, for a copy that other programs read."""
    kept = kept_of(matter, on=on)
    return {
        "number": matter.number,
        "body": matter.body,
        "received_on": matter.received_on.isoformat(),
        "sender": {line.label: line.value for line in kept["sender"]},
        "text": kept["text"],
        "messages": [
            {"at": one.at.isoformat(), "from_sender": one.is_from_sender, "text": one.text} for one in kept["thread"]
        ],
        "files": [{"name": one.name, "bytes": one.size} for one in kept["files"]],
        "identity_number_opened": [
            {"at": one.at.isoformat(), "by": one.who, "purpose": one.purpose} for one in kept["readings"]
        ],
        "kept_until": kept["erased_from"].isoformat() if kept["erased_from"] else None,
        "wishes": [
            {"kind": one["row"].kind, "state": one["row"].state, "asked_at": one["row"].asked_at.isoformat()}
            for one in kept["wishes"]
        ],
    }


def copy_paper(matter: Matter, *, on: date) -> Paper:
    """Return the same as a document to keep."""
    own = letterhead(matter.body_id)
    return Paper(
        kind="Bản sao dữ liệu cá nhân",
        body_above=own.body_above,
        issuing_body=own.issuing_body,
        symbol="",
        place=own.place,
        year=on.year,
        subject=f"theo đề nghị của người gửi số {matter.number}",
        blocks=tuple(_blocks(matter, kept_of(matter, on=on))),
        signature=Signature(),
    )


def _blocks(matter: Matter, kept: dict[str, Any]) -> Iterator[Block]:
    yield Paragraph(f"{matter.body}, nhận ngày {written(matter.received_on)}.")
    yield Heading("1. Về Ông/Bà")
    yield from (Item("-", f"{line.label}: {line.value}") for line in kept["sender"])
    yield Heading("2. Lời đã gửi")
    yield Paragraph(kept["text"] or "Đã xóa.")
    yield from (Item("-", f"{written(timezone.localdate(one.at))}, {_who(one)}: {one.text}") for one in kept["thread"])
    yield Heading("3. Tệp")
    yield from (Item("-", one.name or "(tên không lưu)") for one in kept["files"])
    yield Heading("4. Ai đã mở xem số giấy tờ")
    yield from (
        Item("-", f"{written(timezone.localdate(one.at))}, {one.who}: {one.purpose}") for one in kept["readings"]
    )


def _who(message: Any) -> str:
    return "người gửi" if message.is_from_sender else "cơ quan"

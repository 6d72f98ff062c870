"""Take a scan away that bears a mark of secrecy, and make the minutes of that (xóa, lập biên bản)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.digitisation.actions.settle_scan import refuse_for_mark
from minhbach.digitisation.changing import scan_to_change
from minhbach.digitisation.contracts import DigitisationRefused
from minhbach.digitisation.journal import note_scan
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import SCAN, ScanEvent, ScanState
from minhbach.domain.reading.head.marks import DEGREES
from minhbach.domain.text import squeeze

LONGEST_NOTE = 500


@transaction.atomic
def refuse_secret(*, scan_id: int, mark: str, actor: Actor, now: datetime) -> None:
    """Take a scan away because a person sees a mark that the machine did not; nothing of its content stays.

    :raises BatchNotVisible: if the scan is not there for the actor.
    :raises DigitisationRefused: if the actor may not, the scan is confirmed or gone, or there is no such mark.
    """
    row = scan_to_change(scan_id, actor=actor)
    if mark not in DEGREES:
        raise DigitisationRefused(_("Chọn dấu độ mật đóng trên văn bản."), field="mark")
    if (ScanState(row.state), ScanEvent.REFUSE) not in SCAN.moves or row.state == ScanState.WAITING:
        raise DigitisationRefused(_("Bản quét này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay."))
    sentence = _("Người kiểm tra thấy dấu “%(mark)s”. Tệp không được lưu.") % {"mark": mark}
    refuse_for_mark(row, mark, sentence, actor=actor, now=now)


@transaction.atomic
def make_minutes(*, scan_id: int, paper_note: str, actor: Actor, now: datetime) -> None:
    """Write down what became of the paper; the minutes can then be printed and signed.

    :param paper_note: where the paper went, as "giao văn thư mật"; it stays in the table and out of the log.
    :raises BatchNotVisible: if the scan is not there for the actor.
    :raises DigitisationRefused: if the actor may not, nothing was refused, or nothing is said of the paper.
    """
    row = scan_to_change(scan_id, actor=actor)
    if row.state != ScanState.REFUSED:
        raise DigitisationRefused(_("Bản quét này không bị từ chối vì dấu mật."))
    paper_note = squeeze(paper_note)[:LONGEST_NOTE]
    if not paper_note:
        raise DigitisationRefused(_("Ghi bản giấy đã được xử lý thế nào."), field="paper_note")
    row.paper_note, row.minuted_at, row.minuted_by_id = paper_note, now, actor.person
    row.version += 1
    row.save()
    note_scan(row, "minuted", actor=actor, now=now)

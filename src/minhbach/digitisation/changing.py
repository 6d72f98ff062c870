"""What every act on a scan asks first: whether it is there, whether one may, whether the page is old."""

from django.utils.translation import gettext as _

from minhbach.digitisation.contracts import DigitisationRefused
from minhbach.digitisation.models import Scan
from minhbach.digitisation.queries.visible import may_digitise, scan_for_change
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import SCAN, ScanEvent, ScanState
from minhbach.domain.lifecycles.table import MoveNotAllowed


def scan_to_change(scan_id: int, *, actor: Actor, seen_version: int | None = None) -> Scan:
    """Return a scan, locked, for who keeps the register of its body.

    :param seen_version: None where no page was open that somebody else could have overtaken.
    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or somebody else changed it meanwhile.
    """
    row = scan_for_change(scan_id, actor=actor)
    if not may_digitise(actor, row.batch.body_id):
        raise DigitisationRefused(_("Vai trò của người này không số hóa cho cơ quan đã chọn."))
    if seen_version is not None and seen_version != row.version:
        raise DigitisationRefused(_("Người khác vừa sửa bản quét này. Xem lại bản mới nhất, rồi làm tiếp."))
    return row


def move(row: Scan, event: ScanEvent) -> None:
    """Move the scan in memory by an event; the caller saves it.

    :raises DigitisationRefused: if its state does not allow that.
    """
    try:
        row.state = SCAN.next(ScanState(row.state), event)
    except MoveNotAllowed:
        sentence = _("Bản quét này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay.")
        raise DigitisationRefused(sentence) from None

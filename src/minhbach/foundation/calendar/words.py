"""What pages call kinds of days and of changes, and why the calendar does not take a change."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.calendars.changes import LONGEST_STRETCH, ActKind, ChangeRefused, Objection
from minhbach.domain.calendars.days import DayKind
from minhbach.foundation.dates import written_with_weekday

KINDS: Mapping[DayKind, Promise] = {
    DayKind.DAY_OFF: _("Nghỉ lễ, Tết"),
    DayKind.COMPENSATION: _("Nghỉ bù"),
    DayKind.SWAPPED_OFF: _("Nghỉ hoán đổi"),
    DayKind.WORKING_DAY: _("Làm bù"),
}

ACTS: Mapping[ActKind, Promise] = {
    ActKind.DAYS_OFF: _("Thêm ngày nghỉ"),
    ActKind.COMPENSATION: _("Thêm ngày nghỉ bù"),
    ActKind.SWAP: _("Thêm hoán đổi"),
    ActKind.ORDINARY: _("Bỏ một ngày khỏi lịch"),
    ActKind.YEAR: _("Ghi lịch cả năm đã công bố"),
}

SENTENCES: Mapping[Objection, Promise] = {
    Objection.BACKWARDS: _("Ngày cuối đứng trước ngày đầu. Xem lại hai ngày."),
    Objection.TOO_LONG: _("Một đợt nghỉ dài nhất %(longest)s ngày. Xem lại hai ngày."),
    Objection.OFF_ANYWAY: _("%(day)s vốn là ngày nghỉ hằng tuần. Chọn một ngày từ thứ Hai đến thứ Sáu."),
    Objection.WORKED_ANYWAY: _("%(day)s vốn là ngày làm việc. Ngày làm bù là thứ Bảy hoặc Chủ nhật."),
    Objection.NO_HOLIDAY: _("%(day)s không phải ngày lễ rơi vào thứ Bảy, Chủ nhật. Thêm ngày lễ ấy trước."),
    Objection.TWICE: _("%(other)s đã có ngày nghỉ bù. Bỏ ngày nghỉ bù ấy trước."),
    Objection.BOUND: _("%(day)s gắn với %(other)s (hoán đổi hoặc nghỉ bù). Bỏ hoặc rút cả hai trước."),
    Objection.HALF: _("%(day)s và %(other)s đi với nhau. Chọn cả hai ngày, hoặc không ngày nào."),
    Objection.NOT_THERE: _("%(day)s không có trong lịch này, không có gì để bỏ."),
    Objection.ALREADY: _("Lịch đã ghi đúng như vậy."),
}


def objection_in_words(refused: ChangeRefused) -> str:
    """Return why the calendar does not take it."""
    facts = {
        "day": written_with_weekday(refused.day) if refused.day else "",
        "other": written_with_weekday(refused.other) if refused.other else "",
        "longest": LONGEST_STRETCH,
    }
    sentence = gettext(SENTENCES[refused.objection]) % facts  # type: ignore[arg-type]
    return sentence[:1].upper() + sentence[1:]

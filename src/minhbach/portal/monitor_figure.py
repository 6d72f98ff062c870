"""The letters over all agencies as a figure of bars."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from minhbach.foundation.dates import written
from minhbach.foundation.figures import Bar, BarFigure, CountedClass
from minhbach.portal.queries.monitor import LetterFigures


def letters_figure(letters: Sequence[LetterFigures], *, on: date) -> BarFigure:
    """Return one bar a letter: agencies that have all of it, some, nothing, and those of which nobody knows."""
    return BarFigure(
        key="giam-sat",
        title=_("Từng điểm của khoản 1 Điều 17 ở các cơ quan, tính đến %(day)s") % {"day": written(on)},
        description=_("Biểu đồ cột ngang của %(count)s điểm; số liệu ở bảng bên dưới.") % {"count": len(letters)},
        classes=(
            CountedClass("done", _("đủ"), "solid"),
            CountedClass("open", _("còn thiếu"), "dots"),
            CountedClass("late", _("chưa có"), "cross"),
            CountedClass("undated", _("chưa rõ"), "hollow"),
        ),
        bars=tuple(
            Bar(_("điểm %(letter)s") % {"letter": one.letter}, (one.whole, one.partly, one.missing, one.unknown))
            for one in letters
        ),
    )

"""The words and shapes that pages give to letters' states."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.letter import LetterState
from minhbach.papers.contracts import Paper
from minhbach.papers.writing import name_of

STATE_TAGS: Mapping[LetterState, tuple[str, Promise]] = {
    LetterState.DRAFT: ("work", _("Bản nháp")),
    LetterState.NUMBERED: ("act", _("Đã có số, chờ bản ký")),
    LetterState.SIGNED: ("done", _("Đã ký")),
    LetterState.DROPPED: ("closed", _("Đã bỏ")),
}


def called(paper: Paper) -> str:
    """Return how pages call a document: "Công văn 05/UBND-VP", or "Công văn (chưa có số)"."""
    return name_of(paper) if paper.number else gettext("%(kind)s (chưa có số)") % {"kind": paper.kind}

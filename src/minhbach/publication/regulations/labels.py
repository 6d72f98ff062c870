"""The words that pages give to regulations: how far they have come, what is wrong, what was said of them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.deadlines.refusing import UNIT_WORDS
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.domain.regulations import Base, Fault, Model, ModelState
from minhbach.domain.regulations.checking import FaultKind
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import cited_as
from minhbach.publication.announcements.announced import OpinionAnswer, Stance
from minhbach.publication.announcements.labels import tag_of
from minhbach.publication.labels import Tag

STATES: Mapping[RegulationState, tuple[str, Promise]] = {
    RegulationState.DRAFTING: ("work", _("Đang soạn")),
    RegulationState.IN_OPINIONS: ("waiting", _("Đang lấy ý kiến")),
    RegulationState.AT_SIGNING: ("waiting", _("Chờ ký, cấp số")),
    RegulationState.ISSUED: ("act", _("Đã ban hành, chưa công khai")),
}
STANCES: Mapping[str, Promise] = {
    Stance.AGREES.value: _("Nhất trí"),
    Stance.CHANGES.value: _("Đề nghị sửa"),
}
ANSWERS: Mapping[str, Promise] = {
    OpinionAnswer.TAKEN.value: _("Tiếp thu"),
    OpinionAnswer.PARTLY.value: _("Tiếp thu một phần"),
    OpinionAnswer.NOT_TAKEN.value: _("Không tiếp thu"),
}


def tag_of_regulation(state: str, gate: PublicationState | None) -> Tag:
    """Return how far a regulation has come, with its shape: the gate's word once it was brought there."""
    if gate is not None:
        return tag_of(gate)
    kind, words = STATES[RegulationState(state)]
    return (kind, str(words))


def fault_words(fault: Fault, model: Model | None, law: Statute) -> str:
    """Return what is wrong as a sentence for who may mend it."""
    if fault.kind is FaultKind.TOO_LONG:
        term = law.term(fault.subject)
        sentence = gettext(
            "Các bước nội bộ cộng lại %(days)s %(unit)s, dài hơn %(allowed)s %(unit)s của luật (%(cited)s)."
        )
        return sentence % {
            "days": fault.days, "allowed": fault.allowed, "unit": UNIT_WORDS[term.unit], "cited": law.cite(term),
        }  # fmt: skip
    if fault.kind is FaultKind.EMPTY:
        labels = {one.key: one.label for one in model.fields} if model else {}
        return gettext("Chưa điền: %(place)s.") % {"place": labels.get(fault.subject, fault.subject)}
    sentences = {
        FaultKind.UNEXPLAINED: gettext("Thiếu điều “%(title)s” thuộc nội dung luật nêu, và chưa ghi lý do."),
        FaultKind.EMPTY_ARTICLE: gettext("Điều “%(title)s” chưa có nội dung."),
        FaultKind.LEFT_OUT: gettext("Không đưa vào điều “%(title)s” thuộc nội dung luật nêu."),
    }
    return sentences[fault.kind] % {"title": fault.subject}


def cited(base: Base, law: Statute) -> str:
    """Return where the law, or what details it, says it, as officials cite: "khoản 3 Điều 26 Luật 01/2026/QH16"."""
    return cited_as(base.article, law.title_of(base.document))


def model_words(model: Model | None, key: str, version: str) -> str:
    """Return which model a regulation began with, and that ours is no document of an authority."""
    if not key:
        return gettext("Không theo mẫu: văn bản đã ban hành ngoài hệ thống")
    if model is None:
        return gettext("Mẫu %(key)s, bản %(version)s (tệp mẫu không còn)") % {"key": key, "version": version}
    if model.state is ModelState.OFFICIAL:
        return gettext("Mẫu của %(issuer)s, bản %(version)s") % {"issuer": model.issuer, "version": version}
    return gettext("Mẫu gợi ý của phần mềm, bản %(version)s; không phải văn bản pháp luật") % {"version": version}

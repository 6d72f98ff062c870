"""What is still to do before a document becomes a plan: four steps, each with its act."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HEAD, NAMES, TASKS, CONFIRM = "head", "names", "tasks", "confirm"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the review is: what is known, and how many of each are open."""

    head_checked: bool
    issuer_known: bool
    open_names: int
    vague_names: int
    tasks: int
    blocked: int
    unchecked: int
    drawn: bool = False
    """The document was drawn from a plan above: it is issued last, once its tasks are right."""
    issued: bool = True
    """It has number, symbol and date, as a drawn one must before it becomes a plan."""

    @property
    def may_become_plan(self) -> bool:
        """True where nothing blocks the confirmation."""
        return self.issuer_known and self.issued and self.tasks > 0 and self.blocked == 0 and self.open_names == 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, how it stands (a shape of `{% status %}` and words), and the words of its button."""

    key: str
    name: str
    shape: str
    words: str
    act: str

    @property
    def is_done(self) -> bool:
        """True where nothing is left to do in it."""
        return self.shape == "done"


def steps(now: Standing) -> tuple[Step, ...]:
    """Return the four steps in their order, in the reader's language."""
    if now.drawn:
        return (_tasks(now), _names(now), _head(now), _confirm(now))
    return (_head(now), _names(now), _tasks(now), _confirm(now))


def next_step(all_steps: Sequence[Step]) -> Step:
    """Return the first step that is not done; the last one is done only when the plan is there."""
    return next(step for step in all_steps if not step.is_done)


def _head(now: Standing) -> Step:
    name, act = _("Thông tin văn bản"), _("Kiểm tra thông tin văn bản")
    if not now.issuer_known:
        return Step(HEAD, name, "act", _("Chưa rõ cơ quan ban hành"), act)
    if not now.head_checked:
        return Step(HEAD, name, "waiting", _("Chưa kiểm tra"), act)
    if not now.issued:
        return Step(HEAD, name, "act", _("Chưa có số, ký hiệu hoặc ngày"), _("Ghi số, ký hiệu, ngày ban hành"))
    return Step(HEAD, name, "done", _("Đã kiểm tra"), act)


def _names(now: Standing) -> Step:
    name = _("Các tên cơ quan")
    count = now.open_names
    if count:
        words = ngettext("%(count)s tên cần chọn", "%(count)s tên cần chọn", count) % {"count": count}
        act = ngettext("Chọn cơ quan cho %(count)s tên", "Chọn cơ quan cho %(count)s tên", count) % {"count": count}
        return Step(NAMES, name, "act", words, act)
    if now.vague_names:
        words = ngettext("%(count)s tên chỉ phối hợp", "%(count)s tên chỉ phối hợp", now.vague_names)
        return Step(NAMES, name, "waiting", words % {"count": now.vague_names}, _("Xem các tên chỉ phối hợp"))
    return Step(NAMES, name, "done", _("Đã rõ"), "")


def _tasks(now: Standing) -> Step:
    name, act = _("Nhiệm vụ"), _("Kiểm tra nhiệm vụ")
    if not now.tasks:
        return Step(TASKS, name, "act", _("Chưa có nhiệm vụ nào"), _("Thêm nhiệm vụ"))
    if now.blocked:
        words = ngettext("%(count)s nhiệm vụ có chỗ chưa rõ", "%(count)s nhiệm vụ có chỗ chưa rõ", now.blocked)
        return Step(TASKS, name, "act", words % {"count": now.blocked}, act)
    if now.unchecked:
        seen = {"done": now.tasks - now.unchecked, "total": now.tasks}
        return Step(TASKS, name, "waiting", _("Đã xem %(done)s trong %(total)s") % seen, act)
    return Step(TASKS, name, "done", _("Đã xem hết"), act)


def _confirm(now: Standing) -> Step:
    name = _("Xác nhận thành kế hoạch")
    if not now.may_become_plan:
        return Step(CONFIRM, name, "waiting", _("Sau khi hết chỗ chưa rõ"), name)
    return Step(CONFIRM, name, "waiting", _("Xác nhận được"), name)

"""Tables of planning: documents under review, plans and tasks, whose they are, how they go, what they cost."""

from minhbach.planning.models.assignments import (
    Assignment,
    AssignmentRole,
    AssignmentSpan,
    Happening,
    LimitChange,
    WorkReport,
)
from minhbach.planning.models.deadlines import DeadlineFields
from minhbach.planning.models.documents import DraftTask, PlanImport
from minhbach.planning.models.evidence import HeldEvidence
from minhbach.planning.models.following import (
    CalendarFeed,
    Commendation,
    Difficulty,
    DifficultySpan,
    EarlierAnswer,
    Remark,
    RemarkKind,
    Reminder,
    ReminderKind,
    Urging,
)
from minhbach.planning.models.money import BudgetLine
from minhbach.planning.models.plans import Plan, Task
from minhbach.planning.models.sheets import ColumnChoice, SheetFact, SheetUpload

__all__ = [
    "Assignment",
    "AssignmentRole",
    "AssignmentSpan",
    "BudgetLine",
    "CalendarFeed",
    "ColumnChoice",
    "Commendation",
    "DeadlineFields",
    "Difficulty",
    "DifficultySpan",
    "DraftTask",
    "EarlierAnswer",
    "Happening",
    "HeldEvidence",
    "LimitChange",
    "Plan",
    "PlanImport",
    "Remark",
    "RemarkKind",
    "Reminder",
    "ReminderKind",
    "SheetFact",
    "SheetUpload",
    "Task",
    "Urging",
    "WorkReport",
]

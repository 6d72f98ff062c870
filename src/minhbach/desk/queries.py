"""What the officers' first page shows: only what needs an act, nearest limit first."""

from dataclasses import dataclass
from datetime import date, timedelta

from minhbach.desk.contracts import Act, Awaited
from minhbach.desk.registries import sources
from minhbach.domain.access import Actor

SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Day:
    """An officer's day. Each act stands in exactly one of the first four."""

    late: tuple[Act, ...]
    due_today: tuple[Act, ...]
    soon: tuple[Act, ...]
    waiting: tuple[Act, ...]
    awaited: tuple[Awaited, ...]

    @property
    def is_free(self) -> bool:
        """True if nothing needs an act."""
        return not (self.late or self.due_today or self.soon or self.waiting)


def day_of(actor: Actor, today: date) -> Day:
    """Return what needs an act of the actor: late, due today, due within three days, or waiting without a date."""
    lines = [line for source in sources() for line in source(actor, today)]
    acts = [line for line in lines if isinstance(line, Act)]
    dated = sorted((act for act in acts if act.due_on), key=lambda act: (act.due_on or today, act.what))
    return Day(
        late=tuple(act for act in dated if act.due_on and act.due_on < today),
        due_today=tuple(act for act in dated if act.due_on == today),
        soon=tuple(act for act in dated if act.due_on and today < act.due_on <= today + SOON),
        waiting=tuple(act for act in acts if act.due_on is None),
        awaited=tuple(sorted((line for line in lines if isinstance(line, Awaited)), key=lambda line: line.since)),
    )

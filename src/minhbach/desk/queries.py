"""What the officers' first page shows: only what needs an act, nearest limit first."""

from dataclasses import dataclass
from datetime import date

from minhbach.desk.contracts import Act, Awaited, Group, Rest
from minhbach.desk.registries import sources
from minhbach.domain.access import Actor
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.once import remembered

SOON = 3
"""So many working days before its limit work stands on the page. A holiday in between brings it forward."""


def soon_until(today: date) -> date:
    """Return the last limit that is near."""
    return remembered((soon_until, today), lambda: calendar_in_use().add_working_days(today, SOON))


@dataclass(frozen=True, slots=True)
class Day:
    """An officer's day. Each act stands in exactly one of the first four; `rests` count what is not shown singly."""

    late: tuple[Act, ...]
    due_today: tuple[Act, ...]
    soon: tuple[Act, ...]
    waiting: tuple[Act, ...]
    awaited: tuple[Awaited, ...]
    rests: tuple[Rest, ...] = ()

    @property
    def is_free(self) -> bool:
        """True if nothing needs an act."""
        return not (self.late or self.due_today or self.soon or self.waiting)

    def acts(self, group: Group) -> tuple[Act, ...]:
        """Return the acts of a group that are shown."""
        match group:
            case Group.LATE:
                return self.late
            case Group.TODAY:
                return self.due_today
            case Group.SOON:
                return self.soon
            case Group.WAITING:
                return self.waiting

    def rests_of(self, group: Group) -> tuple[Rest, ...]:
        """Return what of a group is not shown singly."""
        return tuple(rest for rest in self.rests if rest.group == group)

    def count(self, group: Group) -> int:
        """Return how many acts a group has, shown or not."""
        return len(self.acts(group)) + sum(rest.count for rest in self.rests_of(group))


def group_of(due_on: date | None, today: date) -> Group:
    """Return where something with this limit stands."""
    if due_on is None:
        return Group.WAITING
    if due_on == today:
        return Group.TODAY
    return Group.LATE if due_on < today else Group.SOON


def day_of(actor: Actor, today: date) -> Day:
    """Return what needs an act of the actor: late, due today, due within three working days, or without a date."""
    lines = [line for source in sources() for line in source(actor, today)]
    acts = [line for line in lines if isinstance(line, Act)]
    dated = sorted((act for act in acts if act.due_on), key=lambda act: (act.due_on or today, act.what))
    near = soon_until(today)
    return Day(
        late=tuple(act for act in dated if act.due_on and act.due_on < today),
        due_today=tuple(act for act in dated if act.due_on == today),
        soon=tuple(act for act in dated if act.due_on and today < act.due_on <= near),
        waiting=tuple(act for act in acts if act.due_on is None),
        awaited=tuple(sorted((line for line in lines if isinstance(line, Awaited)), key=lambda line: line.since)),
        rests=tuple(line for line in lines if isinstance(line, Rest) and line.count > 0),
    )

"""What one difficulty carried up is one of those that it carries; spans begin as far as the days are known."""

import datetime as dt
from typing import Any

from django.db import migrations
from django.utils import timezone


def carry(apps: Any, _editor: Any) -> None:
    """Copy the links, and write down the states of which the day is known."""
    Difficulty, Span = apps.get_model("planning", "Difficulty"), apps.get_model("planning", "DifficultySpan")
    for row in Difficulty.objects.exclude(passed_from=None).iterator():
        row.carries.add(row.passed_from_id)
    for row in Difficulty.objects.iterator():
        raised, since = _day(row.raised_at), _since(Difficulty, row)
        if row.state != "raised" and since > raised:
            Span.objects.create(difficulty=row, state="raised", from_on=raised, until_on=since)
            raised = since
        Span.objects.create(difficulty=row, state=row.state, from_on=raised)


def _since(difficulties: Any, row: Any) -> dt.date:
    if row.state == "answered" and row.answered_at:
        return _day(row.answered_at)
    upper = difficulties.objects.filter(passed_from=row).order_by("-pk").first()
    if row.state == "passed_up" and upper is not None:
        return _day(upper.raised_at)
    # The day of a withdrawal stands in the log alone; sums count it on no day.
    return _day(row.raised_at)


def _day(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment).date()


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0011_difficulty_spans"),
    ]

    operations = [
        migrations.RunPython(carry, migrations.RunPython.noop),
    ]

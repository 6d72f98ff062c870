"""Writes down in which state a difficulty was from which day on. `DifficultySpan` has no other writer."""

import datetime as dt

from minhbach.planning.models import Difficulty, DifficultySpan


def note_state(row: Difficulty, *, on: dt.date) -> None:
    """Let the difficulty be in its present state from the day on; nothing where it was so already.

    A second change on one day replaces the first: what counts of a day is how it ended.
    """
    running = DifficultySpan.objects.select_for_update().filter(difficulty=row, until_on=None).first()
    if running is not None and running.state == row.state:
        return
    if running is not None and running.from_on >= on:
        running.state = row.state
        running.save(update_fields=["state"])
        return
    if running is not None:
        running.until_on = on
        running.save(update_fields=["until_on"])
    DifficultySpan.objects.create(difficulty=row, state=row.state, from_on=on)

"""Reads the words of a limit into a kind and inclusive dates, or says `unclear`; it never guesses.

`points` finds days, months, quarters and years; `wording` tells what is said around them; `value` reads a whole value
(“Quý IV năm 2016”), `clause` finds a limit inside a sentence, `branches` reads several limits under conditions.
"""

from minhbach.domain.reading.body.deadlines.branches import read_branches
from minhbach.domain.reading.body.deadlines.clause import find_among_parts, find_deadline, find_recurrence
from minhbach.domain.reading.body.deadlines.value import read_deadline, read_time_heading

__all__ = [
    "find_among_parts",
    "find_deadline",
    "find_recurrence",
    "read_branches",
    "read_deadline",
    "read_time_heading",
]

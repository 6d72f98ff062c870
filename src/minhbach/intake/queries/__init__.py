"""Reads of what came in. Who may see a submission is asked by the room whose subject it became."""

from minhbach.intake.queries.submissions import (
    SUBMISSION,
    by_number,
    by_secret,
    files_of,
    messages_of,
    secret_mark,
    sender_of,
    submission,
    submissions_of_same_person,
)

__all__ = [
    "SUBMISSION",
    "by_number",
    "by_secret",
    "files_of",
    "messages_of",
    "secret_mark",
    "sender_of",
    "submission",
    "submissions_of_same_person",
]

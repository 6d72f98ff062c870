"""Reads of cases, always for a given asker. `cases.case_visible_to` is the one door."""

from minhbach.requests.queries.cases import (
    CASE,
    case_by_secret,
    case_for_change,
    case_of_submission,
    case_visible_to,
    cases_visible_to,
    reads_sender,
)

__all__ = [
    "CASE",
    "case_by_secret",
    "case_for_change",
    "case_of_submission",
    "case_visible_to",
    "cases_visible_to",
    "reads_sender",
]

"""The statutory clock: from facts to dates, each with its article, its counted days and how sure it is."""

from minhbach.domain.deadlines.corrections import own_correction_due, petition_due
from minhbach.domain.deadlines.due import Alternative, Due, FactRefused
from minhbach.domain.deadlines.publication import backlog_due, posting_due, publication_due
from minhbach.domain.deadlines.requests import RequestFacts, request_dues

__all__ = [
    "Alternative",
    "Due",
    "FactRefused",
    "RequestFacts",
    "backlog_due",
    "own_correction_due",
    "petition_due",
    "posting_due",
    "publication_due",
    "request_dues",
]

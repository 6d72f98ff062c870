"""Reads of the gate, always for a given asker."""

from minhbach.publication.queries.gate import (
    ids_in_state,
    ids_to_approve,
    others_may_approve,
    public_ids,
    publication_of,
    record,
    states_of,
    visible_publication,
    who_may_approve,
)

__all__ = [
    "ids_in_state",
    "ids_to_approve",
    "others_may_approve",
    "public_ids",
    "publication_of",
    "record",
    "states_of",
    "visible_publication",
    "who_may_approve",
]

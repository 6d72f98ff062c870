"""The head of an administrative document: who issued what, when, to whom, under whose signature."""

from minhbach.domain.reading.head.outcome import HeadReading
from minhbach.domain.reading.head.read import read_head

__all__ = ["HeadReading", "read_head"]

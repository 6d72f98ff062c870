"""The words of letters about requests, as data: which letter, with which places to fill, and what it cannot lack."""

from minhbach.domain.letters.filling import LetterLacks, places_of, written_out
from minhbach.domain.letters.model import LetterKey, LettersInvalid, LetterText, LetterTexts, Reason

__all__ = [
    "LetterKey",
    "LetterLacks",
    "LetterText",
    "LetterTexts",
    "LettersInvalid",
    "Reason",
    "places_of",
    "written_out",
]

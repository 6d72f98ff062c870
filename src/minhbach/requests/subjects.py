"""What a request is about, in one line, and as lists look for it."""

from minhbach.domain.text import fold, squeeze

LONGEST, LONGEST_SEARCHED = 160, 300


def subject_of(text: str) -> str:
    """Return the first words of what is asked for, whole words only."""
    line = squeeze(text)
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]}…"


def searched(number: str, text: str) -> str:
    """Return the form in which lists look for words: without marks, in small letters."""
    return fold(squeeze(f"{number} {text}"))[:LONGEST_SEARCHED]

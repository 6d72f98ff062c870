"""What lists show of feedback, and what it is found by."""

from minhbach.domain.text import fold, squeeze

LONGEST = 120


def subject_of(text: str) -> str:
    """Return the first words of what was said, whole words, at most 120 signs."""
    line = squeeze(text)
    if len(line) <= LONGEST:
        return line
    return f"{line[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def searched(number: str, group: str, text: str) -> str:
    """Return what feedback is found by: its number, group and words, without marks."""
    return fold(squeeze(f"{number} {group} {text}"))

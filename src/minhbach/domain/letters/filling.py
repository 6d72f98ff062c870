"""Fills the places of a letter. What must stand in it and does not is refused, never left open."""

import re
from collections.abc import Iterator, Mapping

from minhbach.domain.letters.model import LetterText
from minhbach.domain.regulations.filling import filled, places_in

_ONLY_IF = re.compile(r"\{([a-z_][a-z0-9_]*)\?\}\s*")


class LetterLacks(ValueError):
    """A letter cannot be drafted: `places` are required of it and empty."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(", ".join(places))
        self.places = places


def places_of(letter: LetterText) -> frozenset[str]:
    """Return every place that a letter names, those that only decide whether a line stands included."""
    texts = (letter.subject, letter.text, *letter.addressees, *letter.recipients)
    return frozenset(place for text in texts for place in (*places_in(text), *_ONLY_IF.findall(text)))


def written_out(letter: LetterText, values: Mapping[str, str]) -> LetterText:
    """Return the letter with its places filled; lines whose condition is empty are left out.

    :raises LetterLacks: if a required place is empty.
    """
    lacking = tuple(place for place in letter.required if not values.get(place, "").strip())
    if lacking:
        raise LetterLacks(lacking)
    return LetterText(
        key=letter.key,
        form=letter.form,
        kind=letter.kind,
        subject=filled(letter.subject, values),
        text="\n".join(_lines(letter.text, values)),
        addressees=tuple(filled(one, values) for one in letter.addressees),
        recipients=tuple(filled(one, values) for one in letter.recipients),
        required=letter.required,
    )


def _lines(text: str, values: Mapping[str, str]) -> Iterator[str]:
    for line in text.splitlines():
        condition = _ONLY_IF.match(line)
        if condition is None:
            yield filled(line, values)
        elif values.get(condition[1], "").strip():
            yield filled(line[condition.end() :], values)

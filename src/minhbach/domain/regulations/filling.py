"""Fills the places of a text: `{dau_moi}` with what the agency said, `{han.answer}` with the statute's own term."""

import re
from collections.abc import Mapping

TERM = "han."
"""What places begin with that the statute fills."""
GAP = "…………"
"""What stands where nothing is filled in yet, as on printed forms."""
_PLACE = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")


def places_in(text: str) -> tuple[str, ...]:
    """Return the keys of the places in a text, each once, in order."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def unknown_places(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the places that nothing fills."""
    return tuple(key for key in places_in(text) if key not in known)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its places filled; a gap stands where a value is still empty."""
    return _PLACE.sub(lambda place: values.get(place[1]) or GAP, text)

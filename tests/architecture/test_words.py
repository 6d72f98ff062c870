"""English stands beside Vietnamese: nothing that the public reads lacks it, and the compiled catalogues are current."""

import re
from pathlib import Path

import pytest

from tests.architecture.house import templates
from tests.architecture.test_templates import EXTENDS
from tools import words

ALL_IN_ENGLISH = ("config", "desk", "foundation", "portal")
"""Rooms whose every word stands in English; of the others, what their public pages say."""
PLACEHOLDER = re.compile(r"%\(\w+\)s")
rooms = pytest.mark.parametrize("room", words.rooms(), ids=lambda room: room.name)


@rooms
def test_compiled_catalogue_is_what_the_words_say(room: Path) -> None:
    """After a change of words: `.venv/bin/python tools/words.py`, then write the English where it is missing."""
    report = words.examine(room, words.words_of(room))
    assert not report.stale
    assert report.needless == [], "nobody says this any more"


@rooms
def test_public_pages_lack_no_english(room: Path) -> None:
    said = words.words_of(room)
    report = words.examine(room, said)
    lacking = {*report.missing, *report.untranslated}
    if room.name not in ALL_IN_ENGLISH:
        public = public_templates(room.name)
        lacking &= {words.plain(key) for key, places in said.items() if public & places}
    assert sorted(lacking) == []


@rooms
def test_english_keeps_every_placeholder(room: Path) -> None:
    for message in words.read_catalogue(room):
        if not message.id:
            continue
        vietnamese = message.id if isinstance(message.id, str) else message.id[0]
        english = [message.string] if isinstance(message.string, str) else list(message.string)
        wanted = set(PLACEHOLDER.findall(vietnamese))
        assert [text for text in english if text and set(PLACEHOLDER.findall(text)) - wanted] == []
        assert not english[-1] or set(PLACEHOLDER.findall(english[-1])) == wanted, vietnamese


def public_templates(room: str) -> set[str]:
    """Return the templates of the public's pages with the parts that they include, as paths in the room."""
    sources = {name: path.read_text(encoding="utf-8") for owner, name, path in templates() if owner == room}
    found = {name for name in sources if stands_in_public_shell(name, sources)}
    while True:
        included = {part for name in found for part in re.findall(r"""include\s+["']([^"']+)""", sources[name])}
        fresh = (included & set(sources)) - found
        if not fresh:
            return {f"templates/{name}" for name in found}
        found |= fresh


def stands_in_public_shell(name: str, sources: dict[str, str]) -> bool:
    """Follow `extends` to the shell."""
    while name in sources:
        extends = EXTENDS.search(sources[name])
        if extends is None:
            return False
        name = extends["name"]
    return name == "foundation/public.html"

"""English stands beside Vietnamese: nothing that the public reads lacks it, and the compiled catalogues are current."""

import ast
import re
from pathlib import Path

import pytest

from tools import words

BARE = re.compile(r"[^\W\d_]*[À-ỹĐđ][^\W_]*(?:[ ,;:]+[^\W_]+)+")
"""At least two words with a Vietnamese letter in one of them: a sentence, not a name or a symbol."""
KEPT_AS_SAID = (
    # Kept with a document as the machine said them; pages go by the code or by the sentence itself.
    "planning/actions/read_document.py",
    "planning/actions/check_evidence.py",
    "agencies/contracts.py",
    "digitisation/reading.py",
    "digitisation/reading_round.py",
    "publication/actions/check_channel_file.py",
    "publication/actions/check_decision_scan.py",
    "publication/actions/open_scheduled.py",
    "publication/actions/take_away_ended.py",
    "publication/actions/take_away_secret.py",
    "register/actions/check_held_file.py",
    "register/actions/drop_document.py",
    "register/files.py",
    # Not said but looked for: the words of names, headings and titles, and what they are shortened to.
    "agencies/rules.py",
    "register/item_columns.py",
    "register/proposal_words.py",
    # Told on the terminal of whoever installs, runs or checks the installation, in its log, and with a job that failed.
    "agencies/planting/plant.py",
    "foundation/eventlog/",
    "foundation/training.py",
    "foundation/supervision/",
    "foundation/search/measuring/",
    # Told to whoever writes a room wrongly, or reads the log beside a page that says that something is broken.
    "foundation/files/disk.py",
    "foundation/registries.py",
    "foundation/search/registries.py",
    # Letters, mail and calendars are Vietnamese, in whatever language the page was that made them.
    "planning/feeds/writing.py",
    "planning/mail_words.py",
    "planning/exports/paper.py",
    "planning/exports/report.py",
    "planning/urging/paper.py",
    "publication/actions/ask_publisher.py",
    "publication/correction_paper.py",
    "publication/minutes.py",
    "publication/procedures/paper.py",
    "publication/redaction/minutes.py",
    "publication/secret_files/minutes.py",
    "publication/service_lists/paper.py",
    "publication/urging_paper.py",
    # The law's own words, and what the index keeps of them: marked as Vietnamese on every page.
    "publication/procedures/indexing.py",
    "publication/procedures/law.py",
    "publication/step_figure.py",
    "publication/regulations/opinion_files.py",
    "publication/regulations/defaults.py",
    "publication/regulations/mail.py",
    "publication/regulations/paper.py",
    # Said in both languages at once, where catalogues may be what is broken.
    "foundation/error_pages.py",
)
"""Files and folders whose sentences stand outside the catalogues, each for its reason."""
ALL_MARKED = (
    "accounts",
    "agencies",
    "desk",
    "digitisation",
    "foundation",
    "planning",
    "portal",
    "publication",
    "register",
)
"""Rooms whose every sentence that a person can see is marked for translation."""
PLACEHOLDER = re.compile(r"%\(\w+\)s")
rooms = pytest.mark.parametrize("room", words.rooms(), ids=lambda room: room.name)


@rooms
def test_compiled_catalogue_is_what_the_words_say(room: Path) -> None:
    """After a change of words: `.venv/bin/python tools/words.py`, then write the English where it is missing."""
    report = words.examine(room, words.words_of(room))
    assert not report.stale
    assert report.needless == [], "nobody says this any more"


@rooms
def test_no_words_lack_english(room: Path) -> None:
    report = words.examine(room, words.words_of(room))
    assert sorted({*report.missing, *report.untranslated}) == []


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


@pytest.mark.parametrize("room", words.rooms(list(ALL_MARKED)), ids=lambda room: room.name)
def test_no_vietnamese_sentence_of_a_page_stands_outside_the_catalogues(room: Path) -> None:
    """What a template says by itself, and what a view, form, rule, query or action says, can all be translated."""
    bare = [f"{path.name}: {said}" for path in templates_of(room) for said in BARE.findall(without_words(path))]
    for path in spoken_by(room):
        bare += [f"{path.relative_to(room)}: {said}" for said in bare_strings(path.read_text(encoding="utf-8"))]
    assert bare == []


def templates_of(room: Path) -> list[Path]:
    """Return the room's templates."""
    return [path for path in sorted((room / "templates").rglob("*.html")) if path.is_file()]


def without_words(path: Path) -> str:
    """Return a template without its tags, comments and translated blocks: what is left is said by itself.

    A link that is marked as Vietnamese is so on every page: it leads to the Vietnamese one.
    """
    said = path.read_text(encoding="utf-8")
    source = re.sub(
        r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{#.*?#}|<a\b[^>]* lang=\"vi\".*?</a>", " ", said, flags=re.DOTALL
    )
    return re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", source, flags=re.DOTALL)


def spoken_by(room: Path) -> list[Path]:
    """Return the Python files whose words people see on pages; commands speak Vietnamese alone."""
    return [
        path
        for path in sorted(room.rglob("*.py"))
        if not {"tests", "migrations", "management", "apps.py"} & set(path.relative_to(room).parts)
        and not path.relative_to(words.ROOMS).as_posix().startswith(KEPT_AS_SAID)
    ]


def bare_strings(source: str) -> list[str]:
    """Return the Vietnamese strings of a module that stand in no call of gettext; docstrings and logs are left out."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    spoken = [node for node in calls if called(node) in words.CALLS or is_for_the_log(node)]
    excused = {id(part) for node in spoken for part in ast.walk(node)}
    excused |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in excused
        and BARE.search(node.value)
    ]


def is_for_the_log(node: ast.Call) -> bool:
    """Tell whether the call is one of `logger`, which those read who run the installation."""
    return isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "logger"


def called(node: ast.Call) -> str:
    """Return the name of what is called, or nothing for what has none."""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")

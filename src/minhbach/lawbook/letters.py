"""The words of letters about requests, read from `law/letters/` and from what an operator added, checked on reading."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from minhbach.domain.letters import LetterKey, LettersInvalid, LetterText, LetterTexts, Reason, places_of
from minhbach.domain.letters.places import DEMANDED, PLACES
from minhbach.domain.statutes.book import NoStatute
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import State
from minhbach.lawbook.folder import added_law_folder, law_folder
from minhbach.lawbook.statutes import statute

_HEAD = {"statutes", "since", "source", "state"}
_LETTER = {"key", "kind", "subject", "text", "addressees", "recipients", "required"}


@cache
def load_letters(folder: Path | None = None, added: Path | None = None) -> tuple[LetterTexts, ...]:
    """Return what all files hold, the latest first; of one day what an operator added stands before ours.

    :raises LettersInvalid: if a file says something that cannot be.
    """
    folders = (folder or law_folder() / "letters", added or added_law_folder() / "letters")
    files = [(read_letters(path), order) for order, one in enumerate(folders) for path in sorted(one.glob("*.toml"))]
    return tuple(texts for texts, _ in sorted(files, key=lambda file: (file[0].since, file[1]), reverse=True))


def letter_text(key: LetterKey, law: Statute, *, sent_on: date) -> LetterText | None:
    """Return the words of a letter for a request sent on a day; None where its law has no such letter."""
    found = (one for texts in _of(law, sent_on) for one in texts.letters if one.key is key)
    return next(found, None)


def reason_for(ground: str, law: Statute, *, sent_on: date) -> Reason | None:
    """Return the everyday sentence for a ground of refusal; None where nobody wrote one."""
    found = (one for texts in _of(law, sent_on) for one in texts.reasons if one.ground == ground)
    return next(found, None)


def form_title(letter: LetterText, law: Statute) -> str:
    """Return the statute's form that a letter stands for: "Mẫu số 05 Nghị định 13/2018/NĐ-CP"; "" for none."""
    form = next((one for one in law.forms if letter.form and one.number == letter.form), None)
    return f"Mẫu số {form.number} {law.title_of(form.document)}" if form else ""


def read_letters(path: Path) -> LetterTexts:
    """Return what a file holds.

    :raises LettersInvalid: if it cannot be read, or says something that cannot be; the message names file and key.
    """
    try:
        texts = _texts(tomllib.loads(path.read_text("utf-8")))
        _check(texts)
    except LettersInvalid as problem:
        raise LettersInvalid(f"{path.name}: {problem}") from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise LettersInvalid(f"{path.name}: không đọc được ({problem})") from problem
    return texts


def _of(law: Statute, sent_on: date) -> Iterable[LetterTexts]:
    return (one for one in load_letters() if law.number in one.statutes and one.since <= sent_on)


def _texts(told: Mapping[str, Any]) -> LetterTexts:
    _refuse_keys(told, _HEAD, _HEAD | {"letter", "reason"}, "đầu tệp")
    return LetterTexts(
        statutes=tuple(told["statutes"]),
        since=told["since"],
        source=told["source"],
        state=State(told["state"]),
        letters=tuple(_letter(one) for one in told.get("letter", ())),
        reasons=tuple(Reason(one["ground"], one["words"], one["remedy"]) for one in told.get("reason", ())),
    )


def _letter(told: Mapping[str, Any]) -> LetterText:
    _refuse_keys(told, _LETTER, _LETTER | {"form"}, f"letter “{told.get('key')}”")
    lists = {key: tuple(told[key]) for key in ("addressees", "recipients", "required")}
    return LetterText(
        key=LetterKey(told["key"]),
        form=told.get("form", ""),
        kind=told["kind"],
        subject=told["subject"],
        text=told["text"].strip(),
        **lists,
    )


def _refuse_keys(told: Mapping[str, Any], needed: set[str], allowed: set[str], place: str) -> None:
    if missing := sorted(needed - told.keys()):
        raise LettersInvalid(f"{place}: thiếu {', '.join(missing)}")
    if unknown := sorted(told.keys() - allowed):
        raise LettersInvalid(f"{place}: không hiểu {', '.join(unknown)}")


def _check(texts: LetterTexts) -> None:
    laws = [_law(number) for number in texts.statutes]
    keys = [one.key for one in texts.letters]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise LettersInvalid(f"letter “{twice}” đứng hai lần")
    for letter in texts.letters:
        _check_letter(letter)
    grounds = {ground.key for law in laws for ground in law.refusal_grounds}
    if unknown := [one.ground for one in texts.reasons if one.ground not in grounds]:
        raise LettersInvalid(f"reason: luật không có căn cứ “{unknown[0]}”")


def _check_letter(letter: LetterText) -> None:
    named = places_of(letter)
    if unknown := sorted((named | set(letter.required)) - PLACES.keys()):
        raise LettersInvalid(f"letter “{letter.key}”: không có gì cho {{{unknown[0]}}}")
    demanded = DEMANDED.get(letter.key, frozenset())
    if missing := sorted(demanded - (named & set(letter.required))):
        raise LettersInvalid(f"letter “{letter.key}”: phải nêu và đòi {{{missing[0]}}}")


def _law(number: str) -> Statute:
    try:
        return statute(number)
    except NoStatute as unknown:
        raise LettersInvalid(f"statutes: “{number}” không có trong dữ liệu pháp luật") from unknown

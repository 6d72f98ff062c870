"""What must fit together inside a statute, on every day on which its values change."""

import re
from itertools import product

from minhbach.domain.statutes.book import Book, StatuteDataInvalid
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.terms import Term
from minhbach.domain.statutes.values import ChannelKey, Complexity, State, Unit

CODES = ("open", "conditional", "closed")
FORMS = ("portal", "data_portal", "official_page", "media", "gazette", "posting", "reception", "other")
LETTERS = "abcdđeghiklmnopqrstuv"
NEEDED = {
    "terms": {"publish", "posting", "petition_published", "petition_provided", "correct_own"},
    "readings": {"extension_counts_from", "transfer_moves_clock", "not_ours", "unanswered_supplement"},
}
"""What rooms ask every statute for by its key."""
_SAID = {Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày(?! làm việc)", Unit.MONTH: "tháng"}


def check_book(book: Book) -> None:
    """Hold every statute to what the rooms rely on.

    :raises StatuteDataInvalid: naming the statute and the key.
    """
    for earlier, later in zip(book.statutes, book.statutes[1:], strict=False):
        _check_comparison(earlier, later)
    for number in (one.number for one in book.statutes):
        for day in book.changes_of(number):
            one = book.statute(number, on=day)
            _check_access(one)
            _check_publication(one)
            _check_terms(one)
            _check_readings(one)


def _check_access(one: Statute) -> None:
    codes = {row.code for row in one.classes}
    if codes != set(CODES):
        raise StatuteDataInvalid(f"{one.number}: classes phải là {', '.join(CODES)}")
    for ground in one.grounds:
        if ground.class_code not in codes:
            raise StatuteDataInvalid(f"{one.number}: grounds “{ground.key}” thuộc loại lạ “{ground.class_code}”")
    for refusal in one.refusal_grounds:
        if not codes.issuperset(refusal.classes):
            raise StatuteDataInvalid(f"{one.number}: refusal_grounds “{refusal.key}” nhắc tới loại lạ")


def _check_publication(one: Statute) -> None:
    letters = [row.letter for row in one.letters]
    if letters != list(LETTERS[: len(letters)]):
        raise StatuteDataInvalid(f"{one.number}: letters phải theo thứ tự {' '.join(LETTERS)}, không bỏ điểm nào")
    for letter in one.letters:
        if letter.portal_duty and not letter.portal_article:
            raise StatuteDataInvalid(f"{one.number}: letters “{letter.letter}” phải lên cổng mà thiếu portal_article")
    for form in one.publication_forms:
        if form.key not in FORMS:
            raise StatuteDataInvalid(
                f"{one.number}: publication_forms “{form.key}” không phải một trong {', '.join(FORMS)}"
            )


def _check_comparison(earlier: Statute, later: Statute) -> None:
    known = {row.letter for row in earlier.letters}
    for letter in later.letters:
        if not known.issuperset(letter.formerly):
            raise StatuteDataInvalid(f"{later.number}: letters “{letter.letter}”: {earlier.number} không có điểm ấy")


def _check_terms(one: Statute) -> None:
    for term in one.terms:
        _check_words(term)
        if (term.amount == 0) != (term.unit is Unit.IMMEDIATELY) or term.amount < 0:
            raise StatuteDataInvalid(
                f"{term.document}: terms “{term.key}”: amount là 0 khi và chỉ khi unit là immediately"
            )
    channels: set[ChannelKey] = {row.key for row in one.channels}
    for channel, complexity in product(channels, Complexity):
        held = [
            row for row in one.terms if row.about == "request" and row.holds_for(channel=channel, complexity=complexity)
        ]
        whats = [row.what for row in held]
        if whats.count("answer") != 1:
            raise StatuteDataInvalid(
                f"{one.number}: terms: {channel}, {complexity} phải có đúng một thời hạn trả lời (answer)"
            )
        if twice := {what for what in whats if whats.count(what) > 1}:
            raise StatuteDataInvalid(f"{one.number}: terms: {channel}, {complexity} có hai thời hạn “{min(twice)}”")
    for about in ("publication", "published", "provided"):
        whats = [row.what for row in one.terms if row.about == about]
        if len(whats) != len(set(whats)):
            raise StatuteDataInvalid(f"{one.number}: terms: {about} có hai thời hạn cho cùng một việc")


def _check_words(term: Term) -> None:
    """Hold an amount to the words that are quoted for it, so that a slip in either is seen."""
    if term.unit is Unit.IMMEDIATELY or term.state is State.UNVERIFIED:
        return
    said = rf"(?<!\d)0*{term.amount}(?: \([^)]*\))? {_SAID[term.unit]}"
    if not re.search(said, term.quotation):
        raise StatuteDataInvalid(f"{term.document}: terms “{term.key}”: quotation không nói {term.amount} {term.unit}")


def _check_readings(one: Statute) -> None:
    for field, needed in NEEDED.items():
        if missing := sorted(needed - {row.key for row in getattr(one, field)}):
            raise StatuteDataInvalid(f"{one.number}: {field} thiếu “{missing[0]}”")
    for reading in one.readings:
        if reading.value not in reading.choices:
            raise StatuteDataInvalid(
                f"{one.number}: readings “{reading.key}”: “{reading.value}” không có trong choices"
            )

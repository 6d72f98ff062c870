"""A question as it was typed: its words, what stands in quotes, what may be a document's number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.domain.search.letters import BREAK, has_marks, in_letters, without_marks
from minhbach.domain.search.lexemes import PAIR, pairs_of
from minhbach.domain.search.words import ShortForms, Words, without_breaks, words_as_typed, words_of, written_out

_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]+)[\"“”„»]")
LONGEST = 60
"""Words of a question that are read; nobody types more, and a page pasted into the box must not cost a minute."""

# Words that bind or ask and say nothing of the subject.
_FUNCTION_WORDS = """thì là của và các những được có không cho với trong khi như thế nào gì ai đâu bao nhiêu lâu sao nếu
phải để từ đến tới do bởi vì về theo tại ở ra vào này đó kia ấy mà hay hoặc cũng đã đang sẽ bị rồi tôi ông bà làm muốn
xin hỏi mấy một nào thế à ạ nhé vậy"""
_WITH_MARKS = frozenset(words_of(_FUNCTION_WORDS, {}))
FUNCTION_WORDS = _WITH_MARKS | frozenset(without_marks(word) for word in _WITH_MARKS)
"""Typed without marks, *tai* may be *tại* or *tài*: such a word is left out alone, and looked for beside another."""
AROUND_A_NUMBER = frozenset(words_of("số ngày tháng năm ký hiệu văn bản so ngay thang nam van ban ky hieu", {}))
"""What people write beside a document's number: no words of what they look for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a pair of words side by side, that is looked for.

    :param bare: typed without marks, so that any marks will do.
    """

    words: tuple[bytes, ...]
    lexeme: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side."""

    terms: tuple[Term, ...]
    pattern: bytes
    bare: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read.

    :param words: all its words in order, with breaks, short forms written out.
    :param phrases: what stands in quotes; its words are among the words.
    :param typed: the words with short forms as they were typed: UBND in a number is no word of the question.
    """

    words: tuple[bytes, ...]
    phrases: tuple[Phrase, ...] = ()
    typed: tuple[bytes, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words and pairs to look for, each once, words first."""
        return terms_of(self.words)

    @property
    def content(self) -> tuple[Term, ...]:
        """The words that say what is looked for; all of them, if there are none but words that bind or ask."""
        telling = [word for word in without_breaks(self.words) if word not in FUNCTION_WORDS]
        return tuple(dict.fromkeys(word_term(word) for word in telling or without_breaks(self.words)))


def read_question(text: str, short_forms: ShortForms) -> Reading:
    """Read what was typed."""
    phrases = tuple(
        phrase_of(words) for quoted in _QUOTED.findall(text) if (words := words_of(quoted, short_forms)[:LONGEST])
    )
    typed = words_as_typed(text)[:LONGEST]
    return Reading(tuple(written_out(typed, short_forms)[:LONGEST]), phrases, tuple(typed))


def terms_of(words: Sequence[bytes]) -> tuple[Term, ...]:
    """Return the words and the pairs of some words, each once; without words that bind or ask, if there are others."""
    found = [term for term in _all_terms(words) if any(word not in FUNCTION_WORDS for word in term.words)]
    return tuple(dict.fromkeys(found or _all_terms(words)))


def _all_terms(words: Sequence[bytes]) -> list[Term]:
    return [*(word_term(word) for word in without_breaks(words)), *(_term(pair) for pair in pairs_of(words))]


def word_term(word: bytes) -> Term:
    """Return the term of one word."""
    return _term(word)


def phrase_of(words: Words) -> Phrase:
    """Return the phrase of some words."""
    alone = list(without_breaks(words))
    terms = [_term(pair) for pair in pairs_of(words)] or [word_term(word) for word in alone]
    pattern = b" " + b" ".join(words).strip(BREAK + b" ") + b" "
    return Phrase(tuple(terms), pattern, bare=not has_marks(pattern))


def _term(lexeme: bytes) -> Term:
    return Term(tuple(lexeme.split(PAIR)), in_letters(lexeme), bare=not has_marks(lexeme))

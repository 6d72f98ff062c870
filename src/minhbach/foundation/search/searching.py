"""Answers a question: a number first, then what fits; within what the asker may see, and nothing else."""

from dataclasses import replace

from django.db import connection

from minhbach.domain.search.questions import Reading, read_question
from minhbach.foundation.search.contracts import Facets, Found, Question
from minhbach.foundation.search.engines import engine_of
from minhbach.foundation.search.expressions import every
from minhbach.foundation.search.frequencies import Frequencies
from minhbach.foundation.search.known_items import known_item
from minhbach.foundation.search.looking import View
from minhbach.foundation.search.matches import Matches, browsed, by_need, by_number, by_words
from minhbach.foundation.search.saying import as_written, words_people_say
from minhbach.foundation.search.showing import hits_of
from minhbach.foundation.search.sieve import sieve_of
from minhbach.foundation.search.spelling import as_typed, corrected, question_with_marks
from minhbach.foundation.search.tokens import filters_of, kinds_of, rights_of
from minhbach.lawbook.short_forms import short_forms


def search(question: Question) -> Found:
    """Return a page of what answers a question.

    Entries come by how well title and text fit; the document whose number was asked for comes first. A short question
    finds what has all its words; a longer one, and a short one that nothing has whole, what has most of them.
    """
    rights = rights_of(question)
    if rights is None:
        return Found((), 0, counted_exactly=True)
    with engine_of(connection.vendor).reading(connection):
        return _answer(question, View(rights, (), sieve_of(question)))


def _answer(question: Question, rights: View) -> Found:
    filters = filters_of(question)
    view = replace(rights, scope=every(rights.scope, *kinds_of(question))).narrowed(*filters)
    reading = read_question(question.words, short_forms())
    frequencies = Frequencies()
    if not reading.words:
        return _found(browsed(view), question, reading)
    if item := known_item(reading.typed, view):
        return _found(by_number(item, view, frequencies), question, reading)
    said = words_people_say(reading)
    meant = replace(reading, words=corrected(reading.words, view=rights, frequencies=frequencies, sure=said))
    find = by_need if question.broadly else by_words
    matches = find(meant, view, frequencies, is_filtered=bool(filters), order=question.order)
    marked = question_with_marks(meant, view=rights, frequencies=frequencies)
    also = [*([marked] if marked else []), *(() if question.broadly else as_written(meant, view=rights))]
    found = _found(matches, question, meant)
    return replace(found, searched=as_typed(meant.words) if meant.words != reading.words else "", also=tuple(also))


def _found(matches: Matches, question: Question, reading: Reading) -> Found:
    page = matches.page(question.order, offset=question.offset, limit=question.limit)
    return Found(
        hits=hits_of(page, reading.terms),
        count=matches.count,
        counted_exactly=matches.counted_exactly,
        facets=matches.facets() if question.with_facets else Facets(),
    )

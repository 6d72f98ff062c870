"""What documents write in place of what somebody typed; nothing that the asker may not see."""

from minhbach.domain.search.plain_words import plain_words_in
from minhbach.domain.search.questions import Reading, word_term
from minhbach.foundation.search.looking import View
from minhbach.foundation.search.spelling import as_typed
from minhbach.lawbook.matters import load_matters

_MOST = 2


def as_written(reading: Reading, *, view: View) -> tuple[str, ...]:
    """Return what to look for instead: of each plain word of a question the first phrase that something visible has.

    :param view: what the asker may see, without filters.
    """
    plain = plain_words_in(reading.words, load_matters().plain_words)[:_MOST]
    found = []
    for one in plain:
        phrases = (phrase for phrase in one.written if any(word not in reading.words for word in phrase))
        phrase = next((phrase for phrase in phrases if view.has(*(word_term(word).lexeme for word in phrase))), None)
        if phrase:
            found.append(as_typed(phrase))
    return tuple(dict.fromkeys(found))


def words_people_say(reading: Reading) -> frozenset[bytes]:
    """Return the words of a question that people use for some matter, whether or not any document has them."""
    found = plain_words_in(reading.words, load_matters().plain_words)
    return frozenset(word for one in found for word in one.said)

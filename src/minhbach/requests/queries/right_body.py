"""Which bodies may hold what a case asks for: those that hold what is public and fits its words."""

from collections import Counter
from datetime import date

from minhbach.agencies.queries import body_names, successor_today
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Question
from minhbach.register.queries import ITEM, public_items
from minhbach.requests.models import Case

LOOKED_AT, OFFERED = 12, 4


def bodies_proposed(case: Case, *, on: date) -> list[tuple[int, str]]:
    """Return id and name of other bodies, the likeliest first; who followed one that is no more stands for it."""
    words = case.submission.text if case.whole_id is None else case.subject
    hits = search(Question(words, frozenset({PUBLIC}), kinds=frozenset({ITEM}), limit=LOOKED_AT)).hits
    found_items = public_items().filter(pk__in=[hit.subject_id for hit in hits])
    rows: list[int] = list(found_items.values_list("body_id", flat=True))
    likeliest = (body for body, _count in Counter(rows).most_common(OFFERED))
    found = [(successor_today(body, on) or (body,))[0] for body in likeliest]
    names = body_names(set(found))
    return [(body, names[body]) for body in dict.fromkeys(found) if body != case.body_id and body in names]

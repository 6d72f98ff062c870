"""What is told to who posts an act on a letter that cannot be done any more: how it stands."""

from collections.abc import Collection

from django.urls import reverse

from minhbach.domain.access import Actor, Role
from minhbach.foundation.late_posts import Standing
from minhbach.papers.contracts import LetterNotVisible
from minhbach.papers.history import history_of
from minhbach.papers.queries import visible_letter


def where_a_letter_stands(actor: Actor, subject_id: int, act: str, roles: Collection[Role]) -> Standing | None:  # noqa: ARG001
    """Return the letter's page with what was done last."""
    try:
        row = visible_letter(subject_id, actor=actor)
    except LetterNotVisible:
        return None
    url, line = reverse("papers:letter", args=[row.pk]), next(iter(history_of(row.pk)), None)
    if not actor.holds(*roles, body=row.body_id):
        return None
    return Standing(url, line.what, line.moment, line.who) if line else Standing(url)

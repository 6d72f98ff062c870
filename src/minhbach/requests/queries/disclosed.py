"""Answers that everybody may read, without who asked: those that the gate let through."""

from django.db.models import QuerySet

from minhbach.domain.text import fold, squeeze
from minhbach.register.queries.lists import of_bodies
from minhbach.requests.models import Answer


def disclosed_answers(*, words: str = "", body_id: int | None = None) -> QuerySet[Answer]:
    """Return the public ones, the newest first, each with the item that tells it.

    :param body_id: those of a body, of its units, and of what came before it.
    """
    rows = Answer.objects.filter(item__public_version__isnull=False)
    for word in fold(squeeze(words)).split():
        rows = rows.filter(item__search_text__contains=word)
    rows = rows.filter(item__body_id__in=of_bodies([body_id])) if body_id else rows
    return rows.select_related("item__body").order_by("-sent_on", "-pk")

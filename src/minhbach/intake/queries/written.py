"""Numbers of papers inside what a sender wrote, wherever it lies: what was sent first, the thread, the mails."""

from collections.abc import Iterator

from django.db.models import Q

from minhbach.intake.covering import identity_numbers_in
from minhbach.intake.mail.keeping import opened_words
from minhbach.intake.models import Message, Submission, TakenMail


def identity_numbers_of(submission_id: int) -> tuple[str, ...]:
    """Return them, each once, for a room that has asked who may read the words and has noted why."""
    return identity_numbers_in(*_texts(submission_id))


def _texts(submission_id: int) -> Iterator[str]:
    yield from Submission.objects.filter(pk=submission_id).values_list("text", flat=True)
    yield from Message.objects.filter(submission=submission_id, is_from_sender=True).values_list("text", flat=True)
    for mail in TakenMail.objects.filter(Q(submission=submission_id) | Q(into=submission_id)).order_by("pk"):
        if words := opened_words(mail.content):
            yield from (words.subject, words.text)

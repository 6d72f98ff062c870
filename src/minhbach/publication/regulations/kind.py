"""How internal regulations go through the gate of announcements."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.foundation import clock
from minhbach.foundation.actions.index_entry import drop_entry
from minhbach.papers.preview import blocks_shown
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.models import Announcement
from minhbach.publication.regulations.content import filled_articles, subject_of
from minhbach.publication.regulations.indexing import index_regulation
from minhbach.publication.regulations.paper import text_blocks


def context(row: Announcement) -> dict[str, Any]:
    """Return how it is called, and its text as it reads, for page and approval alike."""
    today = clock.today()
    return {
        "called": decision_words(row.number, row.decided_on) if row.number else _("Bản đang soạn"),
        "subject": subject_of(row.regulation, on=today),
        "blocks": blocks_shown(text_blocks(filled_articles(row.regulation, on=today)), under_title=True),
    }


def words(row: Announcement) -> Iterable[str]:
    """Return the whole text: what is filled in, and what people wrote."""
    today = clock.today()
    articles = filled_articles(row.regulation, on=today)
    return (subject_of(row.regulation, on=today), *(f"{one.title}\n{one.text}" for one in articles))


def why_unfinished(row: Announcement) -> str | None:
    """Return that it is not issued yet: only what a decision issued becomes public."""
    if row.regulation.state != RegulationState.ISSUED:
        return _("Quy chế chưa được ban hành. Soạn quyết định, cấp số, lưu bản ký rồi trình công khai.")
    return None


def why_no_scan(row: Announcement) -> str | None:
    """Return that there is nothing signed yet: the text may still be written."""
    if row.regulation.state != RegulationState.ISSUED:
        return _("Quy chế chưa được ban hành. Ban hành rồi gửi bản quét có chữ ký, con dấu.")
    return None


def approved(row: Announcement, before: Announcement | None, actor: Actor, now: datetime) -> None:  # noqa: ARG001
    """Let it be found in place of the one before."""
    if before is not None:
        drop_entry(before.kind, before.pk)
    index_regulation(row)


def withdrawn(row: Announcement) -> None:
    """Let it be found no more."""
    drop_entry(row.kind, row.pk)

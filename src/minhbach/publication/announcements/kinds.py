"""What differs from one kind of announcement to the next: its pages, its words, what it must say before a leader looks.

The gate itself, its pages and Hôm nay treat all kinds alike and ask here. A new kind is one more `HowAnnounced`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Actor
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.models import Announcement
from minhbach.publication.procedures import kind as procedure_kind
from minhbach.publication.regulations import kind as regulation_kind
from minhbach.publication.service_lists import kind as service_list_kind


def _nothing(_row: Announcement) -> None:
    """Do nothing else; nothing stands against it."""


@dataclass(frozen=True, slots=True)
class HowAnnounced:
    """How one kind goes through the gate.

    :param name: what it is called on pages.
    :param page: the officers' page of one; takes its id. `list_page`: of all that one's bodies have.
    :param public_address: where the public reads one.
    :param template: what the leader looks at before approving; `context` gives its further values.
    :param words: what people typed into it, each of which is looked through for marks of secrecy and personal data.
    :param why_unfinished: a sentence that says what it lacks, or None: the leader may see it.
    :param why_no_scan: a sentence that says why no scan of its decision is taken yet, or None.
    :param approved: what else happens when it becomes public: (it, what it replaces, who approves, when).
    :param withdrawn: what else happens when nobody outside reads it any more.
    """

    name: Promise
    page: str
    list_page: str
    public_address: Callable[[Announcement], str]
    template: str
    context: Callable[[Announcement], dict[str, Any]]
    words: Callable[[Announcement], Iterable[str]]
    why_unfinished: Callable[[Announcement], str | None]
    approved: Callable[[Announcement, Announcement | None, Actor, datetime], None]
    withdrawn: Callable[[Announcement], None] = _nothing
    why_no_scan: Callable[[Announcement], str | None] = _nothing


HOW: Mapping[str, HowAnnounced] = {
    AnnouncementKind.SERVICE_UNITS.value: HowAnnounced(
        name=_("Danh mục đơn vị sự nghiệp công lập"),
        page="announcements:service_list",
        list_page="announcements:service_lists",
        public_address=lambda row: reverse("announcements:public_service_list", args=[row.pk]),
        template="publication/parts/listed_units.html",
        context=service_list_kind.context,
        words=service_list_kind.words,
        why_unfinished=service_list_kind.why_unfinished,
        approved=service_list_kind.approved,
    ),
    AnnouncementKind.PROCEDURE.value: HowAnnounced(
        name=_("Thủ tục cung cấp thông tin theo yêu cầu"),
        page="procedures:draft",
        list_page="procedures:drafts",
        public_address=lambda row: reverse("procedures:version", args=[row.body.slug, row.pk]),
        template="publication/parts/procedure_content.html",
        context=procedure_kind.context,
        words=procedure_kind.words,
        why_unfinished=procedure_kind.why_unfinished,
        approved=procedure_kind.approved,
        withdrawn=procedure_kind.withdrawn,
    ),
    AnnouncementKind.REGULATION.value: HowAnnounced(
        name=_("Quy chế nội bộ về cung cấp thông tin"),
        page="regulations:draft",
        list_page="regulations:drafts",
        public_address=lambda row: reverse("regulations:regulation", args=[row.pk]),
        template="publication/parts/regulation_text.html",
        context=regulation_kind.context,
        words=regulation_kind.words,
        why_unfinished=regulation_kind.why_unfinished,
        approved=regulation_kind.approved,
        withdrawn=regulation_kind.withdrawn,
        why_no_scan=regulation_kind.why_no_scan,
    ),
}


def how(row: Announcement) -> HowAnnounced:
    """Return how this one goes through the gate."""
    return HOW[row.kind]

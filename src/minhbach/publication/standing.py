"""What is told to who posts an act at the gate that cannot be done any more: how its subject stands."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from minhbach.domain.access import Actor, Role
from minhbach.foundation.late_posts import Standing
from minhbach.publication.announcements.kinds import how
from minhbach.publication.announcements.labels import history_of
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.history import (
    HistoryLine,
    history_of_item,
    history_of_petition,
    history_of_redaction,
    history_of_translation,
)
from minhbach.publication.queries.announcements import visible_announcement
from minhbach.publication.queries.items import gate_item
from minhbach.publication.queries.petitions import visible_petition
from minhbach.publication.queries.redactions import visible_redaction
from minhbach.publication.queries.translations import visible_translation
from minhbach.publication.rules import MAY_TEND, SEES
from minhbach.register.queries.visible import holds_for


@dataclass(frozen=True, slots=True)
class WhereAtTheGate:
    """Answers for one kind of subject.

    :ivar visible: returns one for who asks. `page`: the name of its address.
    :ivar works: who acts where a view lets in all who read: reading is no right to act.
    """

    visible: Callable[..., Any]
    page: Callable[[Any], str]
    history: Callable[[Any], tuple[HistoryLine, ...]]
    works: Collection[Role] = MAY_TEND

    def __call__(self, actor: Actor, subject_id: int, act: str, roles: Collection[Role]) -> Standing | None:  # noqa: ARG002
        """Return the subject's page with what was done last."""
        try:
            row = self.visible(subject_id, actor=actor)
        except PublicationNotVisible:
            return None
        if not holds_for(actor, self.works if tuple(roles) == tuple(SEES) else roles, row.body_id):
            return None
        url, line = reverse(self.page(row), args=[row.pk]), next(iter(self.history(row)), None)
        return Standing(url, line.what, line.moment, line.who) if line else Standing(url)


AN_ITEM = WhereAtTheGate(gate_item, lambda _row: "publication:item", lambda row: history_of_item(row.pk))
A_PETITION = WhereAtTheGate(
    visible_petition, lambda _row: "publication:petition", lambda row: history_of_petition(row.pk)
)
A_REDACTION = WhereAtTheGate(visible_redaction, lambda _row: "redaction:redaction", history_of_redaction)
A_TRANSLATION = WhereAtTheGate(
    visible_translation, lambda _row: "publication:translation", lambda row: history_of_translation(row.pk)
)
AN_ANNOUNCEMENT = WhereAtTheGate(visible_announcement, lambda row: how(row).page, history_of)

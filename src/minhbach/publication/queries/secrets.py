"""Files in which newer rules found a mark of secrecy: for the leaders of the body alone, until they have decided."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.publication.contracts import PublicationNotVisible, SecretDecision
from minhbach.publication.models import SecretFinding
from minhbach.publication.rules import MAY_APPROVE
from minhbach.register.queries import items_kept_for, may_read_version_file
from minhbach.register.queries.visible import bodies_of_holders, holds_for

UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class SecretFilters:
    """What the list is narrowed to; "" and None narrow nothing.

    :param words: a number of the register's book. No word of a file is asked for: it may be the secret.
    :param state: UNDECIDED, or a `SecretDecision`.
    """

    words: str = ""
    state: str = ""
    body_id: int | None = None
    year: int | None = None


def narrowed_findings(rows: QuerySet[SecretFinding], to: SecretFilters) -> QuerySet[SecretFinding]:
    """Return the findings that fit."""
    if to.words.strip():
        number = to.words.strip()
        rows = rows.filter(item__book_number=int(number)) if _is_number(number) else rows.none()
    if to.state:
        rows = rows.filter(decision="" if to.state == UNDECIDED else to.state)
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    return rows.filter(found_at__year=to.year) if to.year else rows


def _is_number(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 10


def findings_visible_to(actor: Actor) -> QuerySet[SecretFinding]:
    """Return the findings in the registers of the bodies that the actor leads."""
    rows = SecretFinding.objects.filter(body_id__in=bodies_of_holders(actor, MAY_APPROVE))
    return rows.filter(item__in=items_kept_for(actor)).select_related("item", "body", "decided_by")


def visible_finding(finding_id: int, *, actor: Actor) -> SecretFinding:
    """Return one finding.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(findings_visible_to(actor).filter(pk=finding_id))


def finding_for_change(finding_id: int, *, actor: Actor) -> SecretFinding:
    """Return one finding, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    return _only(findings_visible_to(actor).select_for_update(of=("self",)).filter(pk=finding_id))


def _only(rows: QuerySet[SecretFinding]) -> SecretFinding:
    row = rows.first()
    if row is None:
        raise PublicationNotVisible
    return row


def findings_for_today(actor: Actor) -> QuerySet[SecretFinding]:
    """Return what waits for this leader's decision, the longest waiting first."""
    return findings_visible_to(actor).filter(decision="").order_by("found_at", "pk")


def waits_for_decision(item_id: int) -> bool:
    """True while a leader has not decided on a file of the item. The caller has asked who may see the item."""
    return SecretFinding.objects.filter(item_id=item_id, decision="").exists()


def may_read_kept_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a file of a version, where one of its files may be secret.

    Until a leader has decided, the body's leaders alone; once it is secret, nobody; otherwise as the register says.
    """
    found = list(SecretFinding.objects.filter(version_id=int(subject.id)).values_list("decision", "body_id"))
    if any(decision == SecretDecision.SECRET for decision, _body in found):
        return False
    if any(not decision and not holds_for(actor, MAY_APPROVE, body) for decision, body in found):
        return False
    return may_read_version_file(actor, subject)


def settled_files(edition: str) -> Collection[int]:
    """Return the register's files on which a leader decided after the rules of this edition found them (for jobs)."""
    rows = SecretFinding.objects.filter(edition=edition).exclude(decision="")
    return rows.values_list("version_file", flat=True)

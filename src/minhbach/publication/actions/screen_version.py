"""Look through a version: secrecy marks, personal data (sàng lọc). The machine finds, people answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.screening.contracts import Finding, Screening
from minhbach.extraction.screening.files import screen_bytes
from minhbach.extraction.screening.screen import screen_text
from minhbach.extraction.screening.sheet import as_text
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import CorruptFile, StoredFileRecord, Subject, body_chain
from minhbach.foundation.queries import file_content
from minhbach.publication.content import Content, content_of
from minhbach.publication.models import Publication, ScreeningFinding, ScreeningRun
from minhbach.publication.models.screening import RunState
from minhbach.publication.queries.items import locked_item
from minhbach.register.queries import ITEM

AROUND = 60
"""Characters before and behind a finding that are shown with it."""
MOST_FINDINGS = 20_000
MOST_UNREAD = 50
SPACES = re.compile(r"\s+")


@dataclass
class Seen:
    """What one look found in all."""

    looked_at: list[dict[str, Any]] = field(default_factory=list)
    findings: list[ScreeningFinding] = field(default_factory=list)
    secrecy: str = ""
    urgency: str = ""

    def add(self, screening: Screening, text: str, *, source: str = "", sha256: str = "") -> None:
        """Take in what one text gave."""
        self.secrecy = self.secrecy or screening.secrecy or ""
        self.urgency = self.urgency or screening.urgency or ""
        for found in screening.findings[: MOST_FINDINGS - len(self.findings)]:
            self.findings.append(_row(found, text, source, sha256))


def screen_version(*, run_id: int, actor: Actor, now: datetime) -> None:
    """Look through what a run was asked for, and write down what was found. Safe to call again, late, or twice."""
    run = ScreeningRun.objects.select_related("publication").filter(pk=run_id, state=RunState.WAITING).first()
    if run is None:
        return
    item_id, version_id = run.publication.subject_id, run.publication.version_id
    content = content_of(locked_row(item_id, actor=actor), version_id)
    seen = look_through(content)
    _write(run_id, content, seen, actor, now)


@transaction.atomic
def locked_row(item_id: int, *, actor: Actor) -> Any:
    """Return the item as it stands; the lock is gone with the transaction, since a look may take minutes."""
    return locked_item(item_id, actor=actor)


def look_through(content: Content) -> Seen:
    """Return what is found in the words and in every file."""
    seen = Seen()
    words = as_text(content.said)
    seen.add(screen_text(words), words)
    for file in content.files:
        seen.looked_at.append(_file(file, seen))
    if not content.files:
        text = as_text(content.version.text)
        seen.add(screen_text(text), text)
    return seen


def _file(file: StoredFileRecord, seen: Seen) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": file.name,
        "sha256": file.sha256,
        "characters": 0,
        "pages": None,
        "trouble": "",
        "unread": [],
    }
    try:
        found = screen_bytes(file_content(file.id))
    except CorruptFile as damaged:
        return {**entry, "trouble": str(damaged)}
    except CannotRead as refused:
        # A picture without any text can only be looked at; what cannot be opened cannot be known.
        return {
            **entry,
            "trouble": "" if refused.code == "empty" else refused.message,
            "blank": refused.code == "empty",
        }
    seen.add(found.screening, found.text, source=file.name, sha256=file.sha256)
    unread = list(found.unread)[:MOST_UNREAD]
    return {**entry, "characters": len(found.text), "pages": found.pages, "unread": unread}


def _row(found: Finding, text: str, source: str, sha256: str) -> ScreeningFinding:
    return ScreeningFinding(
        label=found.label,
        text=found.text[:300],
        source=source[:200],
        sha256=sha256,
        page=found.page,
        before=_spaced(text[max(0, found.start - AROUND) : found.start]),
        after=_spaced(text[found.end : found.end + AROUND]),
        why=found.why[:200],
        confidence=found.confidence,
    )


def _spaced(text: str) -> str:
    """Return a piece of text on one line; what touches the finding goes on touching it."""
    return SPACES.sub(" ", text)


@transaction.atomic
def _write(run_id: int, content: Content, seen: Seen, actor: Actor, now: datetime) -> None:
    run = ScreeningRun.objects.select_for_update().filter(pk=run_id, state=RunState.WAITING).first()
    if run is None:  # Another worker was quicker while this one was reading.
        return
    publication = Publication.objects.select_for_update().get(pk=run.publication_id)
    run.state, run.done_at, run.digest = RunState.DONE, now, content.digest
    run.looked_at, run.secrecy, run.urgency = seen.looked_at, seen.secrecy[:20], seen.urgency[:20]
    run.save()
    _keep_answers(publication, run, seen.findings)
    ScreeningFinding.objects.bulk_create(seen.findings, batch_size=500)
    try:
        publication.state = PUBLICATION.next(PublicationState(publication.state), PublicationEvent.CHECK)
    except MoveNotAllowed:
        return  # It went another way meanwhile; what was found is written down all the same.
    publication.save(update_fields=["state"])
    record_event(
        chain=body_chain(publication.body_id),
        kind="publication.screened",
        subject=Subject(ITEM, publication.subject_id),
        actor=actor,
        now=now,
        facts={
            "version": publication.version_number,
            "files": len(seen.looked_at),
            "findings": len(seen.findings),
            "secret": bool(seen.secrecy),
            "digest": content.digest,
        },
    )


def _keep_answers(publication: Publication, run: ScreeningRun, findings: list[ScreeningFinding]) -> None:
    """Put the new findings under their run; what was answered of the very same file holds on."""
    answers = dict(_answered(publication, run))
    for one in findings:
        one.run = run
        before = answers.get((one.label, one.text, one.sha256, one.page, one.before))
        if before is not None and one.sha256:
            one.ground, one.ground_words = before.ground, before.ground_words
            one.answered_by_id, one.answered_at = before.answered_by_id, before.answered_at


def _answered(publication: Publication, run: ScreeningRun) -> Iterator[tuple[tuple[Any, ...], ScreeningFinding]]:
    last = publication.runs.filter(state=RunState.DONE).exclude(pk=run.pk).order_by("-pk").first()
    for one in last.findings.exclude(ground="") if last else ():
        yield (one.label, one.text, one.sha256, one.page, one.before), one

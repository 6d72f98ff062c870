"""A kept file that newer rules find secret: the leader alone opens it until decided, and minutes say what was done."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from minhbach.domain.access import VISITOR, Actor, Role
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.publication.actions.decide_secret import decide_secret
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused, SecretDecision
from minhbach.publication.jobs import look_at_kept_files
from minhbach.publication.models import SecretFinding
from minhbach.publication.queries.secrets import findings_for_today
from minhbach.publication.tests.conftest import NOW, SECRET, World, published
from minhbach.register.indexing import tokens_of
from minhbach.register.models import Item, VersionFile
from minhbach.register.queries import ITEM
from minhbach.register.tests.test_pages import client_of

MakeItem = Callable[..., Item]


@pytest.fixture(autouse=True)
def newer_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules of today find a mark in every file that is looked at again."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr("minhbach.register.actions.look_at_file.file_content", lambda _file: SECRET.encode())


def looked_at_again() -> Any:
    VersionFile.objects.update(looked_with="older rules")
    return look_at_kept_files.call()["numbers"]


@pytest.fixture
def finding(world: World, item: MakeItem) -> SecretFinding:
    """Of a public item."""
    published(item(), world.officer(Role.SPECIALIST), world.officer(Role.LEADER))
    looked_at_again()
    return SecretFinding.objects.get()


def decided(finding: SecretFinding, leader: Actor, decision: SecretDecision, words: str = "Đã bàn giao") -> None:
    decide_secret(finding_id=finding.pk, decision=decision, words=words, seen_with_own_eyes=True, actor=leader, now=NOW)


def opened(client: Client) -> int:
    file = VersionFile.objects.get()
    return client.get(reverse("foundation:file", args=[file.file_id, file.name])).status_code


def found(actor: Actor) -> int:
    return len(search(Question("diện tích đất lúa", tokens=tokens_of(actor))).hits)


def test_until_decided_the_leader_alone_opens_it_and_no_search_finds_its_text(
    world: World, finding: SecretFinding
) -> None:
    leader, others = world.officer(Role.LEADER), (Role.SPECIALIST, Role.FOCAL_POINT, Role.MODERATOR, Role.SUPERVISOR)
    assert opened(client_of(leader)) == 200
    assert {opened(client_of(world.officer(one))) for one in others} == {404}
    assert opened(client_of(world.officer(*Role, body=world.other_ward))) == 404
    assert [found(one) for one in (VISITOR, world.officer(Role.SPECIALIST), leader)] == [0, 0, 0]
    assert finding.was_public


def test_what_is_secret_is_opened_by_nobody(world: World, finding: SecretFinding) -> None:
    leader = world.officer(Role.LEADER)
    decided(finding, leader, SecretDecision.SECRET)
    assert opened(client_of(leader)) == 404
    assert not findings_for_today(leader).exists()
    assert looked_at_again() == {"files": 0, "secret": 0}
    kinds = [one.kind for one in events_about(Subject(ITEM, finding.item_id))]
    assert kinds.count("publication.file_marked") == 1
    assert kinds[-1] == "publication.file_found_secret"


def test_what_is_none_is_opened_and_found_again_and_does_not_become_public(
    world: World, finding: SecretFinding
) -> None:
    decided(finding, world.officer(Role.LEADER), SecretDecision.MISTAKEN, "Chữ trong trích dẫn luật")
    specialist = world.officer(Role.SPECIALIST)
    assert opened(client_of(specialist)) == 200
    assert found(specialist) == 1
    assert found(VISITOR) == 0
    assert looked_at_again()["secret"] == 0


def test_what_cannot_be_is_refused(world: World, finding: SecretFinding) -> None:
    leader = world.officer(Role.LEADER)
    for other in (world.officer(Role.FOCAL_POINT), world.officer(*Role, body=world.other_ward)):
        with pytest.raises(PublicationNotVisible):
            decided(finding, other, SecretDecision.MISTAKEN)
    with pytest.raises(PublicationRefused, match="không chép nội dung"):
        decided(finding, leader, SecretDecision.SECRET, " ")
    with pytest.raises(PublicationRefused, match="Tôi đã xem tệp"):
        decide_secret(
            finding_id=finding.pk, decision=SecretDecision.SECRET, words="x", seen_with_own_eyes=False, actor=leader,
            now=NOW,
        )  # fmt: skip
    decided(finding, leader, SecretDecision.SECRET)
    with pytest.raises(PublicationRefused, match="Người khác đã quyết định"):
        decided(finding, leader, SecretDecision.MISTAKEN)


def test_the_page_takes_the_decision_and_the_minutes_say_who_when_what_and_no_word_of_the_file(
    world: World, finding: SecretFinding
) -> None:
    leader = world.officer(Role.LEADER)
    boss, url = client_of(leader), f"/lam-viec/cong-khai/tep-co-dau-mat/{finding.pk}/"
    assert boss.get("/lam-viec/cong-khai/tep-co-dau-mat/").content.decode().count(url) == 1
    wrong = boss.post(url, {"decision": "secret", "words": "Đã giao văn thư", "seen": ""})
    assert wrong.status_code == 422
    assert "Đã giao văn thư" in wrong.content.decode()
    boss.post(url, {"decision": "secret", "words": "Đã giao văn thư", "seen": "on"})
    document = Document(BytesIO(boss.get(f"{url}bien-ban.docx").content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(one.text for one in document.paragraphs), *cells])
    for part in ("BIÊN BẢN", "bản 1", "09:00 ngày 13/10/2026", "Rút khỏi công khai", "Đã giao văn thư", "Lê Thử"):
        assert part in text
    for kept_out in (finding.item.title, VersionFile.objects.get().name, VersionFile.objects.get().sha256):
        assert kept_out not in text
    assert boss.post(url, {"decision": "mistaken", "words": "x", "seen": "on"}).status_code == 404


def test_what_was_never_public_waits_for_its_leader_too(world: World, item: MakeItem) -> None:
    item()
    looked_at_again()
    assert not SecretFinding.objects.get().was_public
    assert opened(client_of(world.officer(Role.SPECIALIST))) == 404

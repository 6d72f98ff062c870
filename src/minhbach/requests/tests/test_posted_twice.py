"""Every act on a case, posted once more: the same form changes nothing, a page left open is told what is done."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.domain.access import Role
from minhbach.domain.lifecycles.request import RequestEvent as E
from minhbach.domain.lifecycles.request import RequestState, request_lifecycle
from minhbach.domain.statutes import Complexity
from minhbach.foundation import clock
from minhbach.foundation.models import PostedForm
from minhbach.intake.contracts import Way
from minhbach.intake.models import Message
from minhbach.register.tests.test_pages import BACKEND
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.consult import ask_third_person
from minhbach.requests.actions.end_case import withdraw_by_officer
from minhbach.requests.acts.buttons import PAGES, SENDING
from minhbach.requests.dues import law_of
from minhbach.requests.models import Answer, Case, Consultation
from minhbach.requests.rules import ROLES_FOR
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World, online
from minhbach.requests.tests.test_acts import again, in_work
from minhbach.requests.tests.test_answers import approved, prepared
from minhbach.requests.tests.test_costs_and_after import costed

MakeCase = Callable[..., Case]
OLD = date(2026, 8, 28)
"""A day of the law of 2016."""
REASON = {"reason": "Nói ở quầy."}
SOON = "20/10/2026"
NOTHING_DONE = "không làm gì thêm"
OF_BROWSERS = ("sessions", "axes")
FORMS = "foundation.PostedForm"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let pages open on the day of the made-up commune, but where a test of the commune's year says another."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 10, 13, 3, 0, tzinfo=UTC))
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    yield


def lacking(world: World, row: Case) -> Case:
    """Ask the requester for what lacks, until a day before today."""
    focal, words = world.officer(Role.FOCAL_POINT), "Xin ghi rõ năm."
    before = datetime(2026, 10, 5, 2, 0, tzinfo=UTC)
    day = date(2026, 10, 12)
    ask_supplement(case_id=row.pk, lacks=["address"], words=words, by=day, actor=focal, now=before)
    return again(row)


def consulting(world: World, row: Case) -> Case:
    """Ask a third person."""
    specialist = world.officer(Role.SPECIALIST)
    ask_third_person(
        case_id=in_work(world, row).pk, who="Bà Lê Thị Thử", question="Bảng giá", by=TODAY, calendar=CALENDAR,
        actor=specialist, now=NOW,
    )  # fmt: skip
    return again(row)


def withdrawn(world: World, row: Case) -> Case:
    """Take the request back."""
    withdraw_by_officer(case_id=row.pk, reason="Nhầm.", actor=world.officer(Role.FOCAL_POINT), now=NOW)
    return again(row)


def _prepared(world: World, row: Case) -> Case:
    prepared(world, in_work(world, row))
    return again(row)


def _approved(world: World, row: Case) -> Case:
    approved(world, in_work(world, row))
    return again(row)


def to_be_paid(world: World, row: Case) -> Case:
    """Tell what it costs."""
    costed(world, _approved(world, row))
    return again(row)


def new(_world: World, row: Case) -> Case:
    """Leave it as it came."""
    return row


Typed = dict[str, Any] | Callable[[World, Case], dict[str, Any]]
SCENES: dict[E, tuple[Callable[[World, Case], Case], Typed]] = {
    E.FIND_VALID: (new, {"valid_on": "13/10/2026"}),
    E.ASK_SUPPLEMENT: (new, {"lacks": ["address"], "words": "Xin ghi rõ năm.", "by": SOON}),
    E.CLOSE_UNANSWERED: (lacking, {}),
    E.SET_ASIDE: (new, {"words": "Gửi tới Thanh tra tỉnh."}),
    E.ASSIGN: (in_work, lambda world, _row: {"handler": world.officer(Role.SPECIALIST).person, "by": SOON}),
    E.NOTIFY_TERM: (lambda world, row: in_work(world, row, on=OLD, complexity=Complexity.COMPLEX), {}),
    E.EXTEND: (in_work, {"by": "3", "reason": "Phải tập hợp từ ba thôn."}),
    E.ASK_OPINION: (in_work, lambda world, _row: {"name": world.other_ward.name, "question": "Bảng giá", "by": SOON}),
    E.ASK_THIRD_PERSON: (in_work, {"who": "Bà Lê Thị Thử", "question": "Bảng giá", "by": SOON}),
    E.HEAR: (
        consulting,
        lambda _world, row: {
            "consultation": Consultation.objects.get(case=row).pk, "outcome": "agrees", "on": "13/10/2026"
        },
    ),
    E.PREPARE: (in_work, {"outcome": "provide", "given": "Bảng giá đất", "explainer": "Trần Thử"}),
    E.APPROVE: (_prepared, lambda _world, row: {"answer_id": Answer.objects.get(case=row).pk, "seen": "on"}),
    E.SEND_BACK: (_prepared, REASON),
    E.ASK_PAYMENT: (_approved, {"price_black_white_a4": "15", "pay_by": SOON}),
    E.PAY: (to_be_paid, {"paid_on": "13/10/2026", "way": "cash", "receipt": "BL 12"}),
    E.PROVIDE: (_approved, {"way": "counter", "words": "Đã giao"}),
    E.REFER: (in_work, {"name": "Sở Xây dựng tỉnh Thí Dụ", "reason": "Sở lập quy hoạch này."}),
    E.HAND_OVER: (in_work, lambda world, _row: {"name": world.other_ward.name, "reason": "Đất ở xã bên."}),
    E.SPLIT: (in_work, {"parts": "bảng giá\nbản vẽ"}),
    E.WITHDRAW: (in_work, REASON),
    E.REOPEN: (withdrawn, REASON),
    E.VOID: (in_work, REASON),
}  # fmt: skip


def traces() -> dict[str, int]:
    """Return how many rows there are of everything but what belongs to a browser, and which forms were sent."""
    models = [model for model in apps.get_models() if model._meta.app_label not in OF_BROWSERS]
    return {model._meta.label: model._default_manager.count() for model in models if model._meta.label != FORMS}


def token_on(page: bytes) -> str:
    """Return the token of a page's form."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.decode())
    assert found is not None
    return found[1]


def test_every_act_has_a_scene() -> None:
    assert {E.PROVIDE if event in SENDING else event for event in PAGES} == set(SCENES)


@pytest.mark.parametrize("event", list(SCENES), ids=str)
def test_an_act_posted_once_more_changes_nothing_and_leads_to_its_case(world: World, case: MakeCase, event: E) -> None:
    begin, typed = SCENES[event]
    row = begin(world, case(on=OLD, way=Way.EMAIL) if event is E.NOTIFY_TERM else case())
    data = typed(world, row) if callable(typed) else typed
    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(pk=world.officer(*ROLES_FOR[event]).person), backend=BACKEND)
    url = reverse(PAGES[event], args=[row.pk])
    first, left_open = (client.get(url) for _tab in range(2))
    assert first.status_code == 200
    form = {**data, "csrfmiddlewaretoken": token_on(first.content)}
    done = client.post(url, form)
    assert done.status_code == 302, done.content.decode()
    state = again(row).state

    before = traces()
    repeated = client.post(url, form)
    assert (repeated.status_code, repeated["Location"]) == (302, done["Location"])
    said = client.get(f"/lam-viec/yeu-cau/{row.pk}/").content.decode()
    assert NOTHING_DONE in said
    assert (traces(), again(row).state) == (before, state)

    if event in request_lifecycle(law_of(row)).events(RequestState(state)):
        return  # Somebody may do it again from another page, and means it.
    late = client.post(url, {**data, "csrfmiddlewaretoken": token_on(left_open.content)})
    assert (late.status_code, late["Location"]) == (302, f"/lam-viec/yeu-cau/{row.pk}/")
    said = client.get(late["Location"]).content.decode()
    assert "Việc này đã làm xong lúc 10:00 ngày 13/10/2026" in said and NOTHING_DONE in said
    assert (traces(), again(row).state) == (before, state)


def test_a_form_whose_process_died_is_done_when_it_is_sent_again_after_a_minute(world: World, case: MakeCase) -> None:
    row = case()
    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(pk=world.officer(Role.FOCAL_POINT).person), backend=BACKEND)
    url = reverse(PAGES[E.FIND_VALID], args=[row.pk])
    form = {"valid_on": "13/10/2026", "csrfmiddlewaretoken": token_on(client.get(url).content)}
    with transaction.atomic():
        assert client.post(url, form).status_code == 302
        key = PostedForm.objects.get().key
        transaction.set_rollback(True)

    PostedForm.objects.create(key=key, at=clock.now() - timedelta(seconds=30))
    assert client.post(url, form)["Location"] == f"/lam-viec/yeu-cau/{row.pk}/"
    assert "đang được xử lý" in client.get(f"/lam-viec/yeu-cau/{row.pk}/").content.decode()
    assert again(row).state == row.state

    PostedForm.objects.update(at=clock.now() - timedelta(minutes=2))
    assert client.post(url, form).status_code == 302
    assert again(row).state != row.state
    assert PostedForm.objects.get().led_to == f"/lam-viec/yeu-cau/{row.pk}/"


def test_what_a_requester_writes_is_written_once_however_often_it_is_sent(world: World) -> None:
    receipt = online(world)
    browser = Client(enforce_csrf_checks=True)
    page = browser.get("/yeu-cau/tra-cuu/")
    asked = {"number": receipt.number, "secret": receipt.secret, "csrfmiddlewaretoken": token_on(page.content)}
    assert browser.post("/yeu-cau/tra-cuu/", asked).status_code == 302
    url = "/yeu-cau/tra-cuu/yeu-cau/hoi/"
    form = {"text": "Bao giờ có?", "csrfmiddlewaretoken": token_on(browser.get(url).content)}
    assert browser.post(url, form).status_code == 302
    said = browser.post(url, form, follow=True)
    assert (said.redirect_chain[0][0], NOTHING_DONE in said.content.decode()) == ("/yeu-cau/tra-cuu/yeu-cau/", True)
    assert Message.objects.filter(kind="question").count() == 1
    again = {"text": "Bao giờ có?", "csrfmiddlewaretoken": token_on(browser.get(url).content)}
    assert browser.post(url, again).status_code == 302
    assert Message.objects.filter(kind="question").count() == 2, "who opens the page anew means it"

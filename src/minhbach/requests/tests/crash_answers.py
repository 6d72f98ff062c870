"""Records payments and hands answers over in processes that are killed at random moments; says what is there then.

Run inside an installation of its own: `python -m minhbach.requests.tests.crash_answers KILLS SEED`.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from minhbach.agencies.models import Body  # noqa: E402
from minhbach.domain.access import Actor, Role  # noqa: E402
from minhbach.domain.costs import CostLine  # noqa: E402
from minhbach.domain.lifecycles.request import RequestEvent  # noqa: E402
from minhbach.domain.lifecycles.table import MoveNotAllowed  # noqa: E402
from minhbach.foundation.eventlog.verifying import verify_log  # noqa: E402
from minhbach.foundation.models import Event, OutgoingMail  # noqa: E402
from minhbach.intake.contracts import Given, Sender  # noqa: E402
from minhbach.intake.models import Message  # noqa: E402
from minhbach.papers.models import Letter  # noqa: E402
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World  # noqa: E402
from minhbach.requests.actions.decide_answer import approve_answer  # noqa: E402
from minhbach.requests.actions.find_valid import find_valid  # noqa: E402
from minhbach.requests.actions.open_with_code import open_with_code  # noqa: E402
from minhbach.requests.actions.prepare_answer import prepare_answer  # noqa: E402
from minhbach.requests.actions.receive_request import receive_online  # noqa: E402
from minhbach.requests.actions.send_answer import send_answer  # noqa: E402
from minhbach.requests.actions.tell_cost import record_payment, tell_cost  # noqa: E402
from minhbach.requests.answering.values import AnswerGiven  # noqa: E402
from minhbach.requests.contracts import CaseRefused, DeliveryWay, PaidWay  # noqa: E402
from minhbach.requests.models import Case, CostNotice, DeliverySent, Step  # noqa: E402
from minhbach.requests.tests.crash_submissions import a_commune  # noqa: E402

LONGEST = 1.5
"""How long a process lives at the most once it begins, in times of one payment and delivery."""
REFUSED = (CaseRefused, MoveNotAllowed)


@dataclass
class Promised:
    """What processes said to have done before they died: receipts of payments, codes of answers, by case."""

    paid: dict[int, str] = field(default_factory=dict)
    handed: dict[int, str] = field(default_factory=dict)

    def read(self, lines: list[str]) -> None:
        """Take what a process wrote, a line a thing that it had done."""
        for line in lines:
            what, case_id, said = line.split("\t")
            (self.paid if what == "paid" else self.handed)[int(case_id)] = said


@dataclass
class Found:
    """Ids of cases whose payment or delivery is not as it must be, and how many were done when."""

    lost: list[int] = field(default_factory=list)
    half: list[int] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    shut: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    done_again: int = 0
    there_already: int = 0


class Office:
    """The commune's three people who bring a request to its answer."""

    def __init__(self) -> None:
        body = Body.objects.get(pk=a_commune())
        people = World(ward=body, office=body, other_ward=body)
        self.body_id = body.pk
        self.focal, self.specialist, self.leader = (
            people.officer(role) for role in (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER)
        )

    def to_be_paid(self, key: str) -> int:
        """Bring a new request as far as its cost, and return the case."""
        given = Given(text=f"Xin bảng giá đất {key}", sender=Sender(name="Trần Thị Thử", email="thu@vidu.vn"))
        receipt = receive_online(given=given, body_id=self.body_id, form_key=key, now=NOW)
        case_id = Case.objects.values_list("pk", flat=True).get(submission=receipt.submission_id)
        find_valid(case_id=case_id, valid_on=TODAY, complexity=None, **_by(self.focal))
        answer = AnswerGiven(outcome=RequestEvent.PROVIDE, given="Bảng giá đất", explainer="Trần Thử")
        answer_id = prepare_answer(case_id=case_id, given=answer, **_by(self.specialist))
        approve_answer(case_id=case_id, answer_id=answer_id, seen_with_own_eyes=True, **_by(self.leader))
        lines = (CostLine("price_black_white_a4", 15),)
        day = date(2026, 10, 20)
        tell_cost(case_id=case_id, lines=lines, postage=0, share="", exempt="", pay_by=day, **_by(self.focal))
        return case_id

    def pay(self, case_id: int) -> str:
        """Record the payment and return its receipt."""
        receipt = f"BL {case_id}"
        record_payment(case_id=case_id, paid_on=TODAY, way=PaidWay.TRANSFER, receipt=receipt, actor=self.focal, now=NOW)
        return receipt

    def hand_over(self, case_id: int) -> str:
        """Send the answer behind a one-time code, and return the code."""
        return send_answer(case_id=case_id, way=DeliveryWay.CODE, words="", **_by(self.focal)).code


def _by(actor: Actor) -> dict[str, object]:
    return {"calendar": CALENDAR, "actor": actor, "now": NOW}


def main(kills: int, seed: int) -> None:
    """Kill so many processes, do again what each left, and print what was promised, is there and is wrong, as JSON."""
    office, chance, promised, found = Office(), random.Random(seed), Promised(), Found()
    own = [office.to_be_paid(key) for key in ("first", "second")]
    pace = min(_work_in_a_process(office, one, promised, seconds=None) for one in own)
    for kill in range(kills):
        case_id = office.to_be_paid(str(kill))
        own.append(case_id)
        _work_in_a_process(office, case_id, promised, seconds=chance.uniform(0, LONGEST * pace))
        _look(case_id, promised, found)
        _do_again(office, case_id, promised, found)
    for case_id in promised.handed:
        _open(case_id, promised.handed[case_id], found)
    broken = [problem.sentence for problem in verify_log(settings.CHECKPOINTS_ROOT).problems]
    cases_left = list(Case.objects.filter(pk__in=own).exclude(state="provided").values_list("pk", flat=True))
    told = {"paid": len(promised.paid), "handed": len(promised.handed), "broken_log": broken, "unfinished": cases_left}
    print(json.dumps({**told, **asdict(found)}))  # noqa: T201


def _work_in_a_process(office: Office, case_id: int, promised: Promised, *, seconds: float | None) -> float:
    """Let a process finish the case, read what it had promised, and return how many seconds it lived once it began.

    :param seconds: after which it is killed; None lets it end, which tells how long that takes here and now.
    """
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _work(office, case_id, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        pipe.readline()
        began = time.monotonic()
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        # A line that was cut off is a receipt that nobody saw whole.
        promised.read(pipe.read().split("\n")[:-1])
    os.waitpid(child, 0)
    return time.monotonic() - began


def _work(office: Office, case_id: int, writing: int) -> None:
    Case.objects.exists()  # The connection is made before the clock of the kill starts.
    os.write(writing, b"ready\n")
    os.write(writing, f"paid\t{case_id}\t{office.pay(case_id)}\n".encode())
    os.write(writing, f"handed\t{case_id}\t{office.hand_over(case_id)}\n".encode())
    os._exit(0)


def _look(case_id: int, promised: Promised, found: Found) -> None:
    """Hold what is there of a case against what was promised, and its parts against one another."""
    paid, handed = _traces_of_payment(case_id), _traces_of_delivery(case_id)
    if (case_id in promised.paid and not any(paid)) or (case_id in promised.handed and not any(handed)):
        found.lost.append(case_id)
    for traces in (paid, handed):
        if any(traces) and not all(traces):
            found.half.append(case_id)
        if max(traces) > 1:
            found.twice.append(case_id)


def _traces_of_payment(case_id: int) -> list[int]:
    """Return how many there are of all that a payment leaves: one of each, or none of any."""
    return [
        CostNotice.objects.filter(case=case_id, paid_on=TODAY, paid_way="transfer", receipt=f"BL {case_id}").count(),
        Step.objects.filter(case=case_id, event="pay").count(),
        _events(case_id, "case.pay"),
        Case.objects.filter(pk=case_id, state__in=("approved", "provided")).count(),
    ]


def _traces_of_delivery(case_id: int) -> list[int]:
    """Return how many there are of all that a delivery leaves, the mail in the outbox among them."""
    case = Case.objects.get(pk=case_id)
    deliveries = DeliverySent.objects.filter(answer__case=case_id).exclude(code_hash="")
    steps = Step.objects.filter(case=case_id, event="provide")
    message_ids = list(steps.values_list("message_id", flat=True))
    letters = [step.facts["letter"] for step in steps]
    mails = OutgoingMail.objects.filter(subject=f"[{case.number}] Đã có thông tin, mời xem")
    return [
        deliveries.count(),
        deliveries.filter(answer__sent_on=TODAY).count(),
        len(message_ids),
        Message.objects.filter(pk__in=message_ids).count(),
        Letter.objects.filter(pk__in=letters).count(),
        _events(case_id, "case.provide"),
        mails.count(),
        int((case.state, case.ended_on) == ("provided", TODAY)),
    ]


def _events(case_id: int, kind: str) -> int:
    return Event.objects.filter(kind=kind, subject_kind="case", subject_id=case_id).count()


def _do_again(office: Office, case_id: int, promised: Promised, found: Found) -> None:
    """Do as the officer does who does not know what came of it: it is done now, or refused in words and is there."""
    if not any(_traces_of_payment(case_id)):
        promised.paid[case_id] = office.pay(case_id)
        found.done_again += 1
    elif not _is_refused_in_words(lambda: office.pay(case_id)):
        found.unclear.append(case_id)
    if not any(_traces_of_delivery(case_id)):
        promised.handed[case_id] = office.hand_over(case_id)
        found.done_again += 1
        return
    found.there_already += 1
    if not _is_refused_in_words(lambda: office.hand_over(case_id)):
        found.unclear.append(case_id)


def _is_refused_in_words(act: Callable[[], str]) -> bool:
    try:
        act()
    except REFUSED as refused:
        return bool(str(refused))
    return False


def _open(case_id: int, code: str, found: Found) -> None:
    """Open an answer with the code that was promised: once, and no second time."""
    number = Case.objects.get(pk=case_id).number
    opened = [open_with_code(number=number, code=code, now=NOW) for _time in range(2)]
    if [one is not None for one in opened] != [True, False]:
        found.shut.append(case_id)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

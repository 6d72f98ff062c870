"""The first page tells an administrator that mail did not arrive: one line, however much it is."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from minhbach.desk.sources import mails_not_arrived
from minhbach.domain.access import Actor, Post, Role, system_actor
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail

NOW, TODAY = datetime(2026, 10, 13, 2, 0, tzinfo=UTC), date(2026, 10, 13)
ADMINISTRATOR = Actor(person=1, posts=(Post(Role.ADMINISTRATOR, body=1),))
LEADER = Actor(person=2, posts=(Post(Role.LEADER, body=1),))


@pytest.mark.django_db
def test_administrator_is_told_and_nobody_else() -> None:
    for _ in range(2):
        with transaction.atomic():
            queue_mail(
                to="thu@vidu.vn", subject="Thư", body="", about=Subject("case", 1), actor=system_actor("test"), now=NOW
            )
    assert list(mails_not_arrived(ADMINISTRATOR, TODAY)) == [], "what still waits needs nobody"
    OutgoingMail.objects.update(state="bounced")
    (act,) = mails_not_arrived(ADMINISTRATOR, TODAY)
    assert (act.what, act.url) == ("Thư không tới nơi: 2", "/lam-viec/thu/?tinh_trang=can-xu-ly")
    assert list(mails_not_arrived(LEADER, TODAY)) == []

"""What officers open all day asks the database few questions, and no more of them where there is more to show."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.models import Body
from minhbach.planning.models import Assignment, AssignmentSpan, Plan, Task
from tests.world import World
from tests.world.visiting import client_of

pytestmark = pytest.mark.django_db
AT_MOST = 24
THE_DAY = 52
"""The first page also shows what waits at the gate: items, also those of predecessors, petitions, channels, lists, what
is not announced yet, regulations and the opinions asked on them, what urged an agency; and requests that are due."""
DAY = dt.timedelta(days=1)


def questions(client: Client, url: str) -> int:
    """Return how many questions the page asks once the process is warm."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def grow(plan: Plan, bodies: list[Body], *, tasks: int) -> None:
    """Give each of the bodies so many more tasks in the plan: some are late, some near their limit, some reported."""
    today, last = dt.date.today(), plan.tasks.count()  # noqa: DTZ011 (the sweeps run on the day on which they run)
    for position in range(last + 1, last + tasks + 1):
        due = today + (position % 5 - 2) * DAY
        task = Task.objects.create(plan=plan, position=position, title=f"Việc {position}", due_on=due)
        for body in bodies:
            state = "reported" if position % 3 == 0 else "given"
            part = Assignment.objects.create(task=task, body=body, role="lead", state=state, due_on=due)
            AssignmentSpan.objects.create(assignment=part, plan=plan, body=body, from_on=today - 30 * DAY, due_on=due)


@pytest.mark.parametrize(
    ("actor", "address"),
    [
        ("leader", "/lam-viec/ke-hoach/{plan}/"),
        ("focal_point", "/lam-viec/ke-hoach/{plan}/"),
        ("specialist", "/lam-viec/ke-hoach/{plan}/"),
        ("visitor", "/ke-hoach/{slug}/"),
        ("leader", "/lam-viec/"),
        ("focal_point", "/lam-viec/"),
        ("specialist", "/lam-viec/"),
        ("leader", "/lam-viec/nhiem-vu/"),
        ("specialist", "/lam-viec/nhiem-vu/"),
        ("leader", "/lam-viec/ke-hoach/{plan}/cap-duoi/"),
        ("leader", "/lam-viec/ke-hoach/{plan}/viec/"),
    ],
)
def test_pages_ask_few_questions_and_no_more_of_them_for_more_rows(world: World, actor: str, address: str) -> None:
    plan = Plan.objects.get(pk=world.samples["plan_public"])
    url, client = address.format(plan=plan.pk, slug=plan.slug), client_of(world, actor)
    bodies = list(Body.objects.filter(pk__in=[world.bodies["ubnd_a"], world.bodies["van-phong-hdnd-va-ubnd_a"]]))
    grow(plan, bodies, tasks=15)
    few = questions(client, url)
    grow(plan, bodies, tasks=45)
    assert questions(client, url) == few <= (THE_DAY if address == "/lam-viec/" else AT_MOST)

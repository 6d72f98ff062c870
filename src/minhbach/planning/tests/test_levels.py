"""The four-way count by level of government: on the page, in CSV and report, each figure with the rows it counts."""

import pytest

from minhbach.domain.access import Role
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.papers.contracts import Paragraph
from minhbach.planning.exports.report import plan_report
from minhbach.planning.queries.counting import Counts
from minhbach.planning.queries.state import counts_of_levels, counts_on
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.province_plan import PAST, Province, client_of, confirmed, make_province


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def province(world: World) -> Province:
    return make_province(world)


def test_levels_are_those_of_who_leads_and_make_up_the_whole(province: Province) -> None:
    """The first task is the ward's and the department's, the second both wards' and an office's, the third's alone."""
    found = counts_of_levels(province.plan, TODAY)
    assert found == {
        Level.PROVINCE: Counts(open_late=1, open_in_time=1),
        Level.COMMUNE: Counts(open_late=1, open_in_time=3),
    }
    assert sum(one.every for one in found.values()) == counts_on(province.plan, TODAY).every


def test_each_figure_of_a_level_opens_the_rows_that_it_counts(province: Province) -> None:
    client = client_of(province.actor)
    page = client.get(f"/lam-viec/ke-hoach/{province.plan.pk}/so-lieu/")
    assert "Theo cấp" in page.content.decode()
    cells = [cell for line in page.context["levels"] for cell in line["cells"]]
    assert [cell["count"] for cell in cells] == [0, 0, 1, 1, 0, 0, 3, 1]
    for cell in cells:
        assert client.get(cell["url"]).context["page"].paginator.count == cell["count"], cell
    table = client.get(f"/lam-viec/ke-hoach/{province.plan.pk}/so-lieu/?dang=csv").content.decode()
    assert "Cấp tỉnh,0,0,1,1,2," in table
    assert "Cấp xã,0,0,3,1,4," in table
    told = [block.text for block in plan_report(province.plan, TODAY).blocks if isinstance(block, Paragraph)]
    assert any(line.startswith("Cấp xã: 4 việc, hoàn thành đúng hạn 0; trễ hạn 0") for line in told)


def test_a_plan_of_one_level_says_nothing_of_levels(province: Province) -> None:
    world, clerk = province.world, province.world.officer(Role.FOCAL_POINT)
    own = confirmed(world.ward, clerk, number="7", tasks=[("Việc riêng", [world.office], [], PAST)])
    assert "Theo cấp" not in client_of(clerk).get(f"/lam-viec/ke-hoach/{own.pk}/so-lieu/").content.decode()

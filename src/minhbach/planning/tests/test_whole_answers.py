"""A name that mentions a group, and leaves a kind of its level out, is answered for all at once or by hand."""

import html
import re
from collections.abc import Sequence
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.domain.units.values import Level, UnitKind
from minhbach.foundation.jobs import run_due_jobs
from minhbach.planning.models import PlanImport
from minhbach.planning.tests.conftest import PLAN_TEXT, World, make_territory
from minhbach.planning.tests.test_pages import LIST, logged_in, words

NAME = "UBND các xã, phường"
TEXT = (
    PLAN_TEXT.replace("ỦY BAN NHÂN DÂN\nXÃ MẪU MỘT", "ỦY BAN NHÂN DÂN\nTỈNH THÍ DỤ")
    .replace("Mẫu Một, ngày", "Thí Dụ, ngày")
    .replace("Cơ quan chủ trì: Phòng Văn hóa - Xã hội", f"Cơ quan chủ trì: {NAME}")
)


@pytest.fixture
def client(world: World) -> Client:
    """A focal point of the province, whose plan names communes and wards, and no special zone; there is one."""
    make_territory("mau-dao", Level.COMMUNE, UnitKind.DAC_KHU, "Mẫu Đảo", "thi-du")
    province = committee("thi-du")
    client = logged_in(world, Role.FOCAL_POINT, body=province)
    document = SimpleUploadedFile("kh-15.txt", TEXT.encode())
    client.post(LIST + "nhap/moi/", {"body": province.pk, "document": document})
    run_due_jobs()
    return client


def committee(territory: str) -> Body:
    return Body.objects.get(territory__key=territory, kind="committee")


def address() -> str:
    return f"{LIST}nhap/{PlanImport.objects.get().pk}/ten-co-quan/?ten={NAME}"


def answered() -> tuple[str, Sequence[int]]:
    (name,) = PlanImport.objects.get().draft_tasks.get(position=2).lead
    return name["how"], name["bodies"]


def ids(*territories: str) -> list[int]:
    return sorted(committee(one).pk for one in territories)


def offered(response: Any) -> list[str]:
    labels = re.findall(r"<label[^>]*>(.*?)</label>", response.content.decode(), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>|\s+", " ", one)).strip() for one in labels]


def test_the_page_offers_all_with_and_without_what_the_name_leaves_out(client: Client) -> None:
    page = client.get(address())
    zone = "Ủy ban nhân dân đặc khu Mẫu Đảo, tỉnh Thí Dụ"
    assert f"Tất cả, kể cả {zone} (3 cơ quan)" in offered(page)
    assert f"Tất cả, không kể {zone} (2 cơ quan)" in offered(page)
    assert "Chọn từng cơ quan trong" in words(page)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"whole": "all"}, ("mau-mot", "mau-hai", "mau-dao")),
        ({"whole": "named"}, ("mau-mot", "mau-hai")),
        ({"whole": "by_hand", "ticks": ("mau-hai",)}, ("mau-hai",)),
        ({"ticks": ("mau-hai",)}, ("mau-hai",)),
    ],
)
def test_each_answer_means_what_it_says(client: Client, answer: dict[str, Any], expected: tuple[str, ...]) -> None:
    ticks = ids(*answer.pop("ticks", ("mau-mot", "mau-hai")))
    assert client.post(address(), {**answer, "bodies": ticks, "save": "1"}).status_code == 302
    assert answered() == ("chosen", ids(*expected))


def test_ticks_that_nobody_changed_are_no_answer(client: Client) -> None:
    response = client.post(address(), {"bodies": ids("mau-mot", "mau-hai"), "save": "1"})
    assert response.status_code == 422
    assert "Chọn một câu trả lời, hoặc giữ nguyên chữ." in words(response)
    assert answered()[0] == "asked"


def test_by_hand_without_a_tick_is_refused(client: Client) -> None:
    response = client.post(address(), {"whole": "by_hand", "save": "1"})
    assert response.status_code == 422
    assert "Chọn ít nhất một cơ quan" in words(response)


def test_the_answer_given_stands_on_the_page_when_it_is_opened_again(client: Client) -> None:
    client.post(address(), {"whole": "named", "save": "1"})
    page = client.get(address()).content.decode()
    assert re.search(r'value="named"[^>]*checked', page)

"""The five real documents, from their files to the pages of the agencies that they name.

What a person answers at the review page is written here by hand, and so is what must stand on the pages afterwards:
titles and days were read from the documents by people (`truth/`), never taken from the product.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.models import Person
from minhbach.agencies.actions.load_province import load_province
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.access import Role, system_actor
from minhbach.foundation.jobs import run_due_jobs
from minhbach.planning.models import Assignment, Plan, PlanImport

pytestmark = [pytest.mark.shared, pytest.mark.django_db]

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
SETTER_UP = system_actor("journey")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LIST = "/lam-viec/ke-hoach/"
HOLDERS = {
    "000": "ubnd-hai-phong",
    "001": "ubnd-tuyen-quang",
    "002": "ubnd-phuong-le-chan-hai-phong",
    "003": "ubnd-ha-noi",
    "004": "ubnd-phu-tho",
}
DEPARTMENTS = "các Sở, ban, ngành"
DISTRICTS, COMMUNES = "Ủy ban nhân dân cấp huyện", "Ủy ban nhân dân cấp xã"
OBLIGED = [DEPARTMENTS, DISTRICTS, COMMUNES]
# What the person says in clearer words where a document is vague about who leads.
CLEARER: Mapping[str, Mapping[str, list[str]]] = {
    "000": {
        "Hội đồng nhân dân, Ủy ban nhân dân quận, huyện, xã, phường, thị trấn": [DISTRICTS, COMMUNES],
        "Các cơ quan, đơn vị có trách nhiệm cung cấp thông tin theo quy định của Luật": OBLIGED,
        "Các cơ quan, đơn vị có trách nhiệm cung cấp thông tin": OBLIGED,
        "các cơ quan, đơn vị có Cổng Thông tin điện tử": [DEPARTMENTS, DISTRICTS],
        "Ủy ban nhân dân quận, huyện": [DISTRICTS],
        "Sở Thông tin và Truyền thông": ["Sở Khoa học và Công nghệ"],
    },
    "001": {
        "Các cơ quan, ban, ngành, đoàn thể có cổng/trang thông tin điện tử": [DEPARTMENTS],
        "Hội đồng nhân dân": ["Hội đồng nhân dân tỉnh"],
        "Ủy ban nhân dân": ["Ủy ban nhân dân tỉnh", DISTRICTS],
        "các cơ quan, đơn vị có liên quan khác": [DEPARTMENTS],
    },
    "002": {},
    "003": {},
    "004": {},
}
UNITS_OF_THE_DEPARTMENT = ("Thanh tra Sở", "Văn phòng Sở", "Trung tâm Thông tin đối ngoại và Xúc tiến viện trợ")


def set_up(provinces: Mapping[str, list[str]]) -> dict[str, Client]:
    """Load the provinces from the law data, with a focal point and a leader for the bodies that hold the documents."""
    for province in provinces:
        load_province(name_or_code=province, on=date(2026, 10, 13), actor=SETTER_UP, now=NOW)
    holders = [HOLDERS[number] for numbers in provinces.values() for number in numbers]
    return {
        "focal_point": _officer("dau.moi", Role.FOCAL_POINT, holders),
        "leader": _officer("lanh.dao", Role.LEADER, holders),
    }


def _officer(username: str, role: Role, holders: list[str]) -> Client:
    first, *others = (body_by_slug(slug).id for slug in holders)
    person = create_person(
        name="Trần Thị Thử", username=username, email="", password="mot-mat-khau-dai-2026", body_id=first,
        role=role, actor=SETTER_UP, now=NOW, from_on=date(2026, 1, 1), temporary=False,
    )  # fmt: skip
    for body_id in others:
        give_post(
            person_id=person.id, role=role, body_id=body_id, actor=SETTER_UP, now=NOW, from_on=date(2026, 1, 1)
        )  # fmt: skip
    client = Client()
    client.force_login(Person.objects.get(pk=person.id), backend=BACKEND)
    return client


def words(response: Any) -> str:
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
    return text.replace("&nbsp;", " ").replace("\xa0", " ")


def bring_in(client: Client, seed: Path, number: str) -> str:
    """Upload the document as it is and let the job read it; return the address of its review."""
    holder = body_by_slug(HOLDERS[number]).id
    document = SimpleUploadedFile(seed.name, seed.read_bytes())
    assert client.post(LIST + "nhap/moi/", {"body": holder, "document": document}).status_code == 302
    run_due_jobs()
    return f"{LIST}nhap/{PlanImport.objects.latest('pk').pk}/"


def settle_the_department_of_vinh_phuc(client: Client, where: str) -> None:
    """The department that issued document 004 and its units are no longer there; the person adds them."""
    committee = body_by_slug("ubnd-vinh-phuc").id
    page = {"name": "Sở Ngoại vụ tỉnh Vĩnh Phúc", "kind": "department", "parent": committee}
    assert client.post(f"{where}co-quan-moi/?tim=ubnd+vinh+phuc", page).status_code == 302
    department = PlanImport.objects.latest("pk").issuing_body_id
    for unit in UNITS_OF_THE_DEPARTMENT:
        page = {"name": unit, "kind": "inner_unit", "parent": department}
        assert client.post(f"{where}co-quan-moi/?ten={unit}", page).status_code == 302


def the_department_of_vinh_phuc() -> list[str]:
    """Return the addresses of the department that issued document 004 and of its units that have a task there."""
    issuer = Plan.objects.get(symbol="KH-SNgV").issuing_body
    leads = Assignment.objects.filter(task__plan__symbol="KH-SNgV", role="lead").select_related("body")
    assert issuer is not None
    return sorted({issuer.slug, *(part.body.slug for part in leads)})


def settle_names(client: Client, where: str, clearer: Mapping[str, list[str]]) -> None:
    for name, said in clearer.items():
        answer = client.post(f"{where}ten-co-quan/?ten={name}", {"clearer": "\n".join(said), "save": "1"})
        assert answer.status_code == 302, f"{name}: {words(answer)[:600]}"
    client.post(where + "giu-nguyen-chu/")
    row = PlanImport.objects.latest("pk")
    for draft in row.draft_tasks.all():
        for lead in draft.lead:
            if lead["how"] == "asked":
                client.post(f"{where}ten-co-quan/?ten={lead['text']}", {"keep": "1"})


def confirm(client: Client, where: str) -> Plan:
    answer = client.post(where + "xac-nhan/")
    assert answer.status_code == 302, words(answer)
    return Plan.objects.latest("pk")


def publish(officers: Mapping[str, Client], plan: Plan) -> None:
    officers["focal_point"].post(f"{LIST}{plan.pk}/trinh/")
    assert officers["leader"].post(f"{LIST}{plan.pk}/duyet/", {"seen": "1"}).status_code == 302


def true_leaves(shared: Path, number: str) -> list[dict[str, Any]]:
    records = [
        json.loads(line) for line in (shared / "truth/seeds" / f"{number}.jsonl").read_text("utf-8").splitlines()
    ]
    return [one for one in records if one["record"] == "task" and one["node"] == "leaf"]


def test_their_tasks_stand_on_the_pages_of_the_agencies_that_they_name(shared: Path) -> None:
    officers = set_up({"Hải Phòng": ["000", "002"], "Tuyên Quang": ["001"], "Hà Nội": ["003"], "Phú Thọ": ["004"]})
    client = officers["focal_point"]
    plans = {}
    for seed in sorted((shared / "seeds").glob("*.txt")):
        number = seed.name[:3]
        where = bring_in(client, seed, number)
        if number == "004":
            settle_the_department_of_vinh_phuc(client, where)
        settle_names(client, where, CLEARER[number])
        plans[number] = confirm(client, where)
        publish(officers, plans[number])
        again = client.post(
            LIST + "nhap/moi/",
            {"body": body_by_slug(HOLDERS[number]).id, "document": SimpleUploadedFile("x.txt", seed.read_bytes())},
        )
        assert again.status_code == 409, "a second import says so"

    for number in ("000", "001", "002", "004"):
        leaves = true_leaves(shared, number)
        ends = [(leaf["effective_deadline"] or {}).get("end") for leaf in leaves]
        due = [task.due_on.isoformat() if task.due_on else None for task in plans[number].tasks.all()]
        assert due == ends, number
    assert plans["003"].tasks.count() == 8

    visitor = Client()
    for slug, lines in {
        # Seed 002: the ward's office and its division of culture, with limits before 01/9/2026 and 10/7/2026.
        "van-phong-hdnd-va-ubnd-phuong-le-chan-hai-phong": ("đến hết 31/8/2026", "đến hết 09/7/2026", "Thường xuyên"),
        "ubnd-phuong-le-chan-hai-phong": (
            "Kế hoạch đã ban hành Kế hoạch (chưa có số)",
            "Chủ trì: Phòng Văn hóa - Xã hội phường Lê Chân",
            # Seed 000, once for all the wards that went into this one.
            "Chủ trì: Ủy ban nhân dân phường An Biên, Ủy ban nhân dân phường Cầu Đất",
        ),
        "phong-van-hoa-xa-hoi-phuong-le-chan-hai-phong": ("Lập và công khai danh mục đơn vị sự nghiệp", "31/8/2026"),
        # Seed 000, on the page of the department of today: what its predecessor of 30/6/2025 had to do.
        "so-tu-phap-hai-phong": ("Biên soạn, in và phát hành tài liệu", "đến hết 31/3/2017", "đến hết 30/6/2018"),
        # Seed 001: the department of the province that Hà Giang became part of.
        "so-tu-phap-tuyen-quang": ("Tổ chức quán triệt việc thi hành", "đến hết 31/12/2016"),
        "ubnd-tuyen-quang": ("Kế hoạch 227/KH-UBND",),
        # Seed 003, an official letter: what it asks of all departments, and of the department of justice alone.
        "so-tu-phap-ha-noi": ("Giao Sở Tư pháp", "Công văn 5543/UBND-NC", "Chủ trì Hạn: không ghi"),
        "so-y-te-ha-noi": ("Công bố quy chế nội bộ về tổ chức cung cấp thông tin",),
        # Seed 004: the units that the person added, and on their department's page whose each task is.
        **dict.fromkeys(the_department_of_vinh_phuc(), ("Kế hoạch 448/KH-SNgV", "Nhiệm vụ theo kế hoạch", "Chủ trì")),
    }.items():
        page = words(visitor.get(f"/co-quan/{slug}/"))
        for line in lines:
            assert line in page, f"{slug}: {line}"


def test_districts_without_their_city_are_answered_for_all_at_once(shared: Path) -> None:
    """On 30/6/2025 Hải Phòng had eight quận, six huyện and one city, which the plan of 2016 could not name."""
    client = set_up({"Hải Phòng": ["000"]})["focal_point"]
    (seed,) = (shared / "seeds").glob("000*.txt")
    where = bring_in(client, seed, "000")
    question = f"{where}ten-co-quan/?ten=Ủy ban nhân dân quận, huyện"
    page = words(client.get(question))
    city = "Ủy ban nhân dân thành phố Thủy Nguyên, thành phố Hải Phòng"
    assert f"Tất cả, kể cả {city} (15 cơ quan)" in page
    assert f"Tất cả, không kể {city} (14 cơ quan)" in page
    for answer, count in (("named", 14), ("all", 15)):
        assert client.post(question, {"whole": answer, "save": "1"}).status_code == 302
        drafts = PlanImport.objects.get().draft_tasks.all()
        meant = [name["bodies"] for draft in drafts for name in draft.lead if name["text"].endswith("dân quận, huyện")]
        assert {len(bodies) for bodies in meant} == {count}


def test_a_plan_older_than_the_data_is_marked_and_its_communes_are_counted(shared: Path) -> None:
    client = set_up({"Hải Phòng": ["000"]})["focal_point"]
    (seed,) = (shared / "seeds").glob("000*.txt")
    where = bring_in(client, seed, "000")
    assert "theo dữ liệu 30/6/2025" in words(client.get(where))
    settle_names(client, where, CLEARER["000"])
    plan = confirm(client, where)
    conference = plan.tasks.get(scope="Huyện, xã")
    parts = Assignment.objects.filter(task=conference, role="lead", body__level="commune")
    # The communes of the city on 30/6/2025, counted in a table that the product is not made from.
    old = [row.split(",") for row in (shared / "practice/units/legacy_to_new.csv").read_text("utf-8").splitlines()[1:]]
    communes = {row[4] for row in old if row[1] == "Thành phố Hải Phòng" and row[4]}
    assert parts.count() == len(communes)

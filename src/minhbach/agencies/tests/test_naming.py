"""The names of the five real documents, among the bodies of their provinces: each resolved or asked, none guessed."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from django.test import TestCase

from minhbach.agencies.actions.add_body import add_body
from minhbach.agencies.actions.add_unit import add_unit
from minhbach.agencies.actions.load_province import load_province
from minhbach.agencies.contracts import OLD_DATA_NOTE, NameResolution
from minhbach.agencies.models import Body
from minhbach.agencies.queries import body_by_slug, find_body_from_head, resolve_names, successor_today
from minhbach.domain.bodies.values import Kind

from .conftest import MAKER, NOW, TODAY

SHARED = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).parents[5] / "shared"))
# The heads as the truth gives them, and the page on which each issuer stands.
HEADS = {
    "000": ("Ủy ban nhân dân thành phố Hải Phòng", "Hải Phòng", dt.date(2016, 10, 19), "ubnd-hai-phong-den-2025"),
    "001": ("Ủy ban nhân dân tỉnh Hà Giang", "Hà Giang", dt.date(2016, 9, 9), "ubnd-ha-giang"),
    "002": ("Ủy ban nhân dân phường Lê Chân", "Phường Lê Chân", None, "ubnd-phuong-le-chan-hai-phong"),
    "003": ("Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", dt.date(2019, 12, 13), "ubnd-ha-noi"),
}
VINH_PHUC = ("Sở Ngoại vụ tỉnh Vĩnh Phúc", "Vĩnh Phúc", dt.date(2018, 9, 13))
# What each name surely means, by hand: how many bodies, and one of them. A name that is not here must be asked.
# Counts: HP had 15 districts and 167 communes (practice/units), Hà Nội 30 districts, 14 old departments and boards.
SURE = {
    "000": {
        "Sở Tư pháp": (1, "Sở Tư pháp thành phố Hải Phòng"),
        "Sở Nội vụ": (1, "Sở Nội vụ thành phố Hải Phòng"),
        "Sở Thông tin và Truyền thông": (1, "Sở Thông tin và Truyền thông thành phố Hải Phòng"),
        "Văn phòng Ủy ban nhân dân thành phố": (1, "Văn phòng Ủy ban nhân dân thành phố Hải Phòng"),
        "Ủy ban nhân dân cấp huyện": (15, "Ủy ban nhân dân quận Lê Chân"),
        "Ủy ban nhân dân cấp xã": (167, "Ủy ban nhân dân phường Hàng Kênh"),
        "Ủy ban nhân dân xã, phường, thị trấn": (167, "Ủy ban nhân dân phường Hàng Kênh"),
        "Các Sở, ban, ngành": (None, "Sở Giao thông vận tải thành phố Hải Phòng"),
    },
    "001": {
        "Sở Tư pháp": (1, "Sở Tư pháp tỉnh Hà Giang"),
        "Sở Nội vụ": (1, "Sở Nội vụ tỉnh Hà Giang"),
        "Sở Thông tin và Truyền thông": (1, "Sở Thông tin và Truyền thông tỉnh Hà Giang"),
    },
    "002": {
        "Văn phòng HĐND và UBND phường": (1, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Lê Chân"),
        "Phòng Văn hóa - Xã hội": (1, "Phòng Văn hóa - Xã hội phường Lê Chân"),
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường": (1, "Ủy ban Mặt trận Tổ quốc Việt Nam phường Lê Chân"),
        "các tổ chức chính trị - xã hội": (5, "Hội Nông dân phường Lê Chân"),
        "Tổ trưởng các tổ dân phố": (1, "Các tổ dân phố phường Lê Chân"),
    },
    "003": {
        "Sở Tư pháp": (1, "Sở Tư pháp thành phố Hà Nội"),
        "Sở Thông tin và Truyền thông": (1, "Sở Thông tin và Truyền thông thành phố Hà Nội"),
        "Văn phòng UBND Thành phố": (1, "Văn phòng Ủy ban nhân dân thành phố Hà Nội"),
        "UBND các quận, huyện, thị xã": (30, "Ủy ban nhân dân quận Ba Đình"),
        "Ủy ban nhân dân các quận, huyện, thị xã": (30, "Ủy ban nhân dân thị xã Sơn Tây"),
        "các sở, ban, ngành": (None, "Sở Tư pháp thành phố Hà Nội"),
    },
}


@pytest.mark.shared
class FiveDocuments(TestCase):
    """Hải Phòng, Tuyên Quang, Hà Nội and Phú Thọ, in which Hà Giang and Vĩnh Phúc now lie."""

    @classmethod
    def setUpTestData(cls) -> None:
        if not SHARED.is_dir():
            return
        for province in ("Hải Phòng", "Tuyên Quang", "Hà Nội", "Phú Thọ"):
            load_province(name_or_code=province, on=TODAY, actor=MAKER, now=NOW)

    def setUp(self) -> None:
        if not SHARED.is_dir():
            self.skipTest(f"không có tư liệu dùng chung ở {SHARED}")

    def test_the_issuer_is_found_from_the_head(self) -> None:
        for number, (name, place, on, slug) in HEADS.items():
            with self.subTest(number):
                found = find_body_from_head(name, place, on)
                self.assertEqual(found.body and found.body.slug, slug)
                self.assertEqual(found.data_note, OLD_DATA_NOTE if on else "")

    def test_every_name_is_resolved_as_by_hand_or_asked(self) -> None:
        for number in HEADS:
            for found in self.resolved(number):
                with self.subTest(f"{number}: {found.name}"):
                    count, one = SURE[number].get(found.name, (0, ""))
                    self.assertEqual(found.sure, found.name in SURE[number], found.why)
                    if found.sure:
                        self.assertIn(one, set(Body.objects.filter(pk__in=found.bodies).values_list("name", flat=True)))
                        self.assertEqual(len(found.bodies), count or len(found.bodies))
                        self.assertNotIn(self.issuer(number), found.bodies)

    def test_a_question_always_says_why(self) -> None:
        asked = [found for number in HEADS for found in self.resolved(number) if not found.sure]
        self.assertTrue(all(found.why for found in asked))
        self.assertGreater(len(asked), 10)

    def test_departments_of_the_day_are_taken_not_those_of_today(self) -> None:
        (found,) = resolve_names(["Các Sở, ban, ngành"], issuing_body_id=self.issuer("000"), on=dt.date(2016, 10, 19))
        names = set(Body.objects.filter(pk__in=found.bodies).values_list("name", flat=True))
        self.assertIn("Sở Kế hoạch và Đầu tư thành phố Hải Phòng", names)
        self.assertNotIn("Sở Nông nghiệp và Môi trường thành phố Hải Phòng", names)

    def test_an_old_name_in_a_new_plan_means_the_department_of_today(self) -> None:
        city = body_by_slug("ubnd-hai-phong").id
        one, several = resolve_names(
            ["Sở Kế hoạch và Đầu tư", "Sở Thông tin và Truyền thông"], issuing_body_id=city, on=TODAY
        )
        self.assertEqual((one.sure, one.bodies), (True, (body_by_slug("so-tai-chinh-hai-phong").id,)))
        offered = {
            body_by_slug(f"{slug}-hai-phong").id
            for slug in ("so-khoa-hoc-va-cong-nghe", "so-van-hoa-the-thao-va-du-lich")
        }
        self.assertEqual((several.sure, {one.body_id for one in several.candidates}), (False, offered))

    def test_the_department_that_is_not_there_is_offered_to_be_added_and_then_found(self) -> None:
        found = find_body_from_head(*VINH_PHUC)
        self.assertIsNone(found.body)
        assert found.to_add is not None
        self.assertEqual((found.to_add.name, found.to_add.kind), ("Sở Ngoại vụ", Kind.DEPARTMENT))
        self.assertEqual(found.to_add.territory_name, "tỉnh Vĩnh Phúc")
        added = add_body(
            name=found.to_add.name, kind=found.to_add.kind, territory_key=found.to_add.territory_key,
            source="Kế hoạch 448/KH-SNgV ngày 13/9/2018", actor=MAKER, now=NOW,
        )  # fmt: skip
        self.assertEqual(added.exists_until, dt.date(2025, 7, 1))
        self.assertEqual(find_body_from_head(*VINH_PHUC).body, added)
        units = ["Thanh tra", "Văn phòng", "Trung tâm Thông tin đối ngoại và Xúc tiến viện trợ"]
        ids = [add_unit(parent_id=added.id, name=name, actor=MAKER, now=NOW).id for name in units]
        written = ["Thanh tra Sở", "Văn phòng Sở", "Trung tâm Thông tin đối ngoại và Xúc tiến viện trợ"]
        answers = resolve_names(written, issuing_body_id=added.id, on=VINH_PHUC[2])
        self.assertEqual([(one.sure, one.bodies) for one in answers], [(True, (pk,)) for pk in ids])

    def test_the_tasks_of_2016_stand_with_the_bodies_of_today(self) -> None:
        older = Body.objects.get(name="Sở Thông tin và Truyền thông tỉnh Hà Giang")
        names = [Body.objects.get(pk=pk).name for pk in successor_today(older.pk, TODAY)]
        self.assertEqual(
            names, ["Sở Khoa học và Công nghệ tỉnh Tuyên Quang", "Sở Văn hóa, Thể thao và Du lịch tỉnh Tuyên Quang"]
        )

    def issuer(self, number: str) -> int:
        return body_by_slug(HEADS[number][3]).id

    def resolved(self, number: str) -> tuple[NameResolution, ...]:
        names: dict[str, None] = {}
        for line in (SHARED / "truth" / "seeds" / f"{number}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for key in ("lead", "coord", "coordinating", "assignees"):
                names |= dict.fromkeys(record.get(key) or ())
        self.assertTrue(names)
        return resolve_names(list(names), issuing_body_id=self.issuer(number), on=HEADS[number][2])

"""A whole province from the law data. One load serves all questions of a class."""

import csv
import datetime as dt
import json
import os
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from minhbach.agencies.actions.load_province import load_province
from minhbach.agencies.contracts import NameNotKnown, NotAllowed
from minhbach.agencies.models import Body, BodyPosition, Succession
from minhbach.agencies.queries import body_by_slug, predecessors_of, successor_today, successors_of
from minhbach.agencies.queries.directory import Narrowing, bodies_on, count_inside, narrowed, territories_below
from minhbach.agencies.queries.naming_dates import names_by_date
from minhbach.domain.access import VISITOR
from minhbach.domain.text import lower_one_tone
from minhbach.domain.units.values import Extent
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

from .conftest import MAKER, NOW, TODAY

UNITS = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).parents[5] / "shared")) / "practice" / "units"
BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
HAI_PHONG = "31@2025-07-01"


class HaiPhong(TestCase):
    """The city with Hải Dương in it."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.loaded = load_province(name_or_code="Hải Phòng", on=TODAY, actor=MAKER, now=NOW)

    def test_a_second_run_changes_nothing_and_records_nothing(self) -> None:
        again = load_province(name_or_code="31", on=TODAY, actor=MAKER, now=NOW)
        self.assertFalse(again.changes.anything)
        self.assertEqual(again.changes.bodies.unchanged, self.loaded.changes.bodies.created)
        (event,) = events_about(Subject("territory", HAI_PHONG))
        self.assertEqual(event.facts["bodies_created"], Body.objects.count())

    def test_what_was_changed_by_hand_is_put_right_and_what_people_wrote_stays(self) -> None:
        Body.objects.filter(slug="ubnd-hai-phong").update(name="Ủy ban", address="Số 1 phố Mẫu")
        again = load_province(name_or_code="31", on=TODAY, actor=MAKER, now=NOW)
        self.assertEqual((again.changes.bodies.created, again.changes.bodies.changed), (0, 1))
        row = Body.objects.get(slug="ubnd-hai-phong")
        self.assertEqual((row.name, row.address), ("Ủy ban nhân dân thành phố Hải Phòng", "Số 1 phố Mẫu"))

    def test_every_commune_has_its_committee_and_nothing_has_two(self) -> None:
        committees = Body.objects.filter(kind="committee", exists_until=None)
        # practice/units/checks.json: 114 communes.
        self.assertEqual(Counter(committees.values_list("level", flat=True)), {"province": 1, "commune": 114})
        self.assertEqual(Body.objects.count(), len(set(Body.objects.values_list("slug", flat=True))))
        # One dated place each: no commune of the city lived through the reform as the same unit.
        self.assertEqual(BodyPosition.objects.count(), Body.objects.count())

    def test_a_whole_ward_has_what_the_model_says(self) -> None:
        ward = bodies_on(TODAY).filter(territory__key="11383@2025-07-01")
        # By hand from law/bodies/commune.toml, for a phường: all of presence "every" but Phòng Kinh tế and thôn.
        expected = {
            "committee": 1, "council": 1, "office": 1, "division": 2, "service_centre": 1, "police": 1, "military": 1,
            "front": 1, "mass_organisation": 5, "residents_group": 1, "service_unit": 1,
        }  # fmt: skip
        self.assertEqual(Counter(ward.values_list("kind", flat=True)), expected)

    def test_le_chan_comes_out_with_the_former_wards_that_the_check_names(self) -> None:
        passed = predecessors_of(body_by_slug("ubnd-phuong-le-chan-hai-phong").id)
        communes = [one for one in passed if one.older.level == "commune"]
        names = {
            extent: {one.older.name.partition("phường ")[2] for one in communes if one.extent is extent}
            for extent in Extent
        }
        self.assertEqual(names[Extent.WHOLE], {"Hàng Kênh", "Dư Hàng Kênh", "Kênh Dương"})
        self.assertEqual(names[Extent.PART], {"An Biên", "Trần Nguyên Hãn", "Vĩnh Niệm", "Cầu Đất", "Lạch Tray"})
        districts = {one.older.name for one in passed if one.older.level == "district"}
        self.assertEqual(districts, {"Ủy ban nhân dân quận Lê Chân", "Ủy ban nhân dân quận Ngô Quyền"})

    def test_a_divided_ward_went_to_two(self) -> None:
        older = body_by_slug("ubnd-phuong-tran-nguyen-han-quan-le-chan-hai-phong")
        heirs = [(one.newer.slug, one.main) for one in successors_of(older.id)]
        self.assertEqual(heirs, [("ubnd-phuong-le-chan-hai-phong", True), ("ubnd-phuong-an-bien-hai-phong", False)])
        ids = [body_by_slug(slug).id for slug, _ in heirs]
        self.assertEqual(list(successor_today(older.id, TODAY)), ids)

    def test_a_merged_department_is_followed_to_the_one_of_today(self) -> None:
        older = Body.objects.get(name="Sở Kế hoạch và Đầu tư tỉnh Hải Dương")
        self.assertEqual(older.exists_until, dt.date(2025, 3, 1))
        self.assertEqual(successor_today(older.pk, TODAY), (body_by_slug("so-tai-chinh-hai-phong").id,))

    def test_the_same_code_means_another_body_on_another_day(self) -> None:
        on = {
            day: set(bodies_on(day).filter(territory__code="11383", kind="committee").values_list("name", flat=True))
            for day in (BEFORE, AFTER)
        }
        self.assertEqual(on[BEFORE], {"Ủy ban nhân dân phường Trần Nguyên Hãn"})
        self.assertEqual(on[AFTER], {"Ủy ban nhân dân phường Lê Chân"})

    def test_what_lies_in_a_province_is_counted_in_one_range(self) -> None:
        with self.assertNumQueries(2):
            found = count_inside(HAI_PHONG, on=TODAY)
        self.assertEqual(found, bodies_on(TODAY).count())
        self.assertEqual(count_inside(HAI_PHONG, on=BEFORE), 0)
        with self.assertNumQueries(2):
            self.assertEqual(len(list(narrowed(bodies_on(TODAY), Narrowing(within=HAI_PHONG), on=TODAY))), found)

    def test_the_levels_of_the_day_are_browsed(self) -> None:
        self.assertEqual([one.name for one in territories_below(None, on=TODAY)], ["thành phố Hải Phòng"])
        before = [one.name for one in territories_below(None, on=BEFORE)]
        self.assertEqual(before, ["tỉnh Hải Dương", "thành phố Hải Phòng"])
        self.assertEqual({one.level for one in territories_below("31@2025-06-30", on=BEFORE)}, {"district"})
        self.assertEqual(len(territories_below(HAI_PHONG, on=AFTER)), 114)

    @pytest.mark.shared
    def test_every_former_commune_and_district_is_there_as_an_independent_list_says(self) -> None:
        rows = [row for row in self.independent() if row["old_province_code"] in ("30", "31")]
        committees = Body.objects.filter(kind="committee", exists_until=AFTER)
        found = Counter(committees.values_list("level", flat=True))
        self.assertEqual(found["commune"], len({row["old_ward_code"] for row in rows if row["old_ward_code"]}))
        # Bạch Long Vĩ, an island district, has no commune and so no row there.
        self.assertEqual(found["district"] - 1, len({row["old_district_code"] for row in rows} - {"318"}))

    @pytest.mark.shared
    def test_every_succession_between_communes_is_in_an_independent_list_and_the_other_way_round(self) -> None:
        listed = {
            (self.plain(row["old_ward"]), self.plain(row["old_district"]), self.plain(row["new_ward"]))
            for row in self.independent()
            if row["new_province_code"] == "31" and row["old_ward_code"]
        }
        passed = Succession.objects.filter(older__kind="committee", older__level="commune")
        found = {
            (self.plain(one.older.name), self.plain(one.older.place.partition(",")[0]), self.plain(one.newer.name))
            for one in passed.select_related("older", "newer")
        }
        self.assertEqual(found, listed)

    def independent(self) -> list[dict[str, str]]:
        if not UNITS.is_dir():
            self.skipTest(f"không có tư liệu dùng chung ở {UNITS}")
        with (UNITS / "legacy_to_new.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @staticmethod
    def plain(name: str) -> str:
        return lower_one_tone(name.removeprefix("Ủy ban nhân dân ")).replace("-", " ").replace("phường 0", "phường ")


class DongNai(TestCase):
    """The province that became a city, and ten of its communes wards, on 30/4/2026."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_province(name_or_code="75", on=TODAY, actor=MAKER, now=NOW)

    def test_the_committee_is_one_body_with_two_names(self) -> None:
        row = Body.objects.get(slug="ubnd-dong-nai")
        names = [(one.text, one.from_on, one.last_on) for one in names_by_date(row)]
        self.assertEqual(
            names,
            [
                ("Ủy ban nhân dân thành phố Đồng Nai", dt.date(2026, 4, 30), None),
                ("Ủy ban nhân dân tỉnh Đồng Nai", AFTER, dt.date(2026, 4, 29)),
            ],
        )
        self.assertEqual(row.name, "Ủy ban nhân dân thành phố Đồng Nai")

    def test_a_commune_that_became_a_ward_keeps_its_committee(self) -> None:
        row = Body.objects.get(kind="committee", territory__code="26368", exists_until=None)
        self.assertEqual(
            [one.text for one in names_by_date(row)],
            ["Ủy ban nhân dân phường Long Thành", "Ủy ban nhân dân xã Long Thành"],
        )
        on = {day: bodies_on(day).filter(territory=row.territory, kind="division") for day in (AFTER, TODAY)}
        names = {
            day: {one.name.partition(" phường ")[0].partition(" xã ")[0] for one in rows} for day, rows in on.items()
        }
        self.assertIn("Phòng Kinh tế", names[AFTER])
        self.assertIn("Phòng Kinh tế, Hạ tầng và Đô thị", names[TODAY])
        former = Body.objects.get(territory=row.territory, key__endswith="/phong-kinh-te")
        (heir,) = successors_of(former.pk)
        self.assertEqual(
            (heir.newer.name, heir.on),
            ("Phòng Kinh tế, Hạ tầng và Đô thị phường Long Thành", dt.date(2026, 4, 30)),
        )
        self.assertNotIn("Phòng Kinh tế", names[TODAY])


class Refusals(TestCase):
    """What is not loaded."""

    def test_a_province_that_is_not_there_is_refused_and_the_nearest_named(self) -> None:
        with self.assertRaisesMessage(NameNotKnown, "tỉnh Tuyên Quang"):
            load_province(name_or_code="tuyen quang", on=TODAY, actor=MAKER, now=NOW)
        with self.assertRaises(NameNotKnown):
            load_province(name_or_code="Hà Giang", on=TODAY, actor=MAKER, now=NOW)

    def test_a_visitor_loads_nothing(self) -> None:
        with self.assertRaises(NotAllowed):
            load_province(name_or_code="31", on=TODAY, actor=VISITOR, now=NOW)

    def test_the_command_says_what_was_wrong(self) -> None:
        for arguments, status in (([], 2), (["--province", "31", "--as-of", "hôm qua"], 2), (["--province", "x"], 1)):
            with self.assertRaises(CommandError) as refused:
                call_command("load_agencies", *arguments)
            self.assertEqual(refused.exception.returncode, status)
        with self.assertRaisesMessage(CommandError, "chưa biết"):
            call_command("load_agencies", "--province", "31", "--as-of", "1/1/2020")


class Command(TestCase):
    """`minhbach load-agencies`."""

    def test_it_prints_what_it_did_as_json_and_then_that_nothing_changed(self) -> None:
        first, second = StringIO(), StringIO()
        call_command(
            "load_agencies", "--province", "Huế", "--json", "--with", "trung-tam-dich-vu-su-nghiep-cong", stdout=first
        )
        call_command("load_agencies", "--province", "Huế", "--with", "trung-tam-dich-vu-su-nghiep-cong", stdout=second)
        done = json.loads(first.getvalue())
        self.assertEqual((done["code"], done["name"]), ("46", "thành phố Huế"))
        self.assertEqual(done["bodies"]["created"], Body.objects.count())
        self.assertIn("không có gì thay đổi", second.getvalue())
        centres = Body.objects.filter(key__endswith="/trung-tam-dich-vu-su-nghiep-cong")
        self.assertEqual(centres.count(), 40)

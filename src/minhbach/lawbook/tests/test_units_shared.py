"""The tree against an independent list, where that lies beside the project."""

import csv
import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from minhbach.domain.text import lower_one_tone
from minhbach.domain.units.values import UnitKind
from minhbach.lawbook.units import load_units

pytestmark = pytest.mark.shared
BEFORE, REFORM, CITY = dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 4, 30)


@pytest.fixture(scope="module")
def checks(shared: Path) -> dict[str, Any]:
    return dict(json.loads((shared / "practice/units/checks.json").read_text("utf-8")))


def rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "practice/units" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("day", "key"), [(REFORM, "counts_from_2025-07-01"), (CITY, "counts_from_2026-04-30")])
def test_counts(checks: dict[str, Any], day: dt.date, key: str) -> None:
    units = load_units()
    communes = [c for p in units.provinces(on=day) for c in units.communes(p.key, on=day)]
    found = Counter(version.kind for c in communes if (version := c.on(day)))
    assert (len(units.provinces(on=day)), len(communes)) == (checks[key]["provinces"], checks[key]["communes"])
    assert {str(kind): number for kind, number in found.items()} == {
        kind: checks[key][kind] for kind in ("xã", "phường", "đặc khu")
    }


def test_names_and_kinds_agree_but_for_tone_place_and_case(shared: Path) -> None:
    units = load_units()
    for row in rows(shared, "wards.csv"):
        # Xã Ba Chẽ stands there twice, once under each of the two codes that are in use; 06970 is the decision's.
        if row["code"] == "06978":
            continue
        for day, column in ((REFORM, "name_from_2025-07-01"), (CITY, "name_from_2026-04-30")):
            if row["code"] == "06970" and not row[column]:
                continue
            version = units.by_code(row["code"], on=day).on(day)
            assert version
            assert lower_one_tone(version.full_name) == lower_one_tone(row[column]), row
            assert version.parent == units.by_code(row["province_code"], on=day).key


def test_ba_che_has_the_code_of_the_decision() -> None:
    assert load_units().by_code("06970", on=REFORM).latest.full_name == "xã Ba Chẽ"


def test_every_row_old_to_new_is_a_succession_or_a_unit_that_went_on(shared: Path) -> None:
    units = load_units()
    pairs = rows(shared, "legacy_to_new.csv")
    assert len(pairs) == 10602
    for row in pairs:
        older = units.by_code(row["old_ward_code"] or row["old_district_code"], on=BEFORE)
        newer = units.by_code(row["new_ward_code"], on=REFORM)
        if older is newer:
            assert row["whole_or_part"] == "whole"
            continue
        passed = {s.newer: s for s in units.successors(older.key)}[newer.key]
        assert (passed.extent, passed.main) == (row["whole_or_part"], row["default_target"] == "1"), row


def test_hai_phong_and_le_chan(checks: dict[str, Any]) -> None:
    units = load_units()
    province = units.by_code(checks["hai_phong"]["code"], on=REFORM)
    assert len(units.communes(province.key, on=REFORM)) == checks["hai_phong"]["communes"]
    ward = units.by_code(checks["le_chan"]["code"], on=REFORM)
    for extent in ("whole", "part"):
        found = {units.unit(s.older).latest.name for s in units.predecessors(ward.key) if s.extent == extent}
        assert found == {name.partition(" (")[0] for name in checks["le_chan"][extent]}


def test_the_former_wards_that_seed_002_names_are_found_the_mistyped_one_as_a_proposal() -> None:
    units = load_units()
    ward = units.by_code("11383", on=REFORM)
    older = {s.older for s in units.predecessors(ward.key)}
    for name in ("phường Hàng Kênh", "phường Trần Nguyên Hãn", "phường Kênh Dương"):
        assert units.find(name, within="31@2025-06-30", on=BEFORE).only in older
    mistyped = units.find("phường Du Hàng Kênh", within="31@2025-06-30", on=BEFORE)
    assert not mistyped.units
    assert [units.unit(p.unit).latest.name for p in mistyped.proposals] == ["Dư Hàng Kênh"]


def test_an_bien_is_two_places() -> None:
    units = load_units()
    assert len(units.find("An Biên", on=REFORM).units) == 2
    assert units.unit(units.find("phường An Biên", on=REFORM).only or "").latest.kind is UnitKind.PHUONG

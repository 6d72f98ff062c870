"""Every body that the five real documents give a task or a report resolves or is asked.

Expected answers are read from the documents by a person: who is meant is written beside each name below.
"""

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from minhbach.domain.bodies.model import key_of, make_bodies, territory_of
from minhbach.domain.bodies.registry import Registry
from minhbach.domain.bodies.resolution import Resolution, find_issuer, resolve
from minhbach.domain.units.values import KNOWN_FROM, Unit
from minhbach.lawbook.bodies import load_body_models
from minhbach.lawbook.units import load_units

pytestmark = pytest.mark.shared

# seed → code of the province, day of the document, key of the issuer; the ward's draft has no day.
SEEDS = {
    "000": ("31", dt.date(2016, 10, 19), "31@2025-06-30/ubnd"),
    "001": ("02", dt.date(2016, 9, 9), "02@2025-06-30/ubnd"),
    "002": ("31", dt.date(2026, 7, 1), "11383@2025-07-01/ubnd"),
    "003": ("01", dt.date(2019, 12, 13), "01@2025-06-30/ubnd"),
    "004": ("26", dt.date(2018, 9, 13), "26@2025-06-30/so-ngoai-vu"),
}


def units_of(code: str, day: dt.date) -> Iterator[Unit]:
    units = load_units()
    province = units.by_code(code, on=units.known_day(day))
    yield from (province, *units.districts(province.key, on=units.known_day(day)))
    yield from units.communes(province.key, on=units.known_day(day))
    if not province.is_older_than_known:
        yield from units_of(code, KNOWN_FROM)


@cache
def registry(seed: str) -> Registry:
    code, day, _ = SEEDS[seed]
    found = {unit.key: unit for unit in units_of(code, day)}.values()
    models = load_body_models()
    return Registry.of(
        bodies=[body for unit in found for body in make_bodies(models, unit, also_present=("so-ngoai-vu",))],
        territories=[territory_of(unit, on=day) for unit in found],
    )


def answer(seed: str, name: str) -> Resolution:
    _, day, issuer = SEEDS[seed]
    return resolve(name, registry(seed), within=issuer, on=day)


def names(shared: Path, seed: str) -> set[str]:
    rows = [json.loads(line) for line in (shared / f"truth/seeds/{seed}.jsonl").read_text("utf-8").splitlines()]
    keys = ("lead", "coord", "assignees", "body", "report_to")
    found = {name for row in rows for key in keys if isinstance(row.get(key), list) for name in row[key]}
    return found | set(rows[0].get("addressees") or ())


@pytest.mark.parametrize("seed", SEEDS)
def test_every_name_resolves_to_bodies_of_the_day_or_is_asked(shared: Path, seed: str) -> None:
    _, day, _ = SEEDS[seed]
    for name in names(shared, seed):
        found = answer(seed, name)
        assert found.why
        assert all(registry(seed).bodies[key].exists_on(day) for key in found.bodies)
        assert found.bodies if found.sure else True, name


@pytest.mark.parametrize("seed", SEEDS)
def test_the_issuer_is_found(shared: Path, seed: str) -> None:
    first = json.loads((shared / f"truth/seeds/{seed}.jsonl").read_text("utf-8").splitlines()[0])
    _, day, issuer = SEEDS[seed]
    found = find_issuer(first["issuing_body"], registry(seed), on=day, place=first["place"] or "")
    assert (found.bodies, found.sure) == ((issuer,), True)


@pytest.mark.parametrize(
    ("seed", "name", "model"),
    [
        ("000", "Sở Tư pháp", "31@2025-06-30/so-tu-phap"),
        ("000", "Văn phòng Ủy ban nhân dân thành phố", "31@2025-06-30/van-phong-ubnd"),
        ("000", "Sở Thông tin và Truyền thông", "31@2025-06-30/so-thong-tin-va-truyen-thong"),
        ("000", "Ủy ban nhân dân thành phố", "31@2025-06-30/ubnd"),
        ("001", "Sở Nội vụ", "02@2025-06-30/so-noi-vu"),
        ("002", "Văn phòng HĐND và UBND phường", "11383@2025-07-01/van-phong-hdnd-va-ubnd"),
        ("002", "Phòng Văn hóa - Xã hội", "11383@2025-07-01/phong-van-hoa-xa-hoi"),
        ("002", "Phòng Kinh tế", "11383@2025-07-01/phong-kinh-te-ha-tang-va-do-thi"),
        ("002", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "11383@2025-07-01/mttq"),
        ("002", "Tổ trưởng các tổ dân phố", "11383@2025-07-01/to-dan-pho"),
        ("003", "Văn phòng UBND Thành phố", "01@2025-06-30/van-phong-ubnd"),
        ("003", "Sở Tư pháp", "01@2025-06-30/so-tu-phap"),
    ],
)
def test_single_names(seed: str, name: str, model: str) -> None:
    found = answer(seed, name)
    assert (found.bodies, found.sure) == ((model,), True)


@pytest.mark.parametrize(
    ("seed", "name", "number"),
    [
        # Hải Phòng on 30/6/2025: 14 quận, huyện and thành phố Thủy Nguyên; 167 communes (counted in the data).
        ("000", "Ủy ban nhân dân cấp huyện", 15),
        ("000", "Ủy ban nhân dân cấp xã", 167),
        ("000", "Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã", 182),
        ("000", "Ủy ban nhân dân xã, phường, thị trấn", 167),
        # Hà Giang had 10 huyện and one city.
        ("001", "Chủ tịch Ủy ban nhân dân các huyện, thành phố", 11),
        # Hà Nội has 12 quận, 17 huyện and one thị xã.
        ("003", "UBND các quận, huyện, thị xã", 30),
        ("002", "các tổ chức chính trị - xã hội", 5),
    ],
)
def test_collective_names(seed: str, name: str, number: int) -> None:
    found = answer(seed, name)
    assert (len(found.bodies), found.sure, found.collective) == (number, True, True)


@pytest.mark.parametrize(
    ("seed", "name", "proposed", "others"),
    [
        # The list leaves out thành phố Thủy Nguyên, a huyện when the plan was written.
        ("000", "Ủy ban nhân dân quận, huyện", 14, 1),
        ("000", "Hội đồng nhân dân, Ủy ban nhân dân quận, huyện, xã, phường, thị trấn", 362, 2),
        ("001", "Ủy ban nhân dân", 1, 1),
        ("002", "Các phòng chuyên môn và cơ quan, đơn vị có liên quan", 3, 12),
        ("004", "Thanh tra Sở", 0, 0),
        ("004", "Trung tâm Thông tin đối ngoại và Xúc tiến viện trợ", 0, 0),
    ],
)
def test_names_that_a_person_must_settle(seed: str, name: str, proposed: int, others: int) -> None:
    found = answer(seed, name)
    assert (len(found.bodies), len(found.candidates), found.sure) == (proposed, others, False)


def test_a_plan_of_2016_names_bodies_of_the_old_city() -> None:
    committee = answer("000", "Ủy ban nhân dân thành phố").bodies[0]
    assert committee == key_of("31@2025-06-30", "ubnd")
    assert registry("000").bodies[committee].until == dt.date(2025, 7, 1)

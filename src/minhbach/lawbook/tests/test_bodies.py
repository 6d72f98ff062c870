"""The model of bodies by date."""

import datetime as dt
from pathlib import Path

import pytest

from minhbach.domain.bodies.model import Presence, Share, State, key_of, make_bodies, territory_of
from minhbach.domain.bodies.values import Body, Kind
from minhbach.domain.units.values import Level
from minhbach.lawbook.bodies import BodyDataInvalid, load_body_models
from minhbach.lawbook.units import load_units


def bodies(unit: str, *also: str) -> dict[str, Body]:
    made = make_bodies(load_body_models(), load_units().unit(unit), also_present=also)
    return {body.key.partition("/")[2]: body for body in made}


def names_on(unit: str, day: dt.date, kind: Kind) -> set[str]:
    return {body.names[-1].text for body in bodies(unit).values() if body.kind is kind and body.exists_on(day)}


def test_every_value_says_how_sure_it_is_and_where_it_is_from() -> None:
    for model in load_body_models():
        assert model.state in State
        assert model.source
        assert model.state is not State.CONFIRMED or model.source != "chưa tra cứu", model


def test_a_province_has_the_twelve_departments_of_decree_150_and_none_of_the_merged_ones() -> None:
    # Ten departments, the inspectorate and the committee's office, as the reports of Decree 150/2025 list them.
    departments = names_on("31@2025-07-01", dt.date(2026, 11, 22), Kind.DEPARTMENT)
    assert departments == {
        "Sở Nội vụ",
        "Sở Tư pháp",
        "Sở Tài chính",
        "Sở Công Thương",
        "Sở Nông nghiệp và Môi trường",
        "Sở Xây dựng",
        "Sở Khoa học và Công nghệ",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Giáo dục và Đào tạo",
        "Sở Y tế",
        "Thanh tra thành phố Hải Phòng",
    }
    assert "Văn phòng Ủy ban nhân dân thành phố Hải Phòng" in names_on(
        "31@2025-07-01", dt.date(2026, 11, 22), Kind.OFFICE
    )


def test_a_province_of_2016_had_the_departments_that_were_merged_in_2025() -> None:
    day = dt.date(2016, 10, 19)
    departments = names_on("31@2025-06-30", day, Kind.DEPARTMENT)
    assert {"Sở Thông tin và Truyền thông", "Sở Kế hoạch và Đầu tư", "Sở Giao thông vận tải"} <= departments
    assert "Sở Nông nghiệp và Môi trường" not in departments
    assert names_on("31@2025-06-30", dt.date(2025, 2, 28), Kind.DEPARTMENT) == departments
    assert "Sở Thông tin và Truyền thông" not in names_on("31@2025-06-30", dt.date(2025, 3, 1), Kind.DEPARTMENT)


def test_a_merged_department_names_who_took_over_the_main_successor_first() -> None:
    made = bodies("31@2025-06-30")
    labour = made["so-lao-dong-thuong-binh-va-xa-hoi"]
    assert labour.successors[0] == key_of("31@2025-06-30", "so-noi-vu")
    assert len(labour.successors) == 5
    model = next(m for m in load_body_models() if m.id == "so-ke-hoach-va-dau-tu")
    assert [(s.model, s.share) for s in model.successors] == [("so-tai-chinh", Share.WHOLE)]
    main = [m.successors[0].share for m in load_body_models() if m.successors]
    assert set(main) <= {Share.WHOLE, Share.MAIN}


def test_a_ward_since_the_reform_has_office_and_divisions_and_before_it_had_not() -> None:
    made = bodies("11383@2025-07-01")
    assert {"van-phong-hdnd-va-ubnd", "phong-van-hoa-xa-hoi", "phong-kinh-te-ha-tang-va-do-thi"} <= set(made)
    assert "phong-kinh-te" not in made
    assert made["ubnd"].names[0].text == "Ủy ban nhân dân phường Lê Chân"
    assert made["van-phong-hdnd-va-ubnd"].parent == made["ubnd"].key
    older = bodies("11383@2025-06-30")
    assert older["ubnd"].names[0].text == "Ủy ban nhân dân phường Trần Nguyên Hãn"
    assert older["ubnd"].until == dt.date(2025, 7, 1)
    assert "van-phong-hdnd-va-ubnd" not in older


def test_a_district_ended_with_the_reform_and_may_be_older_than_the_data() -> None:
    made = bodies("305@2025-06-30")
    assert made["ubnd"].exists_on(dt.date(2016, 10, 19))
    assert made["ubnd"].exists_on(dt.date(2025, 6, 30))
    assert not made["ubnd"].exists_on(dt.date(2025, 7, 1))
    assert all(body.until for body in made.values())


def test_a_commune_that_became_a_ward_changes_names_and_division() -> None:
    made = bodies("25270@2025-07-01")
    assert [(n.text, n.since, n.until) for n in made["ubnd"].names] == [
        ("Ủy ban nhân dân xã Lộc Ninh", dt.date(2025, 7, 1), dt.date(2026, 4, 30)),
        ("Ủy ban nhân dân phường Lộc Ninh", dt.date(2026, 4, 30), None),
    ]
    assert made["phong-kinh-te"].until == dt.date(2026, 4, 30)
    assert made["phong-kinh-te"].successors == (made["phong-kinh-te-ha-tang-va-do-thi"].key,)
    assert made["phong-kinh-te-ha-tang-va-do-thi"].since == dt.date(2026, 4, 30)


def test_a_province_that_went_on_keeps_one_committee() -> None:
    committee = bodies("01@2025-06-30")["ubnd"]
    assert (committee.since, committee.until) == (None, None)
    assert [name.text for name in committee.names] == ["Ủy ban nhân dân thành phố Hà Nội"]


def test_what_only_some_units_have_is_made_only_when_asked_for() -> None:
    assert "so-ngoai-vu" not in bodies("01@2025-06-30")
    assert "so-ngoai-vu" in bodies("01@2025-06-30", "so-ngoai-vu")
    assert {m.id for m in load_body_models() if m.presence is Presence.SOME} >= {
        "so-ngoai-vu",
        "so-dan-toc-va-ton-giao",
    }


def test_a_territory_is_as_it_was_on_the_day() -> None:
    province = load_units().unit("75@2025-07-01")
    assert territory_of(province, on=dt.date(2026, 1, 1)).kind == "tỉnh"
    assert territory_of(province, on=dt.date(2026, 5, 1)).kind == "thành phố"
    old = territory_of(load_units().unit("305@2025-06-30"), on=dt.date(2026, 5, 1))
    assert (old.level, old.since, old.until, old.parent) == (
        Level.DISTRICT,
        None,
        dt.date(2025, 7, 1),
        "31@2025-06-30",
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ('kind = "ministry"', "ministry"),
        ('kind = "office"\nunder = "nobody"', "nobody"),
        ('kind = "office"\nsuccessors = [{ id = "nobody", extent = "whole" }]', "nobody"),
        ('kind = "office"\nin_force_from = 2025-07-01\nin_force_until = 2025-07-01', "kết thúc"),
    ],
)
def test_wrong_data_are_refused_with_the_place(tmp_path: Path, wrong: str, sentence: str) -> None:
    row = f'[[body]]\nid = "x"\nname = "X"\npresence = "every"\nstate = "confirmed"\nsource = "s"\n{wrong}\n'
    for level in ("province", "district", "commune"):
        (tmp_path / f"{level}.toml").write_text(row, "utf-8")
    with pytest.raises(BodyDataInvalid, match=sentence):
        load_body_models(tmp_path)

import unicodedata
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from minhbach.accounts.actions.change_password import change_password
from minhbach.accounts.actions.correct_person import correct_person
from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.actions.end_sessions import end_sessions
from minhbach.accounts.actions.link_subject import link_subject
from minhbach.accounts.actions.reset_password import reset_password
from minhbach.accounts.actions.reset_two_factor import reset_two_factor
from minhbach.accounts.actions.unlink_subject import unlink_subject
from minhbach.accounts.contracts import (
    AccountsError,
    NameTaken,
    NotAllowed,
    PasswordNotAccepted,
    PersonNotVisible,
    PersonRecord,
    SubjectTaken,
)
from minhbach.accounts.models import Person
from minhbach.accounts.queries import people_visible_to, person_names
from minhbach.accounts.tests.conftest import NOW, PASSWORD, SYSTEM, World, acting
from minhbach.domain.access import VISITOR, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about


def new(world: World, actor: object, **given: object) -> PersonRecord:
    values = {
        "name": "Trần Thị Thử",
        "username": "thu.tt",
        "email": "thu@vidu.vn",
        "password": PASSWORD,
        "body_id": world.ward.pk,
        "role": Role.LEADER,
        "actor": actor,
        "now": NOW,
        **given,
    }
    return create_person(**values)  # type: ignore[arg-type]


def test_a_person_is_made_with_a_first_post_and_a_password_for_seven_days(world: World, admin: PersonRecord) -> None:
    person = new(world, acting(admin))
    row = Person.objects.get(id=person.id)
    assert row.temporary_password_until == NOW + timedelta(days=7)
    assert row.password.startswith("argon2")
    assert acting(person).holds(Role.LEADER, body=world.ward.pk)
    events = events_about(Subject("person", person.id))
    assert [event.kind for event in events] == ["post.given", "person.created"]
    assert {event.chain for event in events} == {f"body:{world.ward.pk}"}
    assert "Thử" not in str(events)
    assert "thu" not in str([event.facts for event in events])


def test_names_are_kept_in_one_form(world: World, admin: PersonRecord) -> None:
    decomposed = unicodedata.normalize("NFD", "  Trần  Thị Thử ")
    person = new(world, acting(admin), name=decomposed, username=" Thu.TT", email=" Thu@ViDu.VN ")
    assert (person.name, person.username, person.email) == ("Trần Thị Thử", "thu.tt", "thu@vidu.vn")


@pytest.mark.parametrize("taken", [{"username": "thu.tt"}, {"email": "thu@vidu.vn"}, {"username": "THU.TT"}])
def test_a_name_belongs_to_one_person(world: World, admin: PersonRecord, taken: dict[str, str]) -> None:
    new(world, acting(admin))
    fresh = {"username": "khac", "email": "khac@vidu.vn", **taken}
    with pytest.raises(NameTaken):
        new(world, acting(admin), **fresh)
    assert Person.objects.count() == 2


def test_several_people_may_lack_an_email_address(world: World, admin: PersonRecord) -> None:
    new(world, acting(admin), email="")
    new(world, acting(admin), username="khac", email="")


@pytest.mark.parametrize("wrong", [{"username": "thử"}, {"name": "  "}])
def test_names_that_cannot_be_are_refused(world: World, admin: PersonRecord, wrong: dict[str, str]) -> None:
    with pytest.raises(AccountsError):
        new(world, acting(admin), **wrong)


def test_nobody_is_made_in_a_body_of_others(world: World, admin: PersonRecord) -> None:
    with pytest.raises(NotAllowed):
        new(world, acting(admin), body_id=world.other_ward.pk)
    with pytest.raises(NotAllowed):
        new(world, VISITOR)


def test_a_correction_says_what_changed_and_not_to_what(world: World, admin: PersonRecord) -> None:
    person = world.person("mot", name="Lê Văn Một")
    correct_person(
        person_id=person.id, name="Lê Văn Mốt", username="mot", email="mot@vidu.vn", actor=acting(admin), now=NOW
    )
    event = events_about(Subject("person", person.id))[-1]
    assert (event.kind, dict(event.facts)) == ("person.corrected", {"name": True})
    assert Person.objects.get(id=person.id).searchable.startswith("le van mot")


def test_a_correction_that_changes_nothing_leaves_no_event(world: World, admin: PersonRecord) -> None:
    person = world.person("mot", name="Lê Văn Một")
    before = len(events_about(Subject("person", person.id)))
    correct_person(
        person_id=person.id, name="Lê Văn Một", username="mot", email="mot@vidu.vn", actor=acting(admin), now=NOW
    )
    assert len(events_about(Subject("person", person.id))) == before


def test_a_corrected_name_may_not_be_anothers(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    with pytest.raises(NameTaken):
        correct_person(person_id=person.id, name="Một", username="quantri", email="", actor=acting(admin), now=NOW)


def test_a_reset_password_ends_sessions_and_works_for_seven_days(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    before = Person.objects.get(id=person.id).get_session_auth_hash()
    password = reset_password(person_id=person.id, actor=acting(admin), now=NOW)
    row = Person.objects.get(id=person.id)
    assert row.check_password(password)
    assert not row.check_password(PASSWORD)
    assert row.temporary_password_until == NOW + timedelta(days=7)
    assert row.get_session_auth_hash() != before
    assert events_about(Subject("person", person.id))[-1].kind == "person.password-reset"


def test_temporary_passwords_differ_and_hold_no_letters_that_look_alike(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    made = {reset_password(person_id=person.id, actor=acting(admin), now=NOW) for _ in range(5)}
    assert len(made) == 5
    assert not set("".join(made)) & set("01OIL")


def test_the_own_password_is_changed_and_not_reset(admin: PersonRecord) -> None:
    with pytest.raises(NotAllowed):
        reset_password(person_id=admin.id, actor=acting(admin), now=NOW)


def test_one_changes_ones_own_password(world: World) -> None:
    person = world.person("mot")
    change_password(password="mật-khẩu-hoàn-toàn-mới", actor=acting(person), now=NOW)
    row = Person.objects.get(id=person.id)
    assert row.check_password("mật-khẩu-hoàn-toàn-mới")
    assert row.temporary_password_until is None
    assert events_about(Subject("person", person.id))[-1].kind == "person.password-changed"


@pytest.mark.parametrize("weak", ["ngắn", "password1234", "1234567890123", PASSWORD, "mot@vidu.vn", "Lê Văn Mot 1"])
def test_weak_and_old_passwords_are_refused(world: World, weak: str) -> None:
    person = world.person("mot")
    with pytest.raises(PasswordNotAccepted):
        change_password(password=weak, actor=acting(person), now=NOW)


def test_a_visitor_has_no_password_and_no_sessions(db: None) -> None:
    with pytest.raises(PersonNotVisible):
        change_password(password="mật-khẩu-hoàn-toàn-mới", actor=VISITOR, now=NOW)
    with pytest.raises(PersonNotVisible):
        end_sessions(actor=VISITOR, now=NOW)


def test_a_lost_second_factor_is_taken_away_with_all_sessions(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES):
        Authenticator.objects.create(user_id=person.id, type=kind, data={})
    before = Person.objects.get(id=person.id).get_session_auth_hash()
    assert reset_two_factor(person_id=person.id, actor=acting(admin), now=NOW) == 2
    assert not Authenticator.objects.exists()
    assert Person.objects.get(id=person.id).get_session_auth_hash() != before
    assert events_about(Subject("person", person.id))[-1].kind == "person.two-factor-reset"
    with pytest.raises(NotAllowed):
        reset_two_factor(person_id=person.id, actor=acting(admin), now=NOW)


def test_an_identity_belongs_to_one_person_and_stays_out_of_the_log(world: World, admin: PersonRecord) -> None:
    person, other = world.person("mot"), world.person("haii")
    link_subject(person_id=person.id, provider="vneid", subject=" abc-123 ", actor=acting(admin), now=NOW)
    assert SocialAccount.objects.get(provider="vneid", uid="abc-123").user_id == person.id
    event = events_about(Subject("person", person.id))[-1]
    assert (event.kind, dict(event.facts)) == ("person.subject-linked", {"provider": "vneid"})
    with pytest.raises(SubjectTaken):
        link_subject(person_id=other.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    unlink_subject(person_id=person.id, provider="vneid", actor=acting(person), now=NOW)
    assert not SocialAccount.objects.exists()
    with pytest.raises(NotAllowed):
        unlink_subject(person_id=person.id, provider="vneid", actor=acting(person), now=NOW)


@pytest.mark.parametrize("subject", ["", " ", "x" * 192])
def test_an_identity_without_a_subject_is_refused(world: World, admin: PersonRecord, subject: str) -> None:
    with pytest.raises(AccountsError):
        link_subject(person_id=world.person("mot").id, provider="vneid", subject=subject, actor=acting(admin), now=NOW)


def acts_on_an_account(person_id: int, actor: object) -> list[object]:
    common = {"person_id": person_id, "actor": actor, "now": NOW}
    return [
        lambda: reset_password(**common),  # type: ignore[arg-type]
        lambda: reset_two_factor(**common),  # type: ignore[arg-type]
        lambda: correct_person(name="A", username="chiem", email="chiem@vidu.vn", **common),  # type: ignore[arg-type]
        lambda: link_subject(provider="vneid", subject="chiem", **common),  # type: ignore[arg-type]
    ]


def test_a_stranger_cannot_touch_an_account_or_tell_that_it_exists(world: World, other_admin: PersonRecord) -> None:
    person = world.person("mot")
    for act in acts_on_an_account(person.id, acting(other_admin)):
        with pytest.raises(PersonNotVisible):
            act()  # type: ignore[operator]


def test_an_administrator_cannot_become_a_leader_elsewhere_by_lending_them_a_post(
    world: World, admin: PersonRecord, other_admin: PersonRecord
) -> None:
    """Giving a foreign leader a post here makes them visible here, but must not open their account."""
    world.post(other_admin, Role.SPECIALIST)
    assert other_admin.id in set(people_visible_to(acting(admin)).values_list("id", flat=True))
    for act in acts_on_an_account(other_admin.id, acting(admin)):
        with pytest.raises(NotAllowed):
            act()  # type: ignore[operator]
    row = Person.objects.get(id=other_admin.id)
    assert row.check_password(PASSWORD)
    assert row.username == "quantri2"


def test_people_of_divisions_are_visible_to_the_wards_administrator(
    world: World, admin: PersonRecord, other_admin: PersonRecord
) -> None:
    person = world.person("mot", body=world.division)
    assert people_visible_to(acting(admin)).filter(id=person.id).exists()
    assert not people_visible_to(acting(other_admin)).filter(id=person.id).exists()
    assert not people_visible_to(VISITOR).exists()
    assert people_visible_to(SYSTEM).count() == 3


def test_names_of_people_are_told_by_id(world: World) -> None:
    person = world.person("mot", name="Lê Văn Một")
    assert person_names([person.id, 10**6]) == {person.id: "Lê Văn Một"}

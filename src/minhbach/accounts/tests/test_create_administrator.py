"""`minhbach create-administrator`, as an operator types it."""

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from minhbach.accounts.models import Person, Post
from minhbach.accounts.rules import username_from
from minhbach.accounts.tests.conftest import NOW, PASSWORD, SYSTEM, World
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.domain.access import Role
from minhbach.domain.units.values import Level, UnitKind


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    file = tmp_path / "mat-khau.txt"
    file.write_text(f"{PASSWORD}\n", "utf-8")
    return file


def create(password_file: Path, *more: str) -> str:
    out = io.StringIO()
    given = ["--email", "An.Tran@vidu.vn", "--name", "Trần Thị An", "--password-file", str(password_file)]
    call_command("create_administrator", *given, *more, stdout=out, stderr=out)
    return out.getvalue()


def test_it_makes_the_administrator_of_the_body_that_is_named(world: World, password_file: Path) -> None:
    said = create(password_file, "--body", world.ward.slug)
    person = Person.objects.get()
    assert (person.username, person.email, person.name) == ("an.tran", "an.tran@vidu.vn", "Trần Thị An")
    assert person.check_password(PASSWORD)
    assert person.temporary_password_until is None
    post = Post.objects.get()
    assert (post.role, post.body_id) == (Role.ADMINISTRATOR, world.ward.pk)
    assert "Đã tạo người quản trị Trần Thị An của Ủy ban nhân dân phường Mẫu Một" in said
    assert PASSWORD not in said


def test_a_second_run_is_refused_and_force_makes_another(world: World, password_file: Path) -> None:
    create(password_file, "--body", world.ward.slug)
    with pytest.raises(CommandError, match="Đã có người quản trị"):
        create(password_file, "--body", world.ward.slug, "--email", "ba@vidu.vn")
    assert Person.objects.count() == 1
    create(password_file, "--body", world.ward.slug, "--email", "an.tran@khac.vidu.vn", "--force")
    assert set(Person.objects.values_list("username", flat=True)) == {"an.tran", "an.tran2"}


def test_without_a_body_several_are_named(world: World, password_file: Path) -> None:
    with pytest.raises(CommandError, match=r"--body.*ubnd-phuong-mau-mot"):
        create(password_file)


def test_a_body_that_is_not_there_is_told(world: World, password_file: Path) -> None:
    with pytest.raises(CommandError, match="Không có cơ quan “khong-co”"):
        create(password_file, "--body", "khong-co")


def test_the_committee_is_meant_where_a_name_fits_all_bodies_of_a_ward(db: None, password_file: Path) -> None:
    common = {"from_on": date(2025, 7, 1), "actor": SYSTEM, "now": NOW}
    add_territory(key="thi-du", level=Level.PROVINCE, kind=UnitKind.TINH, name="Thí Dụ", **common)
    add_territory(key="mau", level=Level.COMMUNE, kind=UnitKind.PHUONG, name="Mẫu Một", parent_key="thi-du", **common)
    assert "của Ủy ban nhân dân phường Mẫu Một, tỉnh Thí Dụ" in create(password_file, "--body", "phường Mẫu Một")
    assert "của Ủy ban nhân dân phường Mẫu Một" in create(
        password_file, "--body", "UBND phuong mau mot", "--force", "--email", "ba@vidu.vn"
    )
    with pytest.raises(CommandError, match="Nhiều cơ quan"):
        create(password_file, "--body", "Thí Dụ", "--force", "--email", "tu@vidu.vn")


def test_with_no_bodies_at_all_the_installation_gets_one_of_its_own(db: None, password_file: Path) -> None:
    said = create(password_file)
    assert "đã lập cơ quan tạm" in said
    assert Post.objects.get().body.kind == "committee"


def test_a_weak_password_is_refused(world: World, tmp_path: Path) -> None:
    file = tmp_path / "yeu.txt"
    file.write_text("123456789012", "utf-8")
    with pytest.raises(CommandError):
        create(file, "--body", world.ward.slug)
    assert not Person.objects.exists()


def test_a_missing_password_file_is_told(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Không đọc được tệp mật khẩu"):
        create(tmp_path / "khong-co.txt", "--body", world.ward.slug)


@pytest.mark.parametrize(
    ("email", "username"),
    [("An@vidu.vn", "quantrian"), ("Trần.Ân@vidu.vn", "tran.an"), ("đỗ+x@vidu.vn", "dox"), ("@", "quantri")],
)
def test_a_user_name_is_made_from_the_address(email: str, username: str) -> None:
    assert username_from(email) == username


def run_command(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MINHBACH_MODE": "demonstration", "MINHBACH_DATA": str(tmp_path / "data")}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "minhbach.config.command", *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )


def test_help_shows_an_example_and_missing_answers_exit_with_two(tmp_path: Path) -> None:
    helped = run_command(tmp_path, "create-administrator", "--help")
    assert helped.returncode == 0
    assert "minhbach create-administrator --email" in helped.stdout
    run_command(tmp_path, "manage", "migrate", "-v0")
    unanswered = run_command(tmp_path, "create-administrator")
    assert (unanswered.returncode, unanswered.stderr.count("\n")) == (2, 1)
    assert "Thiếu --name" in unanswered.stderr

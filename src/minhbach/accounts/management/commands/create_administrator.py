"""`minhbach create-administrator`: makes the first administrator of a body."""

import getpass
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.contracts import AccountsError
from minhbach.accounts.management.first_body import body_for_administrator, make_own_body
from minhbach.accounts.models import Person
from minhbach.accounts.passwords import refuse_weak_password
from minhbach.accounts.queries import there_is_an_administrator, username_for
from minhbach.agencies.contracts import AgenciesError, BodyRecord
from minhbach.domain.access import Role, system_actor
from minhbach.foundation import clock
from minhbach.foundation.management.plain import PlainCommand

EXAMPLES = """Tạo người quản trị đầu tiên của một cơ quan.

Ví dụ:
  minhbach create-administrator                              hỏi từng điều
  minhbach create-administrator --email an@vidu.vn --name "Trần Thị An" \\
      --password-file mat-khau.txt --body ubnd-phuong-mau-mot-thi-du

Tạo các cơ quan trước bằng `minhbach load-agencies`. Chưa có cơ quan nào thì lệnh này lập một cơ quan tạm.
Đã có người quản trị thì thêm người khác ở trang Cán bộ; không ai vào được nữa thì dùng --force.

Mã trả về: 0 đã tạo, 1 chưa tạo được, 2 gõ sai."""
SYSTEM = system_actor("create-administrator")


class Command(PlainCommand):
    """Asks for what was not given, on the terminal; without one, says what is missing."""

    help = EXAMPLES
    shown_name = "create-administrator"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--email", metavar="THƯ", help="thư điện tử, dùng để đăng nhập")
        parser.add_argument("--name", metavar="HỌ-TÊN", help="họ và tên như trên giấy tờ")
        parser.add_argument("--username", metavar="TÊN", help="tên đăng nhập (mặc định: phần trước @ của thư)")
        parser.add_argument("--password-file", type=Path, metavar="TỆP", help="tệp có mật khẩu ở dòng đầu")
        parser.add_argument("--body", metavar="CƠ-QUAN", help="tên trong địa chỉ trang của cơ quan, hoặc tên cơ quan")
        parser.add_argument("--force", action="store_true", help="tạo thêm dù đã có người quản trị")

    def handle(self, **options: Any) -> None:
        """Make the administrator, or say in one sentence why not."""
        if there_is_an_administrator(on=clock.today()) and not options["force"]:
            raise CommandError("Đã có người quản trị. Thêm người khác ở trang Cán bộ, hoặc dùng --force.")
        try:
            self._create(options)
        except (AccountsError, AgenciesError) as refusal:
            raise CommandError(str(refusal)) from refusal

    def _create(self, options: dict[str, Any]) -> None:
        name = options["name"] or _ask("Họ và tên", "--name")
        email = options["email"] or _ask("Thư điện tử", "--email")
        username = options["username"] or username_for(email)
        password = _password(options["password_file"], Person(name=name, email=email, username=username))
        body = self._body(options["body"])
        made = create_person(
            name=name,
            username=username,
            email=email,
            password=password,
            temporary=False,
            body_id=body.id,
            role=Role.ADMINISTRATOR,
            actor=SYSTEM,
            now=clock.now(),
        )
        self.stdout.write(f"Đã tạo người quản trị {made.name} của {body.full_name}.")
        self.stdout.write(f"Đăng nhập bằng “{made.username}” hoặc “{made.email}” tại /dang-nhap/.")

    def _body(self, asked: str | None) -> BodyRecord:
        found = body_for_administrator(asked, on=clock.today())
        if found is not None:
            return found
        made = make_own_body(actor=SYSTEM, now=clock.now())
        self.stderr.write(f"Chưa có cơ quan nào nên đã lập cơ quan tạm “{made.name}”. Sửa tên ở trang Cơ quan.")
        return made


def _password(file: Path | None, person: Person) -> str:
    if file is None:
        password = _ask("Mật khẩu", "--password-file", getpass.getpass)
        if password != getpass.getpass("Nhập lại mật khẩu: "):
            raise CommandError("Hai lần nhập mật khẩu chưa giống nhau.")
    else:
        password = _first_line(file)
    refuse_weak_password(password, person)
    return password


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"Không đọc được tệp mật khẩu {file}.") from error
    return lines[0] if lines else ""


def _ask(words: str, option: str, read: Callable[[str], str] = input) -> str:
    if not sys.stdin.isatty():
        raise CommandError(f"Thiếu {option}. Xem: minhbach create-administrator --help", returncode=2)
    return read(f"{words}: ").strip()

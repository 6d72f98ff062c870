"""The command `minhbach`: finds a subcommand by name and loads only what that one needs.

Subcommands that need no database (`read`) never load Django, so that they start at once.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from minhbach import __version__
from minhbach.config.settings_file import UnsafeSetting, law_folders

PROJECT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: where its `main(arguments) -> exit status` is, or the Django command that serves it.

    :param alone: the option with which a Django command needs no installation that was set up.
    """

    summary: str
    entry: str | None = None
    django: str | None = None
    alone: str | None = None


COMMANDS: dict[str, Command] = {
    "read": Command("đọc văn bản hành chính, in ra JSON", entry="minhbach.extraction.read_command:main"),
    "screen": Command("tìm dấu mật và dữ liệu cá nhân, in ra JSON", entry="minhbach.extraction.screen_command:main"),
    "redact": Command("che vĩnh viễn và chứng minh đã sạch", entry="minhbach.extraction.redact_command:main"),
    "deadline": Command("tính hạn theo luật, kèm điều khoản", entry="minhbach.lawbook.deadline_command:main"),
    "load-law": Command("nạp nghị định, thông tư mới", entry="minhbach.lawbook.load_law_command:main"),
    "run": Command("chạy máy chủ web và bộ xử lý việc nền", django="run"),
    "create-administrator": Command("tạo người quản trị đầu tiên", django="create_administrator"),
    "load-agencies": Command("tạo các cơ quan của một tỉnh, thành phố", django="load_agencies"),
    "import-plan": Command("nhập một kế hoạch hoặc công văn", django="import_plan"),
    "import-items": Command("nhập một danh mục vào kho thông tin", django="import_items"),
    "read-mail": Command("đọc các hộp thư nhận yêu cầu", django="read_mail"),
    "digitise": Command("số hóa một thư mục bản quét", django="digitise"),
    "verify-log": Command("kiểm tra nhật ký không bị sửa, xóa, đảo, cắt", django="verify_log"),
    "backup": Command("sao lưu toàn bộ", django="backup"),
    "restore": Command("khôi phục từ bản sao lưu", django="restore"),
    "end-training": Command("kết thúc tập huấn: xóa hết dữ liệu tập huấn", django="end_training"),
    "search": Command("tìm trong kho, hoặc đo độ đúng của tìm kiếm", django="search", alone="--corpus"),
    "reindex": Command("làm lại chỉ mục tìm kiếm", django="reindex"),
    "manage": Command("các lệnh Django khác: migrate, check, shell …", django=""),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status: 0 done, 1 something failed, 2 wrong usage."""
    try:
        status = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads (`| head`) has enough. What Python still holds back must not fail once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def run(arguments: Sequence[str] | None) -> int:
    """Find the subcommand and run it."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("-h", "--help", "help"):
        print(usage())
        return 0 if given else 2
    if given[0] == "--version":
        print(f"minhbach {__version__}")
        return 0
    command = COMMANDS.get(given[0])
    if command is None:
        print(f"minhbach: không có lệnh “{given[0]}”. Xem: minhbach --help", file=sys.stderr)
        return 2
    try:
        os.environ |= law_folders(os.environ, project=PROJECT)
    except UnsafeSetting as refused:
        print(f"minhbach: {refused}", file=sys.stderr)
        return 1
    if command.entry:
        module, function = command.entry.split(":")
        return int(getattr(import_module(module), function)(given[1:]))
    if command.alone and command.alone in given:
        os.environ.setdefault("MINHBACH_MODE", "demonstration")
    return run_django(command.django or "", given[1:])


def run_django(name: str, arguments: Sequence[str]) -> int:
    """Run a Django management command in this process; a `CommandError` becomes one sentence and exit status 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minhbach.config.settings")
    try:
        management = import_module("django.core.management")
        management.ManagementUtility(["minhbach", *([name] if name else []), *arguments]).execute()
    except UnsafeSetting as refused:
        print(f"minhbach: {refused}", file=sys.stderr)
        return 1
    return 0


def usage() -> str:
    """Return the list of subcommands with one line each."""
    lines = [f"  {name:22}{command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(["minhbach LỆNH [tùy chọn]   (thêm --help sau tên lệnh để xem ví dụ)", "", *lines])


if __name__ == "__main__":
    sys.exit(main())

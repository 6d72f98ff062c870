"""What a backup says of itself, and why one is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FORMAT = 1
NEWER = "Bản sao lưu do phiên bản Minh Bạch mới hơn tạo ra; hãy cập nhật chương trình trước."
BETWEEN = (
    "Bản sao lưu do một phiên bản Minh Bạch cũ, chưa qua hết các bước cập nhật, tạo ra; "
    "hãy khôi phục bằng phiên bản đó, cập nhật, rồi sao lưu lại."
)
_PLAIN = ("format", "program", "taken_at", "engine", "secret_key_mark", "files")


@dataclass(frozen=True, slots=True)
class Member:
    """A piece of the archive: `size` in bytes, `sha256` in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the archive: its model, its columns in the order of each row, its rows, the last number it gave.

    `last_number` keeps an id that was given and removed from being given again: the event log may speak of it.
    """

    model: str
    columns: tuple[str, ...]
    rows: int
    last_number: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in an archive. `migrations` are pairs of app and name; `left_out` are tables that no model names."""

    format: int
    program: str
    taken_at: str
    engine: str
    secret_key_mark: str
    migrations: tuple[tuple[str, str], ...]
    tables: Mapping[str, Table]
    left_out: tuple[str, ...]
    files: int
    damaged_files: tuple[str, ...]
    members: Mapping[str, Member]

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> "Manifest":
        """Return the manifest that a parsed JSON document holds.

        :raises BackupDamaged: if it is none, or of a later format.
        """
        try:
            if found["format"] > FORMAT:
                raise BackupDamaged(NEWER)
            tables = {
                name: Table(t["model"], tuple(t["columns"]), t["rows"], t["last_number"])
                for name, t in found["tables"].items()
            }
            members = {name: Member(**member) for name, member in found["members"].items()}
            plain = {name: found[name] for name in _PLAIN}
            return cls(
                **plain,
                migrations=tuple((app, name) for app, name in found["migrations"]),
                tables=tables,
                left_out=tuple(found["left_out"]),
                damaged_files=tuple(found["damaged_files"]),
                members=members,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise BackupDamaged("Bản sao lưu không có bản kê hợp lệ.") from error


class StewardshipError(Exception):
    """A backup or restore was refused; the message is a sentence for the operator."""


class BackupDamaged(StewardshipError):
    """The archive is altered, cut off, or not a backup."""


class WrongKey(StewardshipError):
    """The archive is encrypted with another key, or no key was given."""


class InstallationNotEmpty(StewardshipError):
    """A restore would overwrite an installation, and was not told to replace it."""


class InstallationInUse(StewardshipError):
    """The installation is running."""

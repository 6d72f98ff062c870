"""`minhbach import-items`: take a list of items into a body's register, from the command line."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.access import system_actor
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.management.plain import PlainCommand
from minhbach.register.actions.import_items import drop_list, map_list, receive_list, start_import
from minhbach.register.actions.take_items_in import take_items_in
from minhbach.register.contracts import ImportRefused
from minhbach.register.importing import preview_of
from minhbach.register.item_rows import RowRead
from minhbach.register.labels import COLUMN_LABELS
from minhbach.register.models import ItemImport
from minhbach.register.models.imports import ImportState
from minhbach.register.queries.imports import headings_of, proposed_columns

HELP = """Nhập một danh mục (XLSX, XLS, ODS, CSV) vào kho thông tin của cơ quan: cả danh mục hoặc không dòng nào.

Ví dụ:
  minhbach import-items danh-muc.xlsx --body ubnd-phuong-mau-mot --dry-run
  minhbach import-items danh-muc.csv --body ubnd-phuong-mau-mot --classes

Cột được hiểu theo tên cột, như trên trang Nhập danh mục. Nhập nhầm thì hoàn tác trên trang ấy."""
ACTOR = system_actor("import-items")


class Command(PlainCommand):
    """Take one list in for one body."""

    help = HELP
    shown_name = "import-items"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("file", type=Path, metavar="TỆP")
        parser.add_argument(
            "--body", required=True, metavar="SLUG", help="cơ quan giữ thông tin (tên trong địa chỉ trang)"
        )
        parser.add_argument("--classes", action="store_true", help="ghi luôn phân loại của danh mục, không chỉ đề xuất")
        parser.add_argument("--skip-bad", action="store_true", help="bỏ các dòng phải sửa, nhập các dòng còn lại")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và nói dòng nào phải sửa")
        parser.add_argument("--json", action="store_true", help="in kết quả dưới dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the list in; name each bad row."""
        try:
            body_id = body_by_slug(options["body"]).id
            content = options["file"].read_bytes()
            row = self._received(content, options["file"].name, body_id)
        except BodyNotVisible:
            raise CommandError(f"Không có cơ quan nào có tên trong địa chỉ là “{options['body']}”.") from None
        except OSError as error:
            raise CommandError(f"Không đọc được tệp: {error.strerror}.") from error
        except ImportRefused as refused:
            raise CommandError(refused.reason) from refused
        rows = preview_of(row, today=timezone.localdate(clock.now()))
        bad = [one for one in rows if one.is_bad]
        stays = options["dry_run"] or not rows or (bad and not options["skip_bad"])
        state = self._dropped(row) if stays else self._taken_in(row, bad, gives_classes=options["classes"])
        self._tell(row, rows, bad, state, as_json=options["json"])
        if state is not ImportState.DONE and not (options["dry_run"] and not bad):
            raise CommandError("Chưa nhập gì; xem từng dòng ở trên.")

    def _received(self, content: bytes, name: str, body_id: int) -> ItemImport:
        import_id = receive_list(content=content, name=name, body_id=body_id, actor=ACTOR, now=clock.now())
        row = ItemImport.objects.get(pk=import_id)
        columns = proposed_columns(row, headings_of(row))
        named = [
            f"{heading} → {COLUMN_LABELS[column.value]}"
            for heading, column in zip(headings_of(row), columns, strict=True)
            if heading
        ]
        self.stderr.write("Cột: " + "; ".join(named))
        head_row = row.head_row or 0
        map_list(import_id=row.pk, sheet=row.sheet, head_row=head_row, columns=columns, actor=ACTOR, now=clock.now())
        row.refresh_from_db()
        return row

    def _taken_in(self, row: ItemImport, bad: list[RowRead], *, gives_classes: bool) -> ImportState:
        left_out, now = [one.number for one in bad], clock.now()
        start_import(import_id=row.pk, left_out=left_out, gives_classes=gives_classes, actor=ACTOR, now=now)
        return take_items_in(import_id=row.pk, calendar=calendar_in_use(), actor=ACTOR, now=clock.now())

    def _dropped(self, row: ItemImport) -> ImportState:
        drop_list(import_id=row.pk, actor=ACTOR, now=clock.now())
        return ImportState.DROPPED

    def _tell(
        self, row: ItemImport, rows: list[RowRead], bad: list[RowRead], state: ImportState, *, as_json: bool
    ) -> None:
        named = [{"row": one.number, "problems": [each.sentence for each in one.complaints]} for one in bad]
        good = len(rows) - len(bad)
        if as_json:
            result = {"import": row.pk, "state": state.value, "good": good, "bad": named}
            self.stdout.write(json.dumps(result, ensure_ascii=False))
            return
        for one in named:
            self.stdout.write(f"Dòng {one['row']}: {' '.join(map(str, one['problems']))}")  # type: ignore[call-overload]
        done = "Đã nhập" if state is ImportState.DONE else "Nhập được"
        self.stdout.write(f"{done} {good} mục; phải sửa {len(bad)} dòng.")

"""`minhbach import-plan`: read documents into drafts, from the command line."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.access import system_actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation import clock
from minhbach.foundation.management.plain import PlainCommand
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.models import PlanImport

HELP = """Nhập kế hoạch hoặc công văn: máy đọc, người kiểm tra trên trang.

Ví dụ:
  minhbach import-plan ke-hoach-15.docx --body ubnd-phuong-mau-mot
  minhbach import-plan *.pdf --body ubnd-phuong-mau-mot --json

Văn bản được đọc thành các nhiệm vụ đề xuất; người của cơ quan kiểm tra và xác nhận trên trang Kế hoạch."""


class Command(PlainCommand):
    """Import documents for one body."""

    help = HELP
    shown_name = "import-plan"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
        parser.add_argument(
            "--body", required=True, metavar="SLUG", help="cơ quan giữ kế hoạch (tên trong địa chỉ trang)"
        )
        parser.add_argument("--json", action="store_true", help="in kết quả từng tệp dưới dạng JSON, mỗi tệp một dòng")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import each file; what was imported before is said and left as it is."""
        try:
            body_id = body_by_slug(options["body"]).id
        except BodyNotVisible:
            raise CommandError(f"Không có cơ quan nào có tên trong địa chỉ là “{options['body']}”.") from None
        results = [self._import(path, body_id) for path in options["files"]]
        for result in results:
            self.stdout.write(json.dumps(result, ensure_ascii=False) if options["json"] else _sentence(result))
        if any(result["state"] in ("unreadable", "refused", "not_taken") for result in results):
            raise CommandError("Có tệp không nhập được; xem từng dòng ở trên.")

    def _import(self, path: Path, body_id: int) -> dict[str, Any]:
        actor, result = system_actor("import-plan"), {"file": path.name}
        try:
            import_id = receive_document(
                content=path.read_bytes(), name=path.name, body_id=body_id, actor=actor, now=clock.now()
            )
        except AlreadyImported as known:
            return result | {"state": "already_imported", "import": known.import_id, "message": known.reason}
        except (ImportRefused, OSError) as refused:
            return result | {"state": "not_taken", "message": str(refused)}
        self.stderr.write(f"Đang đọc {path.name} …")
        state = read_received_document(import_id=import_id, actor=actor, now=clock.now())
        row = PlanImport.objects.get(pk=import_id)
        return result | {
            "state": state.value,
            "import": import_id,
            "tasks": row.draft_tasks.count(),
            "problems": len(row.problems),
            "message": row.refusal,
        }


def _sentence(result: dict[str, Any]) -> str:
    if result["state"] == ImportState.IN_REVIEW:
        where = f"/lam-viec/ke-hoach/nhap/{result['import']}/"
        return f"{result['file']}: {result['tasks']} nhiệm vụ đề xuất, kiểm tra ở {where}"
    return f"{result['file']}: {result['message']}"

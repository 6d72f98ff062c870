"""`minhbach digitise`: take a folder of scans into a batch and read it, from the command line."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db.models import Count

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.digitisation.actions.open_batch import open_batch
from minhbach.digitisation.actions.receive_scans import Received, receive_scans
from minhbach.digitisation.contracts import BatchFacts, NewScan, Way
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.reading_round import read_round
from minhbach.domain.access import system_actor
from minhbach.domain.lifecycles.scan import BatchState, ScanState
from minhbach.foundation import clock
from minhbach.foundation.management.plain import PlainCommand
from minhbach.register.contracts import PaperPlace

HELP = """Số hóa một thư mục bản quét: nhận vào một lô, đọc, để người của cơ quan kiểm tra trên trang Số hóa.

Ví dụ:
  minhbach digitise hop-12/ --body ubnd-phuong-mau-mot --box 12 --file 3
  minhbach digitise hop-12/ --body ubnd-phuong-mau-mot --box 12 --file 3 --later --json

Dừng giữa chừng thì chạy lại đúng lệnh ấy: tệp đã nhận không nhận lần nữa, tệp chưa đọc được đọc tiếp."""
ACTOR = system_actor("digitise")
AT_ONCE = 20
ROUND = 20.0


class Command(PlainCommand):
    """Digitise a folder for one body."""

    help = HELP
    shown_name = "digitise"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("folder", type=Path, metavar="THƯ_MỤC")
        parser.add_argument("--body", required=True, metavar="SLUG", help="cơ quan giữ hồ sơ (tên trong địa chỉ trang)")
        parser.add_argument("--box", default="", metavar="SỐ", help="hộp của bản giấy")
        parser.add_argument("--file", default="", metavar="SỐ", help="hồ sơ trong hộp")
        parser.add_argument("--title", default="", metavar="TÊN", help="tên lô")
        parser.add_argument("--later", action="store_true", help="chỉ nhận; máy chủ đọc sau")
        parser.add_argument("--json", action="store_true", help="in kết quả dưới dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the folder in and read it; safe to run again."""
        try:
            body_id = body_by_slug(options["body"]).id
        except BodyNotVisible:
            raise CommandError(f"Không có cơ quan nào có tên trong địa chỉ là “{options['body']}”.") from None
        paths = list(_files(options["folder"]))
        batch = _batch(body_id, options)
        received = [self._receive(batch, part) for part in _parts(paths)]
        if not options["later"]:
            self._read(batch)
        self.stdout.write(_told(batch, received, as_json=options["json"]))
        if any(one.refused for one in received) or batch.scans.filter(state=ScanState.UNREADABLE).exists():
            raise CommandError("Có tệp không nhận hoặc không đọc được; xem trang của lô.")

    def _receive(self, batch: Batch, paths: Sequence[Path]) -> Received:
        files = [NewScan(path.name, path.read_bytes()) for path in paths]
        received = receive_scans(batch_id=batch.pk, files=files, actor=ACTOR, now=clock.now())
        for sentence in received.refused:
            self.stderr.write(sentence)
        return received

    def _read(self, batch: Batch) -> None:
        total = batch.scans.count()
        while read_round(
            actor=ACTOR,
            now=clock.now(),
            clamd=settings.CLAMD,
            trusted=settings.CERTIFICATES,
            seconds=ROUND,
            batch_id=batch.pk,
        ).files:
            waiting = batch.scans.filter(state=ScanState.WAITING).count()
            self.stderr.write(f"Đã đọc {total - waiting} trong {total} tệp.")


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise CommandError(f"Không có thư mục “{folder}”.")
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


def _parts(paths: Sequence[Path]) -> Iterator[list[Path]]:
    left = iter(paths)
    while part := list(islice(left, AT_ONCE)):
        yield part


def _batch(body_id: int, options: dict[str, Any]) -> Batch:
    """Return the batch that this command opened for the same place before, or open one."""
    place, title = PaperPlace(box=options["box"], folder=options["file"]), options["title"]
    rows = Batch.objects.filter(body_id=body_id, way=Way.COMMAND, box=place.box, folder=place.folder, title=title)
    row = rows.exclude(state=BatchState.CANCELLED).order_by("-pk").first()
    if row is None:
        facts = BatchFacts(title=title, place=place)
        row = Batch.objects.get(
            pk=open_batch(body_id=body_id, facts=facts, way=Way.COMMAND, actor=ACTOR, now=clock.now())
        )
    return row


def _told(batch: Batch, received: Sequence[Received], *, as_json: bool) -> str:
    states = dict(Scan.objects.filter(batch=batch).values_list("state").annotate(count=Count("pk")))
    result = {
        "batch": f"{batch.number}/{batch.year}",
        "taken": sum(len(one.taken) for one in received),
        "known": sum(one.here + one.elsewhere for one in received),
        "states": states,
    }
    if as_json:
        return json.dumps(result, ensure_ascii=False)
    where = f"/lam-viec/so-hoa/{batch.pk}/"
    return (
        f"Lô {result['batch']}: nhận {result['taken']} tệp mới, {result['known']} tệp đã có; "
        f"chờ kiểm tra {states.get(ScanState.TO_CHECK, 0)}, xem ở {where}"
    )

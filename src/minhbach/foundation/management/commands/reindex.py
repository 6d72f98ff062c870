"""`minhbach reindex`: the search index made anew, or only looked at."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from minhbach.foundation.clock import now
from minhbach.foundation.management.plain import PlainCommand
from minhbach.foundation.search.frequencies import learn
from minhbach.foundation.search.rebuilding import index_is_whole, rebuild_index

EXAMPLES = """Làm lại chỉ mục tìm kiếm từ những gì đã ghi, theo quy tắc của bản Minh Bạch đang chạy.
Máy chủ vẫn chạy; trên PostgreSQL, ai tìm trong lúc này phải chờ.

Ví dụ:
  minhbach reindex
  minhbach reindex --check      chỉ xem chỉ mục có khớp không
  minhbach reindex --json

Mã trả về: 0 xong hoặc khớp, 1 không khớp."""


class Command(PlainCommand):
    help = EXAMPLES
    shown_name = "reindex"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ xem, không làm lại")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, **options: Any) -> None:
        if options["check"]:
            whole = index_is_whole()
            if options["json"]:
                self.stdout.write(json.dumps({"whole": whole}))
            if not whole:
                raise CommandError("Chỉ mục KHÔNG khớp. Chạy: minhbach reindex")
            if not options["json"]:
                self.stdout.write("Chỉ mục khớp.")
            return
        entries, learned = rebuild_index(), learn(now=now())
        if options["json"]:
            self.stdout.write(json.dumps({"entries": entries, "learned_from": learned}))
        else:
            self.stdout.write(f"Đã làm lại chỉ mục: {entries} mục. Đã học cách dùng từ ở {learned} mục.")

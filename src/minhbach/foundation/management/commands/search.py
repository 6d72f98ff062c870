"""`minhbach search`: find in this installation, or measure how well is found on judged questions."""

import json
import sys
import time
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import connection, transaction

from minhbach.domain.access import Actor
from minhbach.foundation.clock import now
from minhbach.foundation.management.plain import PlainCommand
from minhbach.foundation.search.contracts import PUBLIC, Found, Hit, Question
from minhbach.foundation.search.engines import engine_of
from minhbach.foundation.search.frequencies import learn
from minhbach.foundation.search.measuring.corpus import load, read_questions
from minhbach.foundation.search.measuring.figures import ask_all, figures_of
from minhbach.foundation.search.measuring.own_database import NoServer, own_database
from minhbach.foundation.search.registries import body_token, descriptions
from minhbach.foundation.search.searching import search

EXAMPLES = """Tìm trong kho thông tin, hoặc đo độ đúng và tốc độ trên bộ câu hỏi có sẵn đáp án.

Ví dụ:
  minhbach search "quy hoach mau mot"
  minhbach search "54/2025/NQ-HĐND" --json
  minhbach search "giá đất" --agency phuong-mau-mot --letter u --kind KH --year 2026 --limit 20 --json
  minhbach search --corpus dieu-luat.jsonl.xz --queries cau-hoi.jsonl --json     đo, kho dữ liệu riêng, xong thì xóa
  minhbach search --corpus dieu-luat.jsonl.xz --queries cau-hoi.jsonl --json --engine postgresql --runs

Mã trả về: 0 xong, 1 không làm được."""


class Command(PlainCommand):
    help = EXAMPLES
    shown_name = "search"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", nargs="?", metavar="CÂU-HỎI", help="điều cần tìm")
        parser.add_argument("--agency", metavar="SLUG", help="chỉ của cơ quan này và các cơ quan thuộc nó")
        parser.add_argument("--letter", default="", help="điểm của khoản 1 Điều 17: a … v")
        parser.add_argument("--kind", default="", help="loại văn bản, như KH, QĐ")
        parser.add_argument("--year", type=int, metavar="NĂM")
        parser.add_argument("--limit", type=int, default=20, metavar="SỐ", help="số kết quả (mặc định 20)")
        parser.add_argument(
            "--as", dest="token", default=PUBLIC, metavar="AI", help="tìm với quyền của ai (public, b12)"
        )
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        parser.add_argument("--corpus", type=Path, metavar="TỆP", help="các điều luật để đo, JSONL hoặc JSONL.xz")
        parser.add_argument("--queries", type=Path, metavar="TỆP", help="câu hỏi có đáp án, JSONL")
        parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite", help="đo trên bộ máy nào")
        parser.add_argument("--runs", action="store_true", help="in cả thứ tự kết quả của từng câu")

    def handle(self, **options: Any) -> None:
        tokens = frozenset({PUBLIC, options["token"]})
        if options["corpus"] or options["queries"]:
            self._measure(tokens, **options)
        elif options["query"]:
            self._find(tokens, **options)
        else:
            raise CommandError("Cần câu hỏi, hoặc --corpus và --queries. Xem: minhbach search --help")

    def _find(self, tokens: frozenset[str], **options: Any) -> None:
        body = body_token(options["agency"]) if options["agency"] else ""
        if body is None:
            raise CommandError(f"Không có cơ quan “{options['agency']}”.")
        start = time.perf_counter()
        found = search(
            Question(
                options["query"],
                tokens,
                body=body,
                letter=options["letter"],
                document_kind=options["kind"],
                year=options["year"],
                limit=options["limit"],
            )
        )
        answer = Answer(options["query"], found, (time.perf_counter() - start) * 1000)
        self.stdout.write(json.dumps(answer.as_json(), ensure_ascii=False) if options["json"] else answer.as_text())

    def _measure(self, tokens: frozenset[str], **options: Any) -> None:
        if not options["corpus"] or not options["queries"]:
            raise CommandError("Đo cần cả --corpus và --queries.")
        try:
            questions = read_questions(options["queries"])
            with own_database(options["engine"]):
                start = time.perf_counter()
                with transaction.atomic():
                    ids = load(options["corpus"])
                engine_of(connection.vendor).settle(connection)
                learn(now=now())
                sys.stderr.write(f"{len(ids)} điều, ghi trong {time.perf_counter() - start:.1f} giây\n")
                runs = list(ask_all(questions, ids, tokens, options["limit"]))
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"Không đọc được: {error}") from error
        except NoServer as error:
            raise CommandError(str(error)) from error
        for one in figures_of(runs, questions):
            if options["runs"]:
                for run in runs:
                    if run.form == one.form:
                        self._print({"form": run.form, "qid": run.qid, "ids": run.ids})
            self._print(one.as_row())

    def _print(self, row: object) -> None:
        self.stdout.write(json.dumps(row, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, as it is printed."""

    query: str
    found: Found
    ms: float

    def as_json(self) -> dict[str, object]:
        """Return the answer in the form of the contract."""
        shown = descriptions(self.found.hits, Actor())
        return {
            "query": self.query,
            "count": self.found.count,
            "counted_exactly": self.found.counted_exactly,
            "searched": self.found.searched,
            "also": list(self.found.also),
            "hits": [
                {
                    "id": f"{hit.kind}:{hit.subject_id}",
                    "title": hit.title,
                    "number": hit.number,
                    "url": shown[hit.kind, hit.subject_id].url if (hit.kind, hit.subject_id) in shown else "",
                    "score": hit.score,
                    "highlight": hit.highlight,
                }
                for hit in self.found.hits
            ],
            "ms": round(self.ms, 1),
        }

    def as_text(self) -> str:
        """Return the answer for a person to read."""
        count = self.found.count if self.found.counted_exactly else f"hơn {self.found.count}"
        lines = [f"{count} kết quả, {self.ms:.0f} ms"]
        if self.found.searched:
            lines.append(f"Đã tìm: {self.found.searched}")
        lines += [f"Tìm cả: {also}" for also in self.found.also]
        return "\n".join([*lines, *(_line(hit) for hit in self.found.hits)])


def _line(hit: Hit) -> str:
    return " · ".join(part for part in (f"{hit.score:8.2f}", hit.number, hit.title) if part)

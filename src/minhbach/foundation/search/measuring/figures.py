"""How good and how quick answers are: reciprocal rank of the first right one, share of all right ones, time."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from minhbach.foundation.search.contracts import Question
from minhbach.foundation.search.measuring.corpus import Judged
from minhbach.foundation.search.searching import search

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Run:
    """The answer to one form of one question: ids best first, each once."""

    form: str
    qid: str
    ids: tuple[str, ...]
    ms: float


@dataclass
class Figures:
    """The figures of one form."""

    form: str
    reciprocal_ranks: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def as_row(self) -> Mapping[str, object]:
        """Return them as they are printed."""
        count = len(self.times)
        return {
            "form": self.form,
            "queries": count,
            f"mrr@{DEPTH}": round(sum(self.reciprocal_ranks) / count, 4),
            f"recall@{DEPTH}": round(sum(self.recalls) / count, 4),
            "p50_ms": round(percentile(self.times, 0.50), 1),
            "p95_ms": round(percentile(self.times, 0.95), 1),
        }


def ask_all(questions: Sequence[Judged], ids: Sequence[str], tokens: frozenset[str], limit: int) -> Iterator[Run]:
    """Ask every question in every form and yield the answers, form by form."""
    forms = list(dict.fromkeys(form for question in questions for form in question.forms))
    search(
        Question("làm nóng lam nong", tokens)
    )  # so that the first question does not pay for what a process reads once
    for form in forms:
        for question in questions:
            if form in question.forms:
                yield _ask(form, question, ids, tokens, limit)


def figures_of(runs: Sequence[Run], questions: Sequence[Judged]) -> list[Figures]:
    """Return the figures of each form, in the order of the runs."""
    judged = {question.qid: question.judgments for question in questions}
    found: dict[str, Figures] = {}
    for run in runs:
        one = found.setdefault(run.form, Figures(run.form))
        one.reciprocal_ranks.append(reciprocal_rank(run.ids[:DEPTH], judged[run.qid]))
        one.recalls.append(recall(run.ids[:DEPTH], judged[run.qid]))
        one.times.append(run.ms)
    return list(found.values())


def reciprocal_rank(ids: Sequence[str], judgments: Mapping[str, int]) -> float:
    """Return one over the rank of the first id that is an answer or related, 0 if there is none."""
    return next((1 / rank for rank, one in enumerate(ids, start=1) if judgments.get(one, 0) >= 1), 0.0)


def recall(ids: Sequence[str], judgments: Mapping[str, int]) -> float:
    """Return which share of the answers is among the ids; of what is related, if there is no answer."""
    wanted = [one for one, grade in judgments.items() if grade >= 2] or list(judgments)
    return sum(one in ids for one in wanted) / len(wanted) if wanted else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _ask(form: str, question: Judged, ids: Sequence[str], tokens: frozenset[str], limit: int) -> Run:
    start = time.perf_counter()
    # An article that stands in the file twice is one hit, so a few more are asked for.
    found = search(Question(question.forms[form], tokens, limit=limit + DEPTH))
    ms = (time.perf_counter() - start) * 1000
    ranked = tuple(dict.fromkeys(ids[hit.subject_id] for hit in found.hits))
    return Run(form, question.qid, ranked[:limit], ms)

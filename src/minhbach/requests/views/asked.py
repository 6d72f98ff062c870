"""A step of making a request as the browser asks for it, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies
from minhbach.domain.statutes import Statute
from minhbach.foundation import clock
from minhbach.intake.drafts import Kept
from minhbach.requests.answering.drafted import Drafted
from minhbach.requests.dues import law_of_requests


@dataclass(frozen=True)
class Asked:
    """A step as the browser asks for it."""

    request: HttpRequest
    kept: Kept
    draft: Drafted

    @property
    def typed(self) -> Any:
        """Return what was typed, or None where the page is only opened."""
        return self.request.POST if self.request.method == "POST" else None

    @cached_property
    def law(self) -> Statute:
        """Return the law that a request of today stands under."""
        return law_of_requests(clock.today())

    @cached_property
    def body(self) -> BodyRecord | None:
        """Return the agency that was chosen."""
        return bodies([self.draft.body_id]).get(self.draft.body_id) if self.draft.body_id else None


@dataclass(frozen=True, slots=True)
class Step:
    """What comes of it: the draft as it goes on, or a page, or an answer of its own."""

    draft: Drafted | None = None
    template: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    response: HttpResponse | None = None

"""Files that wait with a form until it is right: nobody has to choose them a second time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from minhbach.accounts.addresses import client_address
from minhbach.foundation import clock
from minhbach.intake import drafts
from minhbach.intake.contracts import FileRole, SubmissionRefused, WaitingFile
from minhbach.intake.drafts import Kept, TooManyDrafts
from minhbach.intake.holding import MOST_FILES, drop, put_aside
from minhbach.intake.screening import quick_problem
from minhbach.intake.throttling import UPLOADING, comes_through
from minhbach.outreach import pocket
from minhbach.outreach.contracts import FeedbackRefused

FIELD = "papers"


class Holding:
    """The files that this browser sent with a form that was not right yet. Nothing is kept before the first file."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.secret = pocket.draft_secret(request)
        self.kept: Kept | None = drafts.find(self.secret, now=clock.now())

    @property
    def files(self) -> tuple[tuple[int, WaitingFile], ...]:
        """Return the files that wait, each with the number that drops it."""
        return self.kept.files if self.kept else ()

    @property
    def waiting(self) -> tuple[WaitingFile, ...]:
        """Return the files alone."""
        return self.kept.waiting if self.kept else ()

    def take(self, form: Form) -> bool:
        """Let what was chosen wait; False where a file may not be kept, which the form then says."""
        uploads = form.cleaned_data.get(FIELD)
        if not uploads:
            return FIELD not in form.errors
        refused = [*uploads.refused]
        for file in uploads.accepted:
            try:
                self._keep(file.name or "", file.read())
            except SubmissionRefused as error:
                refused.append(error.reason)
        for sentence in refused:
            form.add_error(FIELD, sentence)
        if self.kept:
            self.kept = drafts.find_again(self.kept)
        return not refused

    def drop(self, number: str) -> None:
        """Take one file away."""
        if self.kept and number.isdecimal() and len(number) < 18:
            drafts.drop_file(self.kept.id, int(number))
            self.kept = drafts.find_again(self.kept)

    def remembered(self, response: HttpResponse) -> HttpResponse:
        """Let the browser find the files again."""
        if self.kept:
            pocket.remember_draft(response, self.secret)
        return response

    def let_go(self, response: HttpResponse) -> HttpResponse:
        """Forget the draft once what it held is sent; the files are the submission's by now."""
        if self.kept:
            drafts.let_go_of_files(self.kept.id)
            drafts.forget(self.kept.id)
            pocket.forget_draft(response)
        return response

    def _keep(self, name: str, content: bytes) -> None:
        if len(self.files) >= MOST_FILES:
            raise SubmissionRefused(_("Kèm tối đa %(most)s tệp. Gộp lại hoặc mang tới quầy.") % {"most": MOST_FILES})
        file = _put_aside(self.request, name, content)
        self._draft()
        assert self.kept is not None
        drafts.add_file(self.kept.id, file)
        self.kept = drafts.find_again(self.kept)

    def _draft(self) -> None:
        if self.kept is not None:
            return
        try:
            self.secret = drafts.keep(None, {}, now=clock.now())
        except TooManyDrafts as error:
            raise SubmissionRefused(_("Đang có quá nhiều người gửi. Hãy gửi lại sau ít phút.")) from error
        self.kept = drafts.find(self.secret, now=clock.now())


@contextmanager
def waiting_files(request: HttpRequest, form: Form) -> Iterator[tuple[WaitingFile, ...]]:
    """Put the files of a form aside for an act, and take them away again where the act is refused.

    :raises FeedbackRefused: if one of them may not be kept; then none is.
    """
    waiting: list[WaitingFile] = []
    uploads = form.cleaned_data.get(FIELD)
    try:
        for file in uploads.accepted if uploads else ():
            waiting.append(_put_aside(request, file.name or "", file.read()))
        yield tuple(waiting)
    except SubmissionRefused as refused:
        _drop(waiting)
        raise FeedbackRefused(refused.reason, field=FIELD) from refused
    except Exception:
        _drop(waiting)
        raise


def _put_aside(request: HttpRequest, name: str, content: bytes) -> WaitingFile:
    """Put a file aside that came through the limits and bears no mark of secrecy at first sight.

    :raises SubmissionRefused: with a sentence.
    """
    if not comes_through(UPLOADING, client_address(request)):
        raise SubmissionRefused(_("Đang có quá nhiều tệp gửi tới. Hãy gửi lại sau ít phút."))
    if problem := quick_problem(content):
        raise SubmissionRefused(_("Tệp “%(name)s”: %(why)s") % {"name": name, "why": problem.sentence})
    return put_aside(name=name, content=content, role=FileRole.ATTACHMENT)


def _drop(files: list[WaitingFile]) -> None:
    for file in files:
        drop(file)

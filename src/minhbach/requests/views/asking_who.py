"""Step 3 of making a request: who asks, for whom, and with which papers."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from minhbach.accounts.addresses import client_address
from minhbach.agencies.contracts import BodyRecord
from minhbach.domain.units.values import Level
from minhbach.intake import drafts
from minhbach.intake.contracts import Behalf, FileRole, SubmissionRefused
from minhbach.intake.holding import MOST_FILES, put_aside
from minhbach.intake.screening import quick_problem
from minhbach.intake.throttling import UPLOADING, comes_through
from minhbach.requests.answering.drafted import Drafted
from minhbach.requests.asking.who_form import NO, YES, WhoForm
from minhbach.requests.views.asked import Asked, Step

PLAIN = (
    "behalf",
    "name",
    "address",
    "identity_number",
    "represented",
    "organisation",
    "people",
    "concern",
    "purpose",
)
"""Boxes that are kept as they were typed."""


def who(asked: Asked) -> Step:
    """Show the boxes that the law asks for; files stay with the draft also where something else is wrong."""
    draft, kept = asked.draft, asked.kept
    if asked.typed is not None and "drop" in asked.typed:
        drafts.drop_file(kept.id, _number(asked.typed["drop"]))
        return Step(response=redirect("requests:ask_step", 3))
    form = WhoForm(
        asked.typed,
        asked.request.FILES or None,
        law=asked.law,
        commune=_commune(asked.body),
        limit=settings.UPLOAD_LIMIT,
        initial={
            **draft.kept(),
            "lives_there": _yes_or_no(draft.lives_there),
            **draft.others,
            "has_papers": kept.files,
        },
    )
    if asked.typed is not None:
        is_valid = form.is_valid()
        refused = _keep_files(asked, form)
        if is_valid and not refused:
            return Step(_with_who(draft, form))
        for sentence in refused:
            form.add_error("papers", sentence)
        kept = drafts.find_again(kept)
    context = {"form": form, "files": kept.files, "body": asked.body, "helped": form.errors}
    return Step(template="requests/ask_who.html", context=context)


def _initial(asked: Asked) -> dict[str, Any]:
    draft = asked.draft
    return {
        **draft.kept(),
        **draft.others,
        "lives_there": _yes_or_no(draft.lives_there),
        "has_papers": asked.kept.files,
    }


def _with_who(draft: Drafted, form: WhoForm) -> Drafted:
    told = form.cleaned_data
    lives = {YES: True, NO: False}.get(told.get("lives_there", ""))
    names = (
        "behalf",
        "name",
        "address",
        "identity_number",
        "represented",
        "organisation",
        "people",
        "concern",
        "purpose",
    )
    plain = {name: told[name] for name in names if name in told}
    return draft.answered(3, **plain, lives_there=lives, others=form.told_others())


def _keep_files(asked: Asked, form: WhoForm) -> tuple[str, ...]:
    """Let files wait with the draft, also where something else is wrong; return why some may not."""
    roles = {"papers": _role(form.cleaned_data.get("behalf", "")), "consent": FileRole.CONSENT}
    refused: list[str] = []
    for name, role in roles.items():
        uploads = form.cleaned_data.get(name)
        if uploads:
            refused += uploads.refused
            refused += [sentence for file in uploads.accepted if (sentence := _keep_file(asked, file, role))]
    return tuple(refused)


def _keep_file(asked: Asked, file: UploadedFile[bytes], role: FileRole) -> str:
    """Put a file aside with the draft; return why it may not be kept."""
    name = file.name or ""
    if drafts.count_files(asked.kept.id) >= MOST_FILES:
        return _("Mỗi yêu cầu kèm tối đa %(most)s tệp. Gộp lại hoặc mang tới quầy.") % {"most": MOST_FILES}
    if not comes_through(UPLOADING, client_address(asked.request)):
        return _("Đang có quá nhiều tệp gửi tới. Hãy gửi lại sau ít phút.")
    content = file.read()
    if problem := quick_problem(content):
        return _("Tệp “%(name)s”: %(why)s") % {"name": name, "why": problem.sentence}
    try:
        drafts.add_file(asked.kept.id, put_aside(name=name, content=content, role=role))
    except SubmissionRefused as error:
        return error.reason
    return ""


def _role(behalf: str) -> FileRole:
    if behalf == Behalf.ORGANISATION:
        return FileRole.PEOPLE
    return FileRole.AUTHORISATION if behalf in (Behalf.REPRESENTATIVE, Behalf.MINOR) else FileRole.ATTACHMENT


def _commune(body: BodyRecord | None) -> str:
    """Return the commune whose body asks people from elsewhere how it concerns them; "" for other bodies."""
    if body is None or body.level is not Level.COMMUNE:
        return ""
    for kind in ("xã", "phường", "đặc khu", "thị trấn"):
        _before, found, name = body.name.partition(f" {kind} ")
        if found:
            return f"{kind} {name}"
    return body.name


def _yes_or_no(lives_there: bool | None) -> str:
    return {True: YES, False: NO}.get(lives_there, "") if lives_there is not None else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0

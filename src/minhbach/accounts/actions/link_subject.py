"""Link a person to their identity at an identity provider (gắn định danh điện tử)."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import AccountsError, SubjectTaken
from minhbach.accounts.journal import note_person
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze


def link_subject(*, person_id: int, provider: str, subject: str, actor: Actor, now: datetime) -> None:
    """Let whoever the provider calls `subject` log in as this person from now on.

    The event names the provider and not the subject, which may be a citizen's number.

    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if somebody else answers for the person too.
    :raises SubjectTaken: if the identity is linked already.
    :raises AccountsError: if the subject is empty or longer than 191 characters.
    """
    require_answering_for(actor, person_id, on=timezone.localdate(now))
    subject = squeeze(subject)
    if not subject or len(subject) > 191:
        raise AccountsError(_("Nhập mã định danh mà nhà cung cấp trả về (sub), nhiều nhất 191 ký tự."))
    with transaction.atomic():
        try:
            with transaction.atomic():
                SocialAccount.objects.create(user_id=person_id, provider=provider, uid=subject, extra_data={})
        except IntegrityError as error:
            raise SubjectTaken(_("Định danh này đã gắn với một người dùng.")) from error
        note_person("person.subject-linked", person_id, actor=actor, now=now, facts={"provider": provider})

"""What every act of an administrator asks first."""

from datetime import date

from django.utils.translation import gettext as _

from minhbach.accounts.contracts import LastAdministrator, NotAllowed
from minhbach.accounts.models import Post
from minhbach.accounts.queries import administers, bodies_administered, visible_person
from minhbach.domain.access import Actor, Role


def require_administrator(actor: Actor, body_id: int) -> None:
    """Let pass who looks after the people of the body.

    :raises NotAllowed: otherwise.
    """
    if not administers(actor, body_id):
        raise NotAllowed(_("Việc này thuộc người quản trị của cơ quan đó."))


def require_answering_for(actor: Actor, person_id: int, *, on: date) -> None:
    """Let pass who looks after the people of every body in which the person holds a post, now or later.

    Whoever can set another's password can act as the other, so one body's administrator must not do so to a person
    who holds a post in another body as well.

    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if somebody else answers for the person too.
    """
    visible_person(person_id, actor=actor)
    posts = Post.objects.filter(person_id=person_id).exclude(until_on__lte=on)
    bodies = set(posts.values_list("body_id", flat=True))
    if actor.system is None and not bodies <= bodies_administered(actor):
        raise NotAllowed(
            _("Người này còn giữ vị trí ở cơ quan khác; việc này cần người quản trị của cả các cơ quan đó.")
        )


def keep_an_administrator(*, leaving: int, body_id: int, on: date) -> None:
    """Make sure that somebody other than the person who leaves looks after the body on that day.

    The rows stay locked until the transaction ends, so that two administrators cannot remove each other at once.

    :raises LastAdministrator: if nobody else does.
    """
    posts = Post.objects.select_for_update(of=("self",)).filter(body_id=body_id, role=Role.ADMINISTRATOR)
    for post in posts.select_related("person").order_by("id"):
        lasts = post.until_on is None or post.until_on > on
        if post.person_id != leaving and post.person.is_active and post.from_on <= on and lasts:
            return
    raise LastAdministrator(_("Cơ quan phải còn ít nhất một người quản trị. Giao vai trò này cho người khác trước."))

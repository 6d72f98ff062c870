"""What feedback offers to who follows a request: to say to the agency what one thinks of its work."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from minhbach.outreach.about import link_to_send

WORDS = gettext_lazy("Chưa hài lòng, hoặc muốn góp ý với cơ quan? Gửi góp ý, phản ánh")


def way_to_feedback(case: Any) -> tuple[str | Promise, str]:
    """Return words and address of the link: to the agency, and without a word of the case, which is its requester's."""
    return WORDS, link_to_send(slug=case.body.slug)

"""How a copy is called: by the subject's own name, since the original's name may say what was taken out."""

import re
import unicodedata

from django.utils.translation import override

from minhbach.publication.models import Redaction
from minhbach.publication.registries import host_of

NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
LONGEST = 60


def copy_name(row: Redaction) -> str:
    """Return the name of a redaction's copy: "ke-hoach-45-kh-ubnd-da-che-12.pdf"; the number keeps several apart."""
    with override("vi"):
        names = host_of(row.subject_kind).names([row.subject_id])
    named = names.get(row.subject_id, "").lower().replace("đ", "d")
    plain = unicodedata.normalize("NFD", named).encode("ascii", "ignore").decode()
    stem = NOT_IN_NAMES.sub("-", plain)[:LONGEST].strip("-") or "tai-lieu"
    return f"{stem}-da-che-{row.pk}.pdf"

"""The made-up ward has taken personal data out of one paper, which is public, and marks another."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import override_settings

from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.demonstration.actions.redact_files import redact_files
from minhbach.extraction.tests.conftest import tesseract
from minhbach.foundation.dates import local_date
from minhbach.publication.models import Redaction
from minhbach.register.models import Item

__all__ = ["tesseract"]
NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_one_copy_is_public_and_one_file_is_being_marked(tesseract: None, tmp_path: Any) -> None:
    """Slow by one real copy: what is shown to visitors must be what the machine really makes."""
    with override_settings(IS_DEMONSTRATION=True, DATA=tmp_path, FILES_ROOT=tmp_path / "files"):
        make_province(now=NOW)
        redact_files(today=local_date(NOW))
    states = list(Redaction.objects.order_by("pk").values_list("state", "marked_by__username", "approved_by__username"))
    assert states == [("approved", "mau.chuyenvien", "thu.daumoi"), ("marking", None, None)]
    public = Item.objects.get(number="187")
    assert public.public_version is not None and public.public_version.number == 2
    assert "thực hiện xong trước ngày" in public.public_version.text
    assert "001085012345" not in public.public_version.text and "Nguyễn Văn Thử" not in public.public_version.text

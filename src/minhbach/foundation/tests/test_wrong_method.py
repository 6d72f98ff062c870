"""An address that only a button serves, opened by hand."""

import pytest

from minhbach.foundation.wrong_method import page_above


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/lam-viec/ke-hoach/nhap/5/bo/", "/lam-viec/ke-hoach/nhap/5/"),
        ("/lam-viec/ke-hoach/nhap/5/muc/2/khong-phai/", "/lam-viec/ke-hoach/nhap/5/muc/2/"),
        ("/khong-co/gi/", "/"),
    ],
)
def test_the_way_back_is_the_nearest_page_above(path: str, above: str) -> None:
    assert page_above(path) == above

"""Help stands in the same place everywhere: whom to call, at the foot of every page, error pages included."""

import re

import pytest

from tests.world import World
from tests.world.agencies import HELP_TELEPHONE
from tests.world.visiting import answer, body_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("actor", "path"),
    [
        ("visitor", "/"),
        ("visitor", "/en/"),
        ("visitor", "/tro-giup/"),
        ("visitor", "/dang-nhap/"),
        ("visitor", "/khong-co-trang-nay/"),
        ("focal_point", "/lam-viec/"),
    ],
)
def test_telephone_stands_in_the_foot(world: World, actor: str, path: str) -> None:
    page = body_of(answer(world, actor, "GET", path)).decode()
    foot = re.search(r"<footer.*</footer>", page, re.DOTALL)
    assert foot is not None
    assert f'<a href="tel:{HELP_TELEPHONE.replace(" ", "")}">{HELP_TELEPHONE}</a>' in foot[0]

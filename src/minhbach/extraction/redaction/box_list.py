"""The list of boxes as people write it: checked one by one, so that nobody believes covered what is not."""

import json
import math
from pathlib import Path
from typing import Any

from minhbach.extraction.redaction.contracts import Box

_MOST = 20_000
_MOST_BYTES = 20_000_000
_MOST_GROUND = 300
_SIDES = ("x0", "y0", "x1", "y1")
_KEYS = frozenset(("page", "ground", *_SIDES))
_NO_FILE = "Không mở được danh sách ô che “{name}”."
_NO_JSON = "Danh sách ô che “{name}” không phải JSON hợp lệ: {reason}."
_NO_LIST = 'Danh sách ô che phải là một mảng có ít nhất một ô: [{{"page": 1, "x0": …, "y0": …, "x1": …, "y1": …}}].'
_WRONG = "Ô che thứ {number}: {reason}."


class WrongBoxes(Exception):
    """The list says nothing that can be painted; the text is a Vietnamese sentence."""


def boxes_from_file(path: Path) -> list[Box]:
    """Return the boxes that a file lists.

    :raises WrongBoxes: if it cannot be read, or a box in it is wrong.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise WrongBoxes(_NO_LIST.format())
        listed = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongBoxes(_NO_FILE.format(name=path.name)) from error
    except (ValueError, RecursionError) as error:
        raise WrongBoxes(_NO_JSON.format(name=path.name, reason=error)) from error
    return boxes_of(listed)


def boxes_of(listed: Any) -> list[Box]:
    """Return the boxes of a list.

    :raises WrongBoxes: as `boxes_from_file`.
    """
    if not isinstance(listed, list) or not 0 < len(listed) <= _MOST:
        raise WrongBoxes(_NO_LIST.format())
    return [_box(number, one) for number, one in enumerate(listed, 1)]


def _box(number: int, one: Any) -> Box:
    if not isinstance(one, dict):
        raise WrongBoxes(_WRONG.format(number=number, reason="không phải một đối tượng JSON"))
    unknown = sorted(set(one) - _KEYS)
    if unknown:
        raise WrongBoxes(_WRONG.format(number=number, reason=f"có trường lạ “{unknown[0]}”"))
    page, ground = one.get("page"), one.get("ground", "")
    if type(page) is not int or page < 1:
        raise WrongBoxes(_WRONG.format(number=number, reason="page phải là số trang, từ 1"))
    if ground is None:
        ground = ""
    if not isinstance(ground, str) or len(ground) > _MOST_GROUND:
        raise WrongBoxes(_WRONG.format(number=number, reason=f"ground phải là chữ, dài nhất {_MOST_GROUND} ký tự"))
    x0, y0, x1, y1 = (_side(number, name, one.get(name)) for name in _SIDES)
    if x0 >= x1 or y0 >= y1:
        raise WrongBoxes(_WRONG.format(number=number, reason="x0 phải nhỏ hơn x1 và y0 nhỏ hơn y1"))
    return Box(page, x0, y0, x1, y1, " ".join(ground.split()))


def _side(number: int, name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise WrongBoxes(_WRONG.format(number=number, reason=f"{name} phải là một số"))
    return float(value)

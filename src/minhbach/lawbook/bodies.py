"""The models of bodies by level and date, read from `law/bodies/`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from minhbach.domain.bodies.model import BodyModel, Presence, Share, State, Successor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level, UnitKind
from minhbach.lawbook.folder import law_folder


class BodyDataInvalid(ValueError):
    """A file of `law/bodies` says something that cannot be. The message names the file and the body."""


@cache
def load_body_models(folder: Path | None = None) -> tuple[BodyModel, ...]:
    """Return every model of every level, read once in a process.

    :raises BodyDataInvalid: for an unknown word, a body named twice, or a reference to a body that is not there.
    """
    found = tuple(
        model for level in Level for model in _read((folder or law_folder() / "bodies") / f"{level}.toml", level)
    )
    _check(found)
    return found


def _read(path: Path, level: Level) -> list[BodyModel]:
    rows = tomllib.loads(path.read_text("utf-8"))["body"]
    try:
        return [_model(row, level) for row in rows]
    except (KeyError, ValueError) as problem:
        raise BodyDataInvalid(f"{path.name}: {problem}") from problem


def _model(row: dict[str, Any], level: Level) -> BodyModel:
    return BodyModel(
        id=row["id"],
        level=level,
        kind=Kind(row["kind"]),
        name=row["name"],
        presence=Presence(row["presence"]),
        state=State(row["state"]),
        source=row["source"],
        also=tuple(row.get("also", ())),
        units=frozenset(UnitKind(kind) for kind in row.get("units", ())),
        under=row.get("under"),
        since=row.get("in_force_from"),
        until=row.get("in_force_until"),
        successors=tuple(Successor(one["id"], Share(one["extent"])) for one in row.get("successors", ())),
        note=row.get("note", ""),
    )


def _check(models: tuple[BodyModel, ...]) -> None:
    known = {(model.level, model.id) for model in models}
    if len(known) != len(models):
        raise BodyDataInvalid("một cơ quan đứng hai lần trong law/bodies")
    for model in models:
        named = [model.under] * (model.under is not None) + [successor.model for successor in model.successors]
        missing = [name for name in named if (model.level, name) not in known]
        if missing:
            raise BodyDataInvalid(f"{model.level}.toml: {model.id} nhắc tới {missing[0]}, không có")
        if model.since and model.until and model.until <= model.since:
            raise BodyDataInvalid(f"{model.level}.toml: {model.id} kết thúc trước khi bắt đầu")

"""Settings in a file beside the environment. Apart from `environment`, so that small commands start at once."""

from collections.abc import Mapping
from pathlib import Path


class UnsafeSetting(Exception):
    """A setting that would put people's data at risk; the message names the variable and what to set."""


def settings_file(variables: Mapping[str, str], *, project: Path) -> Path:
    """Return where settings may stand beside the environment: `MINHBACH_SETTINGS`, or settings.env in the data."""
    data = Path(variables.get("MINHBACH_DATA", project / "data"))
    return Path(variables.get("MINHBACH_SETTINGS", data / "settings.env"))


def with_settings_file(variables: Mapping[str, str], *, project: Path) -> Mapping[str, str]:
    """Return the variables, completed by the lines NAME=VALUE of the settings file; what the environment says wins.

    :raises UnsafeSetting: if a line of the file is neither a setting, nor a comment, nor empty.
    """
    path = settings_file(variables, project=project)
    if not path.is_file():
        return variables
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    wrong = [name for name, equals, _ in pairs if not equals or not name.strip().isidentifier()]
    if wrong:
        raise UnsafeSetting(f"{path}: dòng “{wrong[0]}” không có dạng TÊN=GIÁ TRỊ.")
    return {**{name.strip(): value.strip() for name, _, value in pairs}, **variables}


def law_folders(environment: Mapping[str, str], *, project: Path) -> dict[str, str]:
    """Return where the settings file puts the law's data, for `lawbook`, which asks the environment alone.

    :raises UnsafeSetting: as `with_settings_file` does.
    """
    told = with_settings_file(environment, project=project)
    found = {name: told[name] for name in ("MINHBACH_LAW", "MINHBACH_LAW_ADDED") if told.get(name)}
    if "MINHBACH_DATA" in told and "MINHBACH_DATA" not in environment:
        found.setdefault("MINHBACH_LAW_ADDED", str(Path(told["MINHBACH_DATA"]) / "law"))
    return found

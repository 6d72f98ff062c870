"""Turns the data of the package vietnamadminunits (MIT) and law/units/changes.toml into the CSV files of law/units/.

    pip install vietnamadminunits==1.0.4 --target FOLDER
    .venv/bin/python tools/make_units.py FOLDER

The result depends on the input alone: run it again and `git diff` shows nothing.
"""

import csv
import json
import sqlite3
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from minhbach.domain.text import lower_one_tone, squeeze

UNITS = Path(__file__).resolve().parent.parent / "law" / "units"
KNOWN_FROM, REFORM = "2025-06-30", "2025-07-01"
KINDS = ("Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Xã", "Phường", "Thị trấn", "Đặc khu")
UNIT_COLUMNS = ("code", "known_from", "kind", "name", "parent", "in_force_from", "in_force_until")
SUCCESSION_COLUMNS = ("on", "older", "newer", "extent", "main")
HEADER = "# Từ vietnamadminunits 1.0.4 (MIT, © 2025 Tran Ngoc Minh Hieu) và changes.toml, bằng tools/make_units.py."


@dataclass(frozen=True)
class Row:
    """One version of one unit, as written to CSV."""

    code: str
    known_from: str
    kind: str
    name: str
    parent: str
    in_force_from: str
    in_force_until: str = ""


@dataclass(frozen=True)
class Source:
    """The package's rows: old and new places by the package's own keys, and what went where."""

    old: dict[str, sqlite3.Row]  # province_district_commune
    new: dict[tuple[str, str], sqlite3.Row]  # province, commune
    old_provinces: dict[str, str]  # old province key → new province key
    parts: list[tuple[str, tuple[str, str], str, str]]  # old key, new key, extent, main


def read_source(folder: Path) -> Source:
    """Open the package's database and its map from old to new."""
    data = folder / "vietnamadminunits" / "data"
    db = sqlite3.connect(data / "dataset.db")
    db.row_factory = sqlite3.Row
    old = {
        "_".join((r["provinceKey"], r["districtKey"], r["wardKey"] or "")): r
        for r in db.execute("select * from admin_units_legacy")
    }
    new = {(r["provinceKey"], r["wardKey"]): r for r in db.execute("select * from admin_units")}
    converter = json.loads((data / "converter_2025.json").read_text("utf-8"))
    whole = [
        (old_key, (province, ward), "whole", "1")
        for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for ward, old_keys in wards.items()
        for old_key in old_keys
    ]
    part = [
        (old_key, (province, target["newWardKey"]), "part", "1" if target["isDefaultNewWard"] else "0")
        for province, wards in converter["DICT_PROVINCE_WARD_DIVIDED"].items()
        for old_key, targets in wards.items()
        for target in targets
    ]
    merged = {old_key: new_key for new_key, olds in converter["DICT_PROVINCE"].items() for old_key in olds}
    return Source(old, new, merged, whole + part)


def split_name(text: str) -> tuple[str, str]:
    """Return kind (in lower case) and name: "Thị Trấn Óc Eo" → ("thị trấn", "Óc Eo")."""
    clean = squeeze(text)
    for kind in KINDS:
        if clean.lower().startswith(kind.lower() + " "):
            return kind.lower(), clean[len(kind) + 1 :]
    raise SystemExit(f"unknown kind of unit: {text}")


def make_provinces(source: Source) -> tuple[list[Row], list[tuple[str, ...]]]:
    """Return the provinces before and after the reform, and what merged into what."""
    old = {r["provinceKey"]: r for r in source.old.values()}
    new = {r["provinceKey"]: r for r in source.new.values()}
    merged = defaultdict(list)
    for old_key, new_key in source.old_provinces.items():
        merged[new_key].append(old_key)
    kept = {
        olds[0]
        for new_key, olds in merged.items()
        if len(olds) == 1 and old[olds[0]]["province"] == new[new_key]["province"]
    }
    rows = [
        Row(r["provinceCode"], KNOWN_FROM, *split_name(r["province"]), "", KNOWN_FROM, "" if key in kept else REFORM)
        for key, r in old.items()
    ]
    rows += [
        Row(r["provinceCode"], REFORM, *split_name(r["province"]), "", REFORM)
        for key, r in new.items()
        if not (len(merged[key]) == 1 and merged[key][0] in kept)
    ]
    passed = [
        (REFORM, old[old_key]["provinceCode"], new[new_key]["provinceCode"], "whole", "1")
        for old_key, new_key in source.old_provinces.items()
        if old_key not in kept
    ]
    return rows, passed


def make_districts(source: Source) -> list[Row]:
    """Return the districts of 30/6/2025; all ended with the reform."""
    found = {r["districtCode"]: r for r in source.old.values()}
    return [
        Row(code, KNOWN_FROM, *split_name(r["district"]), r["provinceCode"], KNOWN_FROM, REFORM)
        for code, r in found.items()
    ]


def is_same(old: sqlite3.Row, new: sqlite3.Row) -> bool:
    """Tell whether a commune went on: same code, kind and name (tone place and case apart)."""
    return old["wardCode"] == new["wardCode"] and lower_one_tone(old["ward"]) == lower_one_tone(new["ward"])


def make_communes(source: Source) -> tuple[dict[str, list[Row]], dict[str, list[tuple[str, ...]]]]:
    """Return communes and their successions by the code of the province in which they are since the reform."""
    sources_of = defaultdict(list)
    for old_key, new_key, extent, main in source.parts:
        sources_of[new_key].append((old_key, extent, main))
    rows: dict[str, list[Row]] = defaultdict(list)
    passed: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key, r in source.new.items():
        folder, name = r["provinceCode"], split_name(r["ward"])
        older = sources_of[key]
        only = source.old[older[0][0]] if len(older) == 1 and older[0][1] == "whole" else None
        goes_on = only is not None and only["wardCode"] is not None and is_same(only, r)
        rows[folder].append(Row(r["wardCode"], KNOWN_FROM if goes_on else REFORM, *name, folder, REFORM))
        if goes_on:
            continue
        for old_key, extent, main in older:
            before = source.old[old_key]
            # Five island districts had no commune: the district itself is what came before.
            passed[folder].append((REFORM, before["wardCode"] or before["districtCode"], r["wardCode"], extent, main))
    codes = {r["provinceKey"]: r["provinceCode"] for r in source.new.values()}
    for r in source.old.values():
        if r["wardCode"]:
            folder = codes[source.old_provinces[r["provinceKey"]]]
            rows[folder].append(
                Row(r["wardCode"], KNOWN_FROM, *split_name(r["ward"]), r["districtCode"], KNOWN_FROM, REFORM)
            )
    return rows, passed


def apply_changes(rows: list[Row]) -> list[Row]:
    """End the version that a change of changes.toml meets, and begin the next one."""
    changes = sorted(tomllib.loads((UNITS / "changes.toml").read_text("utf-8"))["change"], key=lambda one: one["on"])
    for change in changes:
        for code, name in change["units"].items():
            rows = _changed(rows, code, name, change["becomes"], change["on"].isoformat())
    return rows


def _changed(rows: list[Row], code: str, name: str, kind: str, on: str) -> list[Row]:
    present = [row for row in rows if row.code == code and not row.in_force_until]
    if not present:
        return rows
    before = present[0]
    if before.name.casefold() != name.casefold() or before.kind == kind:
        raise SystemExit(f"changes.toml: {code} is {before.kind} {before.name}, not {name} to become {kind}")
    ended = Row(before.code, before.known_from, before.kind, before.name, before.parent, before.in_force_from, on)
    return [row for row in rows if row is not before] + [
        ended,
        Row(before.code, before.known_from, kind, before.name, before.parent, on),
    ]


def write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one sorted CSV file under the header that names the source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(sorted(rows))


def write_units(path: Path, rows: list[Row]) -> None:
    """Write units, after the later changes."""
    write(path, UNIT_COLUMNS, [tuple(getattr(row, column) for column in UNIT_COLUMNS) for row in apply_changes(rows)])


def main() -> None:
    """Make every file of law/units/ anew."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    source = read_source(Path(sys.argv[1]))
    provinces, merged = make_provinces(source)
    communes, passed = make_communes(source)
    write_units(UNITS / "provinces.csv", provinces)
    write_units(UNITS / "districts.csv", make_districts(source))
    write(UNITS / "province_successions.csv", SUCCESSION_COLUMNS, merged)
    for folder, rows in communes.items():
        write_units(UNITS / "communes" / f"{folder}.csv", rows)
        write(UNITS / "successions" / f"{folder}.csv", SUCCESSION_COLUMNS, passed[folder])


if __name__ == "__main__":
    main()

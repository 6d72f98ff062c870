"""Names of provinces, districts and communes, of today and before, from `law/units`."""

import csv
from functools import cache

from minhbach.domain.text import fold
from minhbach.lawbook.folder import law_folder


@cache
def unit_names() -> frozenset[str]:
    """Return every name without its kind, in comparable form."""
    folder = law_folder() / "units"
    names: set[str] = {"tp hcm", "tphcm", "hcm", "sai gon", "tp.hcm"}
    for path in (folder / "provinces.csv", folder / "districts.csv", *sorted((folder / "communes").glob("*.csv"))):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(line for line in file if not line.startswith("#"))
            names.update(fold(row["name"]) for row in rows)
    return frozenset(name for name in names if not name.isdigit())

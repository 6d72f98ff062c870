"""Where `law/` is."""

import os
from pathlib import Path


def law_folder() -> Path:
    """Return the folder of the law data: MINHBACH_LAW, or `law/` beside `src/`.

    :raises FileNotFoundError: if it is not there.
    """
    folder = Path(os.environ.get("MINHBACH_LAW") or Path(__file__).resolve().parents[3] / "law")
    if not folder.is_dir():
        raise FileNotFoundError(f"không có thư mục dữ liệu pháp luật {folder}; đặt MINHBACH_LAW")
    return folder


def added_law_folder() -> Path:
    """Return where an operator adds documents of the law: MINHBACH_LAW_ADDED, or `law/` in the data. May be absent."""
    data = os.environ.get("MINHBACH_DATA") or Path(__file__).resolve().parents[3] / "data"
    return Path(os.environ.get("MINHBACH_LAW_ADDED") or Path(data) / "law")

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

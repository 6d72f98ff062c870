"""The task of screening a text, in a process whose time and memory are bounded whatever the text is."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from minhbach.extraction.screening.screen import screen_text


def take_screening(file: Path) -> dict[str, Any]:
    """Screen a text that was written as JSON."""
    return asdict(screen_text(json.loads(file.read_text(encoding="utf-8"))))

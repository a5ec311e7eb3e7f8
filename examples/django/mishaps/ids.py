"""What can go wrong here: the ids of the panel's advice, one switch each. A test holds them against the panel's own list."""

import json
from pathlib import Path

IDS: list[str] = json.loads((Path(__file__).parent / "ids.json").read_text())

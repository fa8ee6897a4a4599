"""Files of every form with bytes flipped, cut or doubled: each lands or is refused with a reason, none raises.

`NEWSLEDGER_DAMAGED_FILES=2000` asks for as many.
"""

import os
import random
from pathlib import Path

import pytest

from tests.tasks.formats.forms.files import read_file
from tests.tasks.formats.forms.layouts import LAYOUTS
from warehouse.records import Article

COUNT = int(os.environ.get("NEWSLEDGER_DAMAGED_FILES", "200"))
EACH = -(-COUNT // len(LAYOUTS))


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Damage content in one to three places."""
    for _ in range(chance.randint(1, 3)):
        at, length = chance.randrange(len(content) or 1), chance.choice((1, 1, 4, 40, 400))
        match chance.choice(("flip", "cut", "double", "end")):
            case "flip":
                flipped = bytes(byte ^ chance.randrange(256) for byte in content[at : at + length])
                content = content[:at] + flipped + content[at + length :]
            case "cut":
                content = content[:at] + content[at + length :]
            case "double":
                content = content[: at + length] + content[at:]
            case "end":
                content = content[: max(at, 1)]
    return content


@pytest.mark.parametrize("layout", LAYOUTS)
def test_damaged_files_are_accounted_for(tmp_path: Path, layout: str) -> None:
    whole = LAYOUTS[layout]
    content = whole if isinstance(whole, bytes) else whole.encode()
    for number in range(EACH):
        found = read_file(tmp_path / f"{number}.file", damaged(content, random.Random(f"{layout} {number}")))
        assert found
        for item in found.values():
            assert item
            assert not isinstance(item, Article) or item.body.strip()

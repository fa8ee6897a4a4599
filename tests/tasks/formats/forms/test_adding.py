"""docs/formats.md shows a form being added: that very code, with its line of the registry, reads files."""

import re
import sys
import types
from pathlib import Path

import pytest

from tasks.formats.forms import FORMS
from tests.support.places import ROOT
from tests.tasks.formats.forms.files import read_file
from warehouse.records import Article

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
WIRE = """\
@@STORY 12
Osh Market Reopens
Traders came back
to the bazaar.

Rents fell.
@@END
@@STORY 13
Rents Fall
"""


def test_form_of_the_page_reads_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    module = types.ModuleType("harbor")
    monkeypatch.setitem(sys.modules, "harbor", module)
    exec(code, module.__dict__)
    monkeypatch.setitem(FORMS, "harbor", module.FORM)
    found = read_file(tmp_path / "wire.txt", WIRE)
    article = found["wire.txt#12"]
    assert isinstance(article, Article)
    assert (article.format, article.headline) == ("harbor", "Osh Market Reopens")
    assert article.body == "Traders came back to the bazaar.\n\nRents fell."
    assert found["wire.txt#13"] == "cut_off"


def test_page_names_every_form_that_is_read() -> None:
    table = PAGE.partition("| form |")[2].partition("\n\n")[0]
    named = {
        name for row in table.split("\n") for name in re.findall(r"`(\w+)`", row.split("|")[1] if "|" in row else "")
    }
    assert {name for name, form in FORMS.items() if form.is_read or form.cut} <= named

"""What the settings file is told where it holds what is no setting."""

from pathlib import Path

import pytest

from tasks.settings.configuration import read_configuration
from warehouse.folder.errors import ConfigurationError

UNKNOWN = {
    "[catalog]\nmax_bytes = 0\n": "catalog: there is no such setting; there are model, engine, .*catalogue",
    "[history]\nkeep = 3\n": "history.keep: there is no such setting; there are keep_runs",
    "[history]\nkeep_runs = 0\n": "history.keep_runs: Input should be greater",
}


@pytest.mark.parametrize(("settings", "said"), UNKNOWN.items(), ids=["a table", "a key", "a value"])
def test_an_unknown_setting_is_told_beside_those_there_are(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "newsledger.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said) as told:
        read_configuration(tmp_path)
    assert "corrected_days" not in str(told.value)

"""What runs Newsledger as a service, held against its makers' own checkers; no engine, no systemd at work."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

OPERATIONS = ROOT / "operations"
LINTERS = ROOT / ".venv" / "clients" / "linters"
UNITS = sorted(path for path in OPERATIONS.iterdir() if path.suffix in {".service", ".timer"})


@pytest.fixture
def linters() -> Path:
    if not (LINTERS / "ready").exists():
        pytest.skip("the linters are not installed: run `make test`")
    return LINTERS


def said(*command: str | Path, **environment: str) -> tuple[int, str]:
    """Run a checker; return its exit code and what it complains of."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    return done.returncode, done.stdout + done.stderr


def test_the_dockerfile_is_as_hadolint_wants_it(linters: Path) -> None:
    assert said(linters / "bin" / "hadolint", OPERATIONS / "Dockerfile") == (0, "")


def test_hadolint_sees_what_is_wrong(linters: Path, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM debian\n")
    assert "DL3006" in said(linters / "bin" / "hadolint", tmp_path / "Dockerfile")[1]


@pytest.mark.parametrize(("service", "code"), [("", 0), ("  worker:\n    imagine: newsledger\n", 1)])
def test_services_are_as_the_compose_specification_wants_them(
    linters: Path, tmp_path: Path, service: str, code: int
) -> None:
    given = tmp_path / "compose.yaml"
    given.write_text((OPERATIONS / "compose.yaml").read_text() if not code else f"services:\n{service}")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", given]
    assert said(*command, PYTHONPATH=str(linters))[0] == code


def test_variables_of_the_services_are_in_the_example() -> None:
    wanted = re.findall(r"\$\{([A-Z_]+)", (OPERATIONS / "compose.yaml").read_text())
    example = (OPERATIONS / ".env.example").read_text()
    assert set(wanted) == set(re.findall(r"^([A-Z_]+)=\S", example, flags=re.MULTILINE))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_are_as_systemd_wants_them(unit: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not on this machine")
    for each in UNITS:
        # Nothing is installed where the unit says: any program stands for it.
        (tmp_path / each.name).write_text(re.sub("ExecStart=\\S+", f"ExecStart={sys.executable}", each.read_text()))
    assert said("systemd-analyze", "verify", "--man=no", tmp_path / unit.name) == (0, "")

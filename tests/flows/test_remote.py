"""Commands and the flow on a warehouse in a bucket: the same answers, and one sentence where something is wrong."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from flows.cli import app
from flows.ingest import ingest
from tests.support.s3_server import KEY_ID, SECRET, Server, make_bucket, objects, put_in_place
from warehouse.remote import requests
from warehouse.remote.working_copy import Access, at_hand

URL = "s3://news/my ledger"
ARTICLE = """Publication: Monitor Volume: 4 Issue: 12

Exports of timber rose by 12 percent to $3.5 million last year (Interfax, January 19).
"""


def run(*arguments: str, url: str = f"{URL}/") -> Result:
    done = CliRunner().invoke(app, [*arguments, "--warehouse", url])
    assert "Traceback" not in done.output
    assert SECRET not in done.output
    assert KEY_ID not in done.output
    return done


def counted(*columns: str) -> dict[str, int]:
    done = run(
        "sql", f"SELECT {', '.join(columns)} FROM (SELECT count(*) AS articles FROM articles)", "--format", "json"
    )
    assert done.exit_code == 0, done.output
    ((row,),) = (json.loads(done.stdout),)
    assert isinstance(row, dict)
    return row


@pytest.mark.usefixtures("s3")
def test_commands_answer_as_they_do_on_a_folder(examples_warehouse: Path, tmp_path: Path) -> None:
    make_bucket("news")
    url = "s3://news/ledger"
    with at_hand(url, Access.WRITING) as opened:
        put_in_place(examples_warehouse, opened.folder)
    commands = [
        ["sql", "SELECT source, headline FROM articles ORDER BY 1", "--format", "csv"],
        ["sql", "SELECT count(*) FROM figures", "--format", "csv", "--as-of", "run"],
        ["entity", "Russia"],
        ["status"],
        ["history"],
    ]
    for command in commands:
        here, there = run(*command, url=str(examples_warehouse)), run(*command, url=url)
        assert (there.exit_code, there.stdout) == (0, here.stdout.replace(str(examples_warehouse), url))
    exported = run("export", str(tmp_path / "out"), "--format", "csv", "--table", "figures", url=url)
    assert (exported.exit_code, (tmp_path / "out" / "figures.csv").exists()) == (0, True)


@pytest.mark.usefixtures("prefect_api", "without_suites")
def test_the_flow_publishes_into_a_bucket(s3: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = make_bucket("news")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(ARTICLE)
    monkeypatch.setattr(requests, "RETRIES", 1)
    s3.writes_left = 40
    with pytest.raises(requests.WarehouseError, match=r"^s3://news/my ledger: .* cannot be reached"):
        ingest([str(tmp_path / "raw")], URL)
    s3.writes_left = None
    assert "my ledger/PUBLISHED.json" not in objects(store)
    summary = ingest([str(tmp_path / "raw")], URL)
    assert summary.run.unchanged_count == 1, "the second run goes on where the first was cut off"
    monkeypatch.setenv("NEWSLEDGER_CACHE", str(tmp_path / "other"))
    assert counted("articles") == {"articles": 1}
    assert "lock.json" not in "".join(objects(store))


def no_credentials(patch: pytest.MonkeyPatch) -> None:
    patch.delenv("AWS_ACCESS_KEY_ID")


def endpoint_down(patch: pytest.MonkeyPatch) -> None:
    patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    patch.setattr(requests, "RETRIES", 1)


WRONG = [
    ("s3://other/ledger", str, "has no bucket 'other'. Make it, or check --warehouse"),
    (URL, no_credentials, "the environment holds no credentials. Set AWS_ACCESS_KEY_ID"),
    (URL, endpoint_down, "http://127.0.0.1:9 cannot be reached. Check the network and AWS_ENDPOINT_URL"),
    ("gs://news/ledger", str, "a warehouse lies in a folder or at s3://BUCKET/PREFIX"),
]


@pytest.mark.usefixtures("s3")
@pytest.mark.parametrize(("url", "spoil", "words"), WRONG)
@pytest.mark.parametrize(
    "command", [["sql", "SELECT 1"], ["ingest", "."], ["status"], ["maintain"], ["repair"], ["unlock"]]
)
def test_what_is_wrong_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    spoil: Callable[[pytest.MonkeyPatch], object],
    words: str,
    command: list[str],
) -> None:
    make_bucket("news")
    spoil(monkeypatch)
    done = run(*command, url=url)
    assert (done.exit_code, done.stdout) == (1, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("s3")
def test_an_empty_bucket_holds_no_warehouse() -> None:
    make_bucket("news")
    done = run("sql", "SELECT 1")
    assert (done.exit_code, f"{URL} holds no warehouse" in done.stderr) == (1, True)
    assert "There is no lock" in run("unlock").stdout

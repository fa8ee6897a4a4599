"""The main path, end to end: what lands, what is refused, and what a second run does."""

import gzip
import zipfile
from pathlib import Path

import pytest

from flows.commands import ingest as command
from flows.commands.keeping.verify import found_faults
from flows.ingest import ingest
from flows.summary import Summary
from tasks.engines.choice import EngineChoice
from tasks.extractors.model import DEFAULT_MODEL
from tasks.sources import NothingFound
from tasks.stages import read
from tests.support.warehouse_rows import rows, tables
from warehouse.folder.errors import ConfigurationError, WarehouseError

pytestmark = pytest.mark.usefixtures("prefect_api", "without_suites")

HEADER = "Publication: Monitor Volume: 4 Issue: 12\n\n"
BODY = "Exports of timber rose by 12 percent to $3.5 million last year (Interfax, January 19).\n"
ARTICLE = HEADER + BODY


def run(folder: Path, warehouse: Path, **options: object) -> Summary:
    """Ingest a folder."""
    return ingest([str(folder)], str(warehouse), **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder for raw news."""
    path = tmp_path / "raw"
    path.mkdir()
    return path


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """Name a warehouse that is not there yet."""
    return tmp_path / "ledger"


def test_ingest_lands_figures_with_exact_values(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    summary = run(folder, warehouse)
    assert (summary.run.accepted_count, summary.run.rejected_count) == (1, 0)
    found = rows(warehouse, "SELECT text, value::VARCHAR, unit FROM figures ORDER BY start_char")
    assert found == [("12 percent", "12.000000000", "percent"), ("$3.5 million", "3500000.000000000", "USD")]
    assert rows(warehouse, "SELECT outlet FROM citations") == [("Interfax",)]


def test_ingest_lands_what_is_joined_and_derived(folder: Path, warehouse: Path) -> None:
    text = "Trade came to $6.12 billion in 1997, 10 percent less than one year earlier (Interfax, January 19).\n"
    (folder / "a.txt").write_text(HEADER + text)
    summary = run(folder, warehouse)
    assert summary.row_counts["derived_figures"] == 1
    query = """
        SELECT level.text, change.text, change.compared_start_on::VARCHAR, derived_figures.value_double, formula, outlet
        FROM derived_figures
        JOIN figures AS level ON level.figure_id = level_figure_id
        JOIN figures AS change ON change.figure_id = change_figure_id
        JOIN citations ON citations.citation_id = level.citation_id
    """
    assert rows(warehouse, query) == [
        ("$6.12 billion", "10 percent", "1996-01-01", 6.8e9, "6.12 / 0.9 = 6.80", "Interfax")
    ]


REFUSED = {
    "empty.txt": (b"", "an empty file"),
    "nuls.txt": (b"\0" * 5000, "a file of NULs"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG under a false name"),
    "header.txt": (HEADER.encode(), "a header without a body"),
    "roman.txt": (ARTICLE.replace("Volume: 4", "Volume: IV").encode(), "a volume that is no number"),
    "two.txt": ((ARTICLE + "\n" + ARTICLE).encode(), "two articles in one file"),
    "unknown.txt": (b"Just a few words.\n", "no header at all"),
    "issue.txt": (ARTICLE.replace("Issue: 12", "Issue: 9999").encode(), "an issue out of range"),
}


def test_ingest_rejects_each_bad_file_alone_and_keeps_its_bytes(folder: Path, warehouse: Path) -> None:
    (folder / "good.txt").write_text(ARTICLE)
    for name, (content, _) in REFUSED.items():
        (folder / name).write_bytes(content)
    summary = run(folder, warehouse)
    assert summary.run.accepted_count == 1
    refused = rows(warehouse, "SELECT source, reason, repair, content_sha256 FROM rejections")
    assert {source for source, *_ in refused} == set(REFUSED)
    for source, reason, repair, digest in refused:
        assert reason
        assert repair
        assert (warehouse / "rejected" / digest).read_bytes() == REFUSED[source][0]


def test_ingest_again_changes_nothing(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "bad.txt").write_text("Just a few words.\n")
    run(folder, warehouse)
    before = tables(warehouse)
    summary = run(folder, warehouse)
    assert (summary.run.unchanged_count, summary.run.accepted_count, summary.run.rejected_count) == (2, 0, 0)
    assert tables(warehouse) == before


def test_ingest_replaces_the_rows_of_a_changed_file(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(ARTICLE.replace("Issue: 12", "Issue: 13"))
    run(folder, warehouse)
    (folder / "a.txt").write_text(ARTICLE.replace("12 percent", "15 percent"))
    summary = run(folder, warehouse)
    assert (summary.run.accepted_count, summary.run.unchanged_count) == (1, 1)
    found = rows(warehouse, "SELECT text FROM figures WHERE kind = 'percent' ORDER BY text")
    assert found == [("12 percent",), ("15 percent",)]


def test_ingest_keeps_a_removed_file_unless_pruned(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(ARTICLE.replace("Issue: 12", "Issue: 13"))
    run(folder, warehouse)
    (folder / "a.txt").unlink()
    run(folder, warehouse)
    assert rows(warehouse, "SELECT count(*) FROM articles") == [(2,)]
    summary = run(folder, warehouse, prune_missing=True)
    assert summary.run.removed_count == 1
    assert rows(warehouse, "SELECT source FROM articles") == [("b.txt",)]
    assert rows(
        warehouse, "SELECT count(*) FROM figures WHERE article_id NOT IN (FROM articles SELECT article_id)"
    ) == [(0,)]


def test_ingest_mends_a_file_that_was_rejected(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(BODY)
    assert run(folder, warehouse).run.rejected_count == 1
    (folder / "a.txt").write_text(ARTICLE)
    assert run(folder, warehouse).run.accepted_count == 1
    assert rows(warehouse, "SELECT count(*) FROM rejections") == [(0,)]


def test_ingest_reads_archives_and_globs(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("inner/c.txt", ARTICLE.replace("Issue: 12", "Issue: 13"))
        archive.writestr("../evil.txt", ARTICLE)
    summary = ingest([str(folder / "*")], str(warehouse))
    assert (summary.run.accepted_count, summary.run.rejected_count) == (2, 1)
    assert rows(warehouse, "SELECT source FROM articles ORDER BY source") == [("a.txt.gz",), ("b.zip!inner/c.txt",)]


def test_ingest_of_the_same_file_below_two_folders_is_one_article(tmp_path: Path, warehouse: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(ARTICLE)
    summary = ingest([str(tmp_path / "x"), str(tmp_path / "y")], str(warehouse))
    assert summary.run.accepted_count == 2
    assert rows(warehouse, "SELECT count(*) FROM articles") == [(1,)]


def test_ingest_with_a_format_rule_reads_plain_text(folder: Path, warehouse: Path) -> None:
    text = "Bridge Reopens on the Amur\n\nThe bridge was closed for 40 days, and 12 trains a day waited.\n"
    (folder / "wire.txt").write_text(text)
    (folder / "other.txt").write_text(text)
    warehouse.mkdir()
    (warehouse / "newsledger.toml").write_text('[[formats]]\nmatch = "wire*.txt"\nformat = "plain"\n')
    summary = run(folder, warehouse)
    assert (summary.run.accepted_count, summary.run.rejected_count) == (1, 1)
    assert rows(warehouse, "SELECT headline, format FROM articles") == [("Bridge Reopens on the Amur", "plain")]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ("nonsense", "is not TOML"),
        ("[limits]\nmax_file_bytes = 'many'\n", "limits.max_file_bytes"),
        ("[limits]\nfile_bites = 3\n", "limits"),
        ("[history]\nkeep_runs = 0\n", "history.keep_runs"),
        ('[[formats]]\nmatch = "*"\nformat = "pdf"\n', "no format is called 'pdf'"),
    ],
)
def test_ingest_names_the_setting_that_is_wrong(folder: Path, warehouse: Path, settings: str, named: str) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    warehouse.mkdir()
    (warehouse / "newsledger.toml").write_text(settings)
    with pytest.raises(ConfigurationError, match=named):
        run(folder, warehouse)


def test_ingest_of_nothing_says_so(tmp_path: Path, warehouse: Path) -> None:
    with pytest.raises(NothingFound, match="no such file"):
        ingest([str(tmp_path / "absent")], str(warehouse))


def test_ingest_into_a_folder_that_is_no_warehouse_says_so(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    with pytest.raises(WarehouseError, match="is no warehouse"):
        run(folder, folder)


def test_ingest_survives_a_symbolic_loop(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "loop").symlink_to(folder)
    summary = run(folder, warehouse)
    assert summary.run.accepted_count == 1


ENGLISH_STORY = (
    "The harbour board said on Tuesday that it would build a new quay for 41 million dollars.\n\n"
    "Work is to begin in June, and 320 people are to be hired for it, chairman Maria Keller told reporters.\n"
)
GERMAN = (
    "Die Hafenverwaltung teilte am Dienstag mit, sie werde für 41 Millionen Dollar einen zweiten Kai bauen. "
    "Die Arbeiten sollen im Juni beginnen, sagte Maria Keller vor Journalisten.\n"
)


def test_ingest_tells_stories_and_languages(folder: Path, warehouse: Path) -> None:
    (folder / "a.txt").write_text(HEADER + ENGLISH_STORY)
    (folder / "de.txt").write_text(HEADER + GERMAN)
    assert run(folder, warehouse).other_languages == {"de": 1}
    (folder / "b.txt").write_text(HEADER.replace("12", "13") + ENGLISH_STORY + "\nFishermen protested on Friday.\n")
    assert run(folder, warehouse).other_languages == {}
    query = "SELECT source, language, counted_as IS NULL, revises IS NOT NULL, difference FROM articles ORDER BY source"
    assert rows(warehouse, query) == [
        ("a.txt", "en", False, False, None),
        ("b.txt", "en", True, True, "1 paragraph added"),
        ("de.txt", "de", True, False, None),
    ]
    assert rows(warehouse, "SELECT DISTINCT source FROM figures JOIN articles USING (article_id) ORDER BY 1") == [
        ("a.txt",),
        ("b.txt",),
    ]
    query = "SELECT text FROM marts.fct_figures WHERE NOT is_duplicate ORDER BY start_char"
    assert rows(warehouse, query) == [("41 million dollars",), ("320",)]
    assert rows(warehouse, "SELECT rule, source FROM rejections") == [("language_not_english", "de.txt")]
    assert list(found_faults(warehouse, depth="usual", engine=EngineChoice())) == []


@pytest.mark.parametrize(("is_known", "is_much"), [(False, True), (True, False)])
def test_where_the_model_is_loaded_ahead_follows_from_what_waits_in_a_new_warehouse(
    folder: Path, warehouse: Path, monkeypatch: pytest.MonkeyPatch, *, is_known: bool, is_much: bool
) -> None:
    (folder / "first.txt").write_text(ARTICLE)
    if is_known:
        run(folder, warehouse)
    monkeypatch.setattr(read, "FILES_IN_A_SHARD", 3)
    for number in range(3):
        (folder / f"{number}.txt").write_text(ARTICLE)
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(command, "load_ahead", lambda model, **asked_of: asked.append({"model": model, **asked_of}))
    command.load_model_ahead(command.Order(paths=[str(folder)], engine=EngineChoice(workers=3)), warehouse)
    assert asked == [{"model": DEFAULT_MODEL, "choice": EngineChoice(workers=3), "is_much": is_much}]

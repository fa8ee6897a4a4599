"""What the user corrects of facts: it wins, it holds through re-extractions and upgrades, and it says when it idles."""

import csv
import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import tasks.stages.check
from tasks.engines.choice import working_with
from tasks.extractors import EXTRACTORS
from tasks.extractors.model import reading_with
from tasks.freshness.volumes import note_settled
from tasks.resolvers.entities.corrections import CorrectionError, read_corrections
from tasks.resolvers.fact_corrections import check_correction
from tasks.resolvers.versions import pipeline_version
from tasks.settings.configuration import read_configuration
from tasks.settings.corrections import user_corrections
from tasks.stages.again.recover_articles import clear_shards
from tasks.stages.check import Checking
from tasks.stages.publish import publish
from tasks.stages.refresh import pack_stale
from tasks.stages.resolve_entities import resolve_entities
from tasks.stages.settle_dates import land_again, settle_dates
from tasks.stages.verify_entities import verify_entities
from tests.support.shard_by_shard import HERE, ingest_without_suites, make_run, with_facts
from tests.support.warehouse_rows import rows
from warehouse.ledger.ledger import open_ledger
from warehouse.reading.query import status
from warehouse.records import Article

ARTICLE_COUNT = 25
TEXT = (
    "Publication: Harbor Brief Volume: {volume} Issue: {number}\n\n"
    "Quay {number} Rebuilt.\n\n"
    "The harbor office said that quay {number} was rebuilt in March 1998 for ${number}7 million. "
    '"The quay is safe again after {number} months," said Anna Lind, its director.\n'
)
COLUMNS = ("action", "kind", "name", "value", "article_id", "column", "start_char")
FIRST = date(1998, 6, 1)
CHANGED = frozenset({"dates", "quotations", "figures"})
"""Extractors that become others; without the names, which take the model long."""


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "in").mkdir()
    for number in range(1, ARTICLE_COUNT + 1):
        text = TEXT.format(number=number, volume=3)
        (folder / "in" / f"{number:02}.txt").write_text(text)
    return ingest_without_suites([str(folder / "in")], folder / "ledger", files_in_a_shard=100)


def lines_for(warehouse: Path) -> list[tuple[object, ...]]:
    """Four corrections of each article: of a figure, a date, a speaker, and the day of publication."""
    lines: list[tuple[object, ...]] = []
    for article_id, issue in rows(warehouse, "SELECT article_id, issue FROM articles ORDER BY issue"):
        number = int(str(issue))
        day = FIRST + timedelta(days=number)
        lines += [
            ("correct", "figure", f"${number}7 million", f"{number}000000.5", article_id, "value", ""),
            ("correct", "date", "March 1998", "1998-03-15", article_id, "start_on", ""),
            (
                "correct",
                "quotation",
                f"The quay is safe again after {number} months,",
                "Eva Holm",
                article_id,
                "speaker",
            ),
            ("correct", "article", "", day.isoformat(), article_id, "published_on", ""),
        ]
    return lines


def write_lines(warehouse: Path, lines: list[tuple[object, ...]]) -> None:
    with (warehouse / "corrections.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(lines)


def extract_again(warehouse: Path, *, version: str, monkeypatch: pytest.MonkeyPatch, dropped: frozenset[str]) -> None:
    """Find all facts again by a later version, which overlooks some figures; then correct and publish."""
    figures = EXTRACTORS["figures"]

    def find(article: Article, *arguments: object, **options: object) -> Iterator[object]:
        found = figures.find(article, *arguments, **options)
        yield from (each for each in found if getattr(each, "text", "") not in dropped)

    with monkeypatch.context() as patch:
        patch.setattr(tasks.stages.check, "run_suite", lambda *_, **__: [])
        for name in CHANGED:
            extractor = EXTRACTORS[name]
            changed = dataclasses.replace(extractor, rules_version=version)
            patch.setitem(EXTRACTORS, name, dataclasses.replace(changed, find=find) if name == "figures" else changed)
        configuration, checking = read_configuration(warehouse), Checking(run_id=version)
        with open_ledger(warehouse) as ledger, reading_with(configuration.model), working_with(HERE) as engine:
            clear_shards(ledger)  # as publishing does, which is left out in between
            keys = [str(key) for (key,) in rows(warehouse, "SELECT article_id FROM articles")]
            stale = pack_stale.fn(dict.fromkeys(keys, CHANGED), ledger=ledger, run_id=version)
            for shard in with_facts(stale, checking=checking, engine=engine):
                land_again.fn(shard, ledger=ledger, run_id=version, version=pipeline_version())
            redated = settle_dates.fn(ledger, configuration=configuration, run_id=version)
            for shard in with_facts(redated, checking=checking, engine=engine):
                land_again.fn(shard, ledger=ledger, run_id=version)
            note_settled(ledger, configuration=configuration)
            resolve_entities.fn(ledger, corrections=user_corrections(warehouse))
            if version in ("again-1", "again-10"):
                publish.fn(ledger, run=make_run(version), configuration=configuration)


KEPT = """
SELECT
    (SELECT count(*) FROM marts.fct_figures WHERE value_decimal % 1 = 0.5 AND corrected_by IS NOT NULL),
    (SELECT count(*) FROM dates WHERE start_on = DATE '1998-03-15' AND corrected_by IS NOT NULL),
    (SELECT count(*) FROM marts.fct_quotations WHERE speaker = 'Eva Holm' AND corrected_by IS NOT NULL),
    (SELECT count(corrected_by) FROM marts.articles WHERE published_on = DATE '1998-06-01' + CAST(issue AS INTEGER))
"""


def test_a_hundred_corrections_survive_ten_extractions_or_are_reported(
    landed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = lines_for(landed)
    assert len(lines) == 100
    write_lines(landed, lines)
    extract_again(landed, version="again-1", monkeypatch=monkeypatch, dropped=frozenset())
    assert rows(landed, KEPT) == [(25, 25, 25, 25)]
    assert status(landed).idle_corrections == ()
    for number in range(2, 10):
        dropped = frozenset({f"${number}7 million"})
        extract_again(landed, version=f"again-{number}", monkeypatch=monkeypatch, dropped=dropped)
    extract_again(landed, version="again-10", monkeypatch=monkeypatch, dropped=frozenset({"$107 million"}))
    assert rows(landed, KEPT) == [(24, 25, 25, 25)]
    (idle,) = status(landed).idle_corrections
    assert "$107 million" in idle
    assert rows(landed, "SELECT count(*) FROM corrections WHERE mention_count = 1") == [(99,)]
    assert rows(landed, "SELECT DISTINCT published_on_basis FROM articles") == [("correction",)]
    assert list(verify_entities(landed)) == []
    write_lines(landed, [])
    extract_again(landed, version="again-1", monkeypatch=monkeypatch, dropped=frozenset())
    assert rows(landed, KEPT) == [(0, 0, 0, 0)]
    assert rows(landed, "SELECT count(*) FROM articles WHERE published_on_basis = 'correction'") == [(0,)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("correct,figure,$5,many,a1,value,", "'many' is no number such as"),
        ("correct,figure,$5,1e40,a1,value,", "more digits than the ledger keeps"),
        ("correct,figure,$5,,a1,value,", "value needs a value"),
        ("correct,figure,$5,6,,value,", "article_id is needed"),
        ("correct,figure,,6,a1,value,", "name holds the fact's text"),
        ("correct,figure,$5,6,a1,worth,", "column 'worth' of a figure is none of value, value_high"),
        ("correct,figure,$5,sideways,a1,direction,", "none of up, down"),
        ("correct,date,today,May 3,a1,start_on,", "no day such as 1998-10-21"),
        ("correct,date,today,1998-05-03,a1,start_on,x", "start_char 'x' is no offset"),
        ("correct,article,Title,1998-05-03,a1,published_on,", "of an article it stays empty"),
        ("correct,novel,x,1998-05-03,a1,published_on,", "kind 'novel' is none of figure, date, quotation, article"),
    ],
)
def test_a_wrong_correction_of_a_value_names_the_line_and_what_is_allowed(line: str, said: str) -> None:
    with pytest.raises(CorrectionError, match=f"line 2: .*{said}"):
        read_corrections([",".join(COLUMNS), line], check_value=check_correction)

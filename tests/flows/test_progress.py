"""How far a run has come, in words and as JSON."""

import json

import pytest

from flows.progress import Pace, reporting, reporting_also_to
from flows.terminal import LOG_FORMAT


class Noted:
    """A reporter that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def say(self, doing: str) -> None:
        self.told.append(doing)

    def expect(self, article_counts: list[int]) -> None:
        self.told.append(article_counts)

    def count(self, *, done: int, total: int) -> None:
        self.told.append((done, total))


def test_pace_counts_articles_not_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 100.0, 110.0, 110.0, 110.0, 110.0])
    monkeypatch.setattr("flows.progress.monotonic", lambda: next(seconds))
    pace = Pace()
    pace.expect([500, 500, 200])
    assert pace.seconds_left == 0, "nothing is known of the pace yet"
    pace.land(2)
    assert pace.in_words() == "1,000 of 1,200 articles, 100.0 a second, 2 s left"


def test_lines_say_articles_and_pace(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting() as report:
        report.say("extracting")
        report.expect([5, 5])
        report.count(done=1, total=2)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("landed 1 of 2 shards: 5 of 10 articles, ")
    assert line.endswith(" s left")


def test_json_is_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    token = LOG_FORMAT.set("json")
    try:
        with reporting() as report:
            report.say("extracting")
            report.expect([5, 5])
            report.count(done=2, total=2)
    finally:
        LOG_FORMAT.reset(token)
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == ["stage", "expected", "landed"]
    assert (events[2]["articles"], events[2]["articles_total"], events[2]["shards"]) == (10, 10, 2)


def test_whoever_else_is_to_be_told_is_told_within_the_block() -> None:
    noted = Noted()
    with reporting_also_to(noted), reporting() as report:
        report.say("reading files")
        report.expect([3])
        report.count(done=1, total=1)
    with reporting() as report:
        report.say("later")
    assert noted.told == ["reading files", [3], (1, 1)]

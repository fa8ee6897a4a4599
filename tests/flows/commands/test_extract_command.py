"""The extract filter: a line in, a line out, whatever the line holds."""

import io
import json
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.commands.extract import ARTICLE_COLUMNS, answers, arrivals, plain, table_names
from tasks.extractors import EXTRACTORS
from tasks.resolvers.findings import Findings, extract
from warehouse.records import Article

ONLY = frozenset({"cross_references"})
PROGRAM = "import sys; from flows.commands.extract import filter_lines; sys.exit(filter_lines(only=sys.argv[1]))"
HEADER = "Publication: Monitor Volume: 4 Issue: 196"


def ask(*lines: object) -> list[dict[str, object]]:
    """Answer lines given as bytes, or as what JSON makes of them."""
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return [json.loads(answer.line) for answer in answers(encoded, only=ONLY)]


def run(only: str, content: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", PROGRAM, only]
    return subprocess.run(command, input=content, capture_output=True, check=False, timeout=60)


def test_answers_give_the_article_and_the_tables_asked_for() -> None:
    text = f"OSH REOPENS.\r\n\r\n{HEADER}\r\n\r\nOne.\r\n\r\nTalks Begin in Batken.\r\n"
    (answer,) = ask({"id": "a", "text": text, "published_on": "1998-10-23"})
    assert answer == {
        "id": "a",
        "article": {
            "publication": "Monitor",
            "volume": 4,
            "issue": 196,
            "headline": "OSH REOPENS",
            "byline": None,
            "trailing_headline": "Talks Begin in Batken",
            "published_on": "1998-10-23",
            "published_on_low": "1998-10-23",
            "published_on_high": "1998-10-23",
            "published_on_basis": "given",
            "language": None,
        },
        "cross_references": [],
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<!DOCTYPE html>\n<html><body><p>It cost $5 million.</p></body></html>", "a saved web page"),
        ("%PDF-1.4\n1 0 obj\n<</Length 12>>\nstream\n", "a PDF document"),
    ],
)
def test_answers_take_no_facts_from_markup(text: str, says: str) -> None:
    (answer,) = ask({"id": "a", "text": text})
    assert answer == {"id": "a", "error": f"`text` is {says}, not prose: see `newsledger ingest`"}


def test_answers_find_nothing_in_another_language() -> None:
    text = "Die Verwaltung teilte mit, der Bau der Brücke habe drei Jahre gedauert (siehe Monitor, 12. Mai)."
    (answer,) = ask({"id": "a", "text": f"{text} (see the Monitor, May 12)"})
    assert (answer["article"]["language"], answer["cross_references"]) == ("de", [])


@pytest.mark.parametrize("extra", [{}, {"published_on": None}, {"source": "unknown keys are another program's"}])
def test_answers_take_a_line_without_a_date(extra: dict[str, object]) -> None:
    (answer,) = ask({"id": "a", "text": "A sentence.", **extra})
    assert answer["article"] == dict.fromkeys(ARTICLE_COLUMNS)


BAD_LINES = [
    (b"{", None, "not JSON"),
    (b"nonsense", None, "not JSON"),
    (b'{"id": "a", "text": "cut', None, "not JSON"),
    (b'{"id": "a", "text": "\xff"}', None, "not UTF-8"),
    (b"[1, 2]", None, "not a JSON object"),
    (b"null", None, "not a JSON object"),
    (b"[" * 100_000, None, "nested too deeply"),
    (b'{"id": 1' + b"0" * 5000 + b"}", None, "not JSON"),  # more digits than Python reads
    ({"text": "No id."}, None, "`id` must be a string"),
    ({"id": 7, "text": "A number."}, 7, "`id` must be a string"),
    ({"id": ["a"], "text": "A list."}, None, "`id` must be a string"),
    ({"id": "a"}, "a", "`text` must be a string"),
    ({"id": "a", "text": None}, "a", "`text` must be a string"),
    ({"id": "a", "text": "A date.", "published_on": "yesterday"}, "a", "`published_on` must be"),
    ({"id": "a", "text": "A date.", "published_on": "19981023"}, "a", "`published_on` must be"),
    ({"id": "a", "text": "A date.", "published_on": 1998}, "a", "`published_on` must be"),
    ({"id": "a", "text": "A date.", "published_on": ""}, "a", "`published_on` must be"),
    ({"id": "a", "text": "A date.", "published_on": "1998-02-30"}, "a", "does not exist"),
    (b'{"id": "a", "text": "half \\ud800"}', "a", "surrogate"),
]


@pytest.mark.parametrize(("line", "line_id", "message"), BAD_LINES)
def test_answers_say_what_is_wrong_with_a_line_and_go_on(line: object, line_id: object, message: str) -> None:
    wrong, right = ask(line, {"id": "next", "text": "A sentence."})
    assert wrong["id"] == line_id
    assert message in str(wrong["error"])
    assert set(wrong) == {"id", "error"}
    assert (right["id"], "error" in right) == ("next", False)


def test_answers_pass_over_blank_lines_and_a_byte_order_mark() -> None:
    lines = [b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": "One."}).encode(), b"\n", b"  \r\n", b""]
    assert [answer["id"] for answer in ask(*lines)] == ["a"]


def test_answers_take_a_line_of_megabytes() -> None:
    (answer,) = ask({"id": "a", "text": "word " * 400_000})
    assert "error" not in answer


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=100) | st.text().map(lambda text: json.dumps({"id": text, "text": text}).encode()))
def test_answers_give_one_line_for_any_line_that_is_not_blank(line: bytes) -> None:
    given_lines = list(answers([line], only=ONLY))
    assert len(given_lines) == bool(line.strip())
    for answer in given_lines:
        assert "\n" not in answer.line
        assert answer.is_error == ("error" in json.loads(answer.line))
        answer.line.encode("utf-8")


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (None, set(EXTRACTORS)),
        ("", set(EXTRACTORS)),
        ("figures", {"figures"}),
        (" figures, dates,", {"figures", "dates"}),
    ],
)
def test_table_names_reads_a_list(only: str | None, expected: set[str]) -> None:
    assert table_names(only) == expected


def test_filter_lines_ends_with_code_2_and_one_line_on_an_unknown_table() -> None:
    done = run("figures,numbers", b'{"id": "a", "text": "One."}\n')
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert "numbers" in done.stderr.decode()
    assert "figures" in done.stderr.decode()


def test_filter_lines_answers_in_utf_8_in_order() -> None:
    lines = [{"id": f"é{number}", "text": "“A” – B"} for number in range(3)]
    done = run("cross_references", "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode())
    assert [json.loads(line)["id"] for line in done.stdout.decode("utf-8").splitlines()] == ["é0", "é1", "é2"]
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 0, ""),
        (b"\n", 0, ""),
        (b'{"id": "a", "text": "One."}\nnonsense\n', 0, "1 of 2 lines were not read"),
        (b"nonsense\n{}\n", 1, "2 of 2 lines were not read"),
    ],
)
def test_filter_lines_fails_where_no_line_could_be_read(content: bytes, code: int, said: str) -> None:
    done = run("cross_references", content)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert bool(done.stderr) == bool(said)


def test_filter_lines_ends_quietly_where_nobody_reads_on() -> None:
    command = [sys.executable, "-c", PROGRAM, "cross_references"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.close()
        _, complaint = process.communicate(b'{"id": "a", "text": "One."}\n' * 2000, timeout=60)
    assert (process.returncode, complaint) == (0, b"")


def test_filter_lines_answers_each_line_as_it_comes() -> None:
    command = [sys.executable, "-c", PROGRAM, "cross_references"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for line_id in ("first", "second"):
            process.stdin.write(json.dumps({"id": line_id, "text": "One."}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == line_id


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [b""]),
        (b"one", [b"one"]),
        (b"one\ntwo", [b"one", b"two"]),
        (b"one\n\ntwo\n", [b"one", b"", b"two", b""]),
        (b"a" * 3_000_000 + b"\nb\n", [b"a" * 3_000_000, b"b", b""]),  # longer than what is read at once
    ],
)
def test_arrivals_give_every_line(content: bytes, expected: list[bytes]) -> None:
    stream = io.BufferedReader(io.BytesIO(content))
    assert [line for lines in arrivals(stream) for line in lines] == expected


def test_answers_tell_an_extractor_fault_and_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.resolvers.findings.extract", refuse_the_first)
    first, second = ask({"id": "first", "text": "One."}, {"id": "second", "text": "Two."})
    assert set(first) == {"id", "error"}
    assert "IndexError: no such word" in str(first["error"])
    assert second["cross_references"] == []


def refuse_the_first(article: Article, *_: object, **__: object) -> Findings:
    """Stand for an extractor that cannot take one text."""
    if article.article_id == "first":
        raise IndexError("no such word")
    return extract(article, only=ONLY)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("6120000000.000000000"), 6120000000),
        (Decimal("2.5"), 2.5),
        (date(1998, 10, 23), "1998-10-23"),
    ],
)
def test_plain_writes_what_json_does_not_know(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_plain_refuses_what_has_no_form() -> None:
    with pytest.raises(TypeError, match="set"):
        plain({1})

"""Finds what is reported without quotation marks: `said that …`, `…, he said`, `according to …`, `denied …`.

- `report`: what a sentence reports.
- `places`: where that stands in the article.
- `extents`, `object_extents`: where the words end.
- `foreseen`: what is not said yet.
- `complements`: what a verb takes after it.
- `verbs`, `passives`, `nouns_and_adjectives`: what reports by its grammar.
- `afterwords`, `parentheticals`: `…, he said, …`.
- `second_speakers`: `and Lobov that …`.
- `hearsay`: `reportedly`, `is said to`.
- `headings`: `Lobov: Talks may fail`.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.extractors.quotations.direct.readings import Parsed
from tasks.extractors.quotations.marks.statements import Attribution, Interruption, Statement
from tasks.extractors.quotations.reported.afterwords import within_dashes
from tasks.extractors.quotations.reported.extents import is_second_that
from tasks.extractors.quotations.reported.hearsay import hearsay
from tasks.extractors.quotations.reported.nouns_and_adjectives import by_adjectives, by_copulas, by_nouns, by_topics
from tasks.extractors.quotations.reported.parentheticals import around_parentheticals, is_finite
from tasks.extractors.quotations.reported.passives import by_passives
from tasks.extractors.quotations.reported.places import bare, place_in, without_edges
from tasks.extractors.quotations.reported.report import Report, is_main, without_relays
from tasks.extractors.quotations.reported.verbs import by_verbs
from tasks.extractors.quotations.rows import cue_of, rule_of
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.grammar import SUBJECTS
from tasks.extractors.quotations.syntax.phrases import placed, placed_alone

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPEN_END = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|to|of|the|a|an|who|whom|which|that)\Z"
)
"""Words that a clause does not end with."""
OUTDONE = frozenset({"marks", "any verb", "verb of thought", "distant naming"})
"""Rules that say less of who speaks than a report does which the quoted words stand in."""
LAST_MARKS = 2
"""Characters of punctuation that quoted words hold at their end, and a report leaves out."""
NEAREST = 3
"""How many reports before one may hold it: those of the same sentence."""


def reported_statements(text: str, parsed: Sequence[Parsed]) -> list[Statement]:
    """List what the sentences report in the writer's words, in the order of the text; what is quoted is left out."""
    found: dict[tuple[int, int], Statement] = {}
    for sentence in parsed:
        told = without_relays(list(reports(sentence.document)))
        passed_on = passed_on_whole(text, sentence, told)
        if passed_on is not None:
            found.setdefault((passed_on.start, passed_on.end), passed_on)
        for report in told:
            statement = statement_of(text, sentence, within_dashes(report))
            if statement:
                found.setdefault((statement.start, statement.end), statement)
    return without_nested(list(found.values()))


def passed_on_whole(text: str, sentence: Parsed, told: Sequence[Report]) -> Statement | None:
    """Make a statement of a whole sentence that an outlet passes on, where nobody in it says what it ends with."""
    relay = sentence.frame.relay
    last = len(sentence.document) - 1
    if relay is None or any(is_main(report, last) and is_named(report.subject, relay) for report in told):
        return None
    place = place_in(text, sentence, (0, last))
    if place is None:
        return None
    if relay.rule == "reported clause":
        place = text.rindex("that", 0, place[0]), place[1]
    return Statement(start=place[0], end=place[1], style="indirect", paragraph=sentence.paragraph, attribution=relay)


def is_named(subject: "Token | None", relay: Attribution) -> bool:
    """Tell whether somebody speaks in what an outlet passes on; `it` in `Reuters reported that it would` may be it."""
    return subject is not None and (relay.rule != "reported clause" or subject.pos_ != "PRON")


def reports(document: "Doc") -> Iterator[Report]:
    """Yield what is reported in a sentence, by whatever word."""
    words = list(document)  # spaCy makes each word anew whenever it is asked for
    yield from by_verbs(words)
    yield from by_passives(words)
    yield from around_parentheticals(words)
    yield from by_nouns(words)
    yield from by_copulas(words)
    yield from by_adjectives(words)
    yield from by_topics(words)
    yield from hearsay(words)


def without_nested(reported: Sequence[Statement]) -> list[Statement]:
    """Leave out what is reported within another report, as nested quotations are: `Lobov said that Orlov denied it`."""
    outermost: list[Statement] = []
    for statement in sorted(reported, key=place_of):
        cue = cue_of(statement)
        around = outermost[-NEAREST:]
        is_within = any(cue_of(outer) == cue and outer.end >= statement.end for outer in around)
        if cue is None or not (is_within or any(holds(outer, cue) for outer in around)):
            outermost.append(statement)
    return outermost


def holds(statement: Statement, cue: tuple[int, int]) -> bool:
    """Tell whether a cue stands in what is said, or is the statement's own and tells no more of it."""
    is_own = cue_of(statement) == cue and statement.interruption is not None
    return is_own or any(start <= cue[0] < end for start, end in statement.parts())


def without_quotations(text: str, reported: Sequence[Statement], quoted: Sequence[Statement]) -> list[Statement]:
    """Leave out the reports that hold more than a quoted term: there the quotation itself is the statement.

    Of a report with a quotation in one of its parts the other is left, if it is a clause: `The road was closed, Lobov
    said, “for good”`. So are the clauses beside one that holds a quotation: `said it was “closed” | and that he left`.
    """
    said = [(statement.start, statement.end) for statement in quoted if statement.style != "term"]
    return [left for statement in reported for left in without_quoted_part(text, statement, said, told=reported)]


def without_quoted_part(
    text: str, statement: Statement, said: Sequence[tuple[int, int]], *, told: Sequence[Statement]
) -> Iterator[Statement]:
    """Yield what is left of a report without the part or clause that holds quoted words, the places of `said`.

    What ends before its predicate tells nothing: `He was, he said, “a simple man”`. Nor does what another of the
    reports `told` says of somebody: `Orlov told them of a pact that is, he said, “a farce”`.
    """
    is_plain = [not holds_any(said, part, begun=True) for part in statement.parts()]
    if all(is_plain):
        yield statement
        return
    for start, end in statement.clauses:
        if not holds_any(said, (start, end)):
            yield replace(statement, start=start, end=end, clauses=())
    clauses = statement.interruption.clauses if statement.interruption else (False,)
    left = [part for part, plain, clause in zip(statement.parts(), is_plain, clauses, strict=True) if plain and clause]
    if not left:
        return
    start, end = without_edges(text, *left[0])
    cues = (cue for other in told if other is not statement and (cue := cue_of(other)) is not None)
    is_open = OPEN_END.search(text, start, end) is not None or any(start <= cue[0] < end for cue in cues)
    if not is_open:
        yield replace(statement, start=start, end=end, interruption=None)


def holds_any(places: Sequence[tuple[int, int]], part: tuple[int, int], *, begun: bool = False) -> bool:
    """Tell whether one of some places in order shares a character with a part; begins in it, if `begun` says so."""
    first = bisect.bisect_left(places, part[0], key=start_of)
    is_within = first > 0 and places[first - 1][1] > part[0] and not begun
    return is_within or first < bisect.bisect_left(places, part[1], key=start_of)


def start_of(place: tuple[int, int]) -> int:
    """Give the offset that places are ordered by."""
    return place[0]


def attribute_by_reports(quoted: Sequence[Statement], reported: Sequence[Statement]) -> None:
    """Give quoted words that no verb of speech governs to whoever reports the statement that they stand in.

    `Lobov spoke of a city of “light”`, `the union accuses Lobov of “theft”`.
    """
    attributed = [report for report in reported if report.attribution is not None]
    begun = [report.start for report in attributed]
    for statement in quoted:
        if rule_of(statement) in OUTDONE:
            last = bisect.bisect_right(begun, statement.start)
            nearest = attributed[max(0, last - NEAREST) : last]
            around = [report for report in nearest if report.end + LAST_MARKS >= statement.end]
            if around:
                statement.attribution = min(around, key=length_of).attribution


def length_of(statement: Statement) -> int:
    """Give the length of a statement in characters."""
    return statement.end - statement.start


def place_of(statement: Statement) -> tuple[int, int]:
    """Give what statements are ordered by: where they start, the longer one first."""
    return statement.start, -statement.end


def statement_of(text: str, sentence: Parsed, report: Report) -> Statement | None:
    """Turn a report into a statement with offsets in the article; nothing where the reporting itself is quoted.

    A pronoun or adjective alone states nothing: `praised both`, `thank you`, `is considered high`.
    """
    if sentence.frame.piece_at(report.cue.idx).stretch is not None:
        return None
    if report.rule == "reported phrase" and sentence.document[report.last].lower_ == "anonymity":
        return None  # `who asked for anonymity`
    alone = sentence.document[report.first]
    if report.rule == "reported noun" and report.subject is None and is_number(sentence.document, report):
        return None
    if report.first == report.last and (alone.pos_ in ("PRON", "DET") or alone.tag_ in ("JJ", "JJR")):
        return None
    words = parts_of(report)
    places = [place_in(text, sentence, part) for part in words]
    clauses = report.clauses[0] and not is_left_open(sentence.document, words[0]), report.clauses[1]
    told = [place for place in places if place is not None]
    if len(told) < len(words):  # quoted words are in one part of it: the other must be a clause
        told = [place for place, is_clause in zip(places, clauses, strict=False) if place and is_clause]
    joined = [] if report.gap else list(joined_clauses(sentence.document, report.first, report.last))
    listed = [place for part in joined if (place := place_in(text, sentence, part)) is not None]
    told = told or listed[:1]
    if not told:
        return None
    statement = Statement(start=told[0][0], end=told[-1][1], style="indirect", paragraph=sentence.paragraph)
    statement.clauses = tuple(listed)
    if len(told) > 1:
        between = bare(text[told[0][1] : told[1][0]], told[0][1])
        statement.interruption = Interruption(place=between, clauses=clauses)
    return introduced(statement, sentence, report)


def is_number(document: "Doc", report: Report) -> bool:
    """Tell whether all that a noun holds is a number: `an earlier estimate | of six`."""
    words = document[report.first : report.last + 1]
    return all(token.pos_ in ("ADP", "NUM", "SYM", "PUNCT", "ADV") for token in words)


def joined_clauses(document: "Doc", first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each clause of what is said, where it is several, or something is added to it.

    `that he was ill | and that he would go`; what a comma adds, `…, which he called`, is no clause by itself.
    """
    begins = [(first, True)]
    for token in document[first : last + 1]:
        start = int(token.left_edge.i)
        if start > begins[-1][0] and (is_joined(token) or is_second_that(token)):
            begins.append((start, True))
        elif start > begins[-1][0] + 1 and is_added(token):
            begins.append((start, False))
    ends = [*(place - 1 for place, _ in begins[1:]), last]
    for (place, is_own), end in zip(begins, ends, strict=True):
        if is_own and is_finite(document, place, end):
            yield place, end


def is_joined(verb: "Token") -> bool:
    """Tell whether a verb with a subject of its own is joined to what is said."""
    return verb.dep_ == "conj" and verb.head.dep_ in ("ccomp", "conj") and has_subject(verb)


def has_subject(verb: "Token") -> bool:
    """Tell whether a subject stands with a verb."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_added(verb: "Token") -> bool:
    """Tell whether a comma adds a relative clause to what is said: `…, | which he called`."""
    return verb.dep_ == "relcl" and verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","


def is_left_open(document: "Doc", part: tuple[int, int]) -> bool:
    """Tell whether a part ends with the verb of a relative clause, whose rest follows: `a pact which Peru sees, …`."""
    words = [token for token in document[part[0] : part[1] + 1] if not token.is_punct]
    return bool(words) and words[-1].dep_ == "relcl"


def parts_of(report: Report) -> list[tuple[int, int]]:
    """List the first and last word of each part of a report."""
    if report.gap is None:
        return [(report.first, report.last)]
    return [(report.first, report.gap[0] - 1), (report.gap[1] + 1, report.last)]


def introduced(statement: Statement, sentence: Parsed, report: Report) -> Statement | None:
    """Give a statement the cue of its report, and the speaker if there is one; nothing where that cannot be placed."""
    if report.subject is None:
        statement.bare_cue = placed_alone(sentence.frame, report.cue, rule=report.rule)
        return statement
    governor = Governor(cue=report.cue, subject=report.subject, rule=report.rule)
    statement.attribution = placed(sentence.frame, governor)
    return statement if statement.attribution else None

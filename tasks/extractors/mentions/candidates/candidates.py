"""What the model proposes, as our kinds and with our idea of where a name begins and ends."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tasks.extractors.mentions.candidates.compounds import parts
from tasks.extractors.mentions.candidates.cuts import cut
from tasks.extractors.mentions.candidates.extension import extended, joined
from tasks.extractors.mentions.candidates.lists import split_lists
from tasks.extractors.mentions.candidates.sentence_starts import without_sentence_starts
from tasks.extractors.mentions.candidates.trimming import after_calling, trimmed
from tasks.extractors.mentions.lexicon.headwords import is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.titles import is_office, title_end
from tasks.extractors.mentions.names.acronyms import of_common_words
from tasks.extractors.mentions.names.people import merged
from tasks.extractors.model import Label
from tasks.extractors.vocabulary.nouns import noun_kind

PARTICLES = re.compile(rf"(?<= )(?:(?:{any_of('particle of a family name')}) )+$")
"""Small words that a family name begins with: `van der ` before `Meer`."""
LONGEST_PARTICLES = 20
KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "nationality",
    "EVENT": "event",
    "LAW": "event",
    "LANGUAGE": "nationality",
}
OWN_KINDS = ("person", "organization", "place")
LONGEST_CHARS = 120
LONGEST_LABEL_CHARS = 400
"""A longer stretch is no name but a text that the model cannot read."""
SEAM = re.compile(
    r"(?<!Convention)(?<!Committee)(?<!Campaign)(?<!Alliance)(?<!Movement)(?<!Coalition)"
    r"(?<!Front)(?<!War)(?<!League)(?<!Crimes)"
    r"\s+(?:against|versus)\s+(?=[A-Z])"
    r"|\s*[\r\n]+\s*|\s+[(–—]\s*|\s+--?\s+|\)\s*|\s*[;•|]\s*|\s+<"
)
"""What no name runs across: a line's end, a bracket, a dash between spaces, a semicolon."""
GENERAL_FIRM = re.compile(rf"General (?:Motors|{any_of('company behind General')})\b")
"""`General Motors Narok`, which is nobody's rank."""
REGION = re.compile(r" (?:region|area)$")
"""What is no part of a region's name: `the Asia-Pacific region`."""
LATIN_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ\u0100-\u024f]")
"""A name in another script is nothing that this model, taught on English, can tell the kind of."""
DESCRIBED = re.compile(r"-(?:owned|led|based|backed|made|built|run|held|controlled|listed|born|funded|trained|style)\b")
"""What is said of something by a name: `U.S.|-owned`."""
REST_OF_PLACE = re.compile(r"-(?:on|upon|under|in|sur|sous|le|la|am|an der)-[A-Z][^\W\d_]+")
"""`Stockton|-on-Tees`."""
REST_OF_ACRONYM = re.compile(r"-[A-Z]{1,4}\b")
CAPITAL_BEHIND = re.compile(r"(?P<place>U\.S\.|U\.K\.|U\.N\.|E\.C\.) (?P<word>[A-Z][a-z]+)")
LEGAL_FORM = r"(?:Inc|Corp|Co|Ltd|Plc|PLC|Corporation|Company)\b"
ADJECTIVE = ("ic", "al", "an", "ive", "ary")
SMALL_AFTER = re.compile(r" [a-z]")
"""`U.K.| Economic growth`, as dispatches set a capital behind a stop."""
REST_OF_WORD = re.compile(
    r"(?:[-‐‑’'](?!(?:s|led|based|backed|era|style|appointed|born|like|controlled|owned|run|held)\b)\w+){1,3}"
)
"""What belongs to a name after a hyphen or apostrophe: `-yeol` of `Yoon Suk-yeol`, but not `-led`."""


def candidates(text: str, labels: Sequence[Label], small: Collection[str]) -> list[Span]:
    """Turn the model's labels into trimmed spans of our kinds, in the order of the text.

    A single word that stands in `small`, the words that the text writes with a small initial, is none.
    """
    spans = [part for label in labels for span in spans_of(text, label) for part in parts(text, span)]
    common = of_common_words(text)
    spans = [without_common_word(text, span, small) for span in spans]
    spans = [each for span in spans for each in cut(text, span) if text[each.start : each.end] not in common]
    spans = [span for span in spans if span.kind not in OWN_KINDS or text[span.start : span.end].lower() not in small]
    spans = list(merged(text, list(split_lists(text, list(without_sentence_starts(text, spans))))))
    return list(joined(text, list(extended(text, list(joined(text, spans))))))


def without_common_word(text: str, span: Span, small: Collection[str]) -> Span:
    """Leave out a word that the text has small too, or a noun, behind `U.S.`, where wires write a capital.

    `U.S. |Retail` and `U.K. |Firms`, but not `U.S. Congress`.
    """
    match = CAPITAL_BEHIND.fullmatch(text, span.start, span.end)
    is_noun = match is not None and is_common_noun(match["word"])
    is_open = match is not None and match["word"].endswith(ADJECTIVE) and SMALL_AFTER.match(text, span.end) is not None
    is_common = match is not None and (is_noun or is_open or match["word"].lower() in small or not is_body(text, match))
    return (
        replace(span, end=match.end("place"), kind=kind_of(match["place"]) or "place") if match and is_common else span
    )


def is_body(text: str, match: re.Match[str]) -> bool:
    """Tell whether the word behind `U.S.` is, with it, a body: by its word, as known, or by a legal form somewhere."""
    word = match["word"]
    is_known = is_headword(word) or kind_of(word) is not None or kind_of(match.group()) is not None
    return is_known or re.search(rf"{re.escape(match.group())}(?: [A-Z]\w+)?,? {LEGAL_FORM}", text) is not None


def is_common_noun(word: str) -> bool:
    """Tell whether a word with a capital is a noun for people, or what is several, and no body: `Firms`, `Equities`."""
    is_several = word.endswith("ies") or (word.endswith("s") and not word.endswith("ss"))
    return (noun_kind(word) is not None or is_several) and not is_headword(word)


def spans_of(text: str, label: Label) -> Iterator[Span]:
    """Yield the names that a label holds, if it is of a kind we keep."""
    if label.label not in KINDS or label.end - label.start > LONGEST_LABEL_CHARS:
        return
    for start, end in seamless(text, label.start, label.end):
        span = trimmed_span(text, start, end, label.label)
        if span:
            yield span


def seamless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch at its seams: `Women Leaders (NCWL` into two."""
    for seam in SEAM.finditer(text, start, end):
        if seam.start() > start:
            yield start, seam.start()
        start = seam.end()
    if start < end:
        yield start, end


def with_general(text: str, start: int, end: int, kind: str) -> tuple[int, str]:
    """Tell where a firm begins whose first word looks like somebody's rank, and that it is one: `General Motors`."""
    first = start if text.startswith("General ", start) else max(0, start - len("General "))
    is_firm = kind == "person" and GENERAL_FIRM.match(text, first, end) is not None
    return (first, "organization") if is_firm else (start, kind)


def trimmed_span(text: str, start: int, end: int, label: str) -> Span | None:
    """Narrow a labelled stretch to the name in it, or to nothing where it holds none."""
    kind = KINDS[label]
    start, end = trimmed(text, start, end)
    described = DESCRIBED.search(text, start, end)
    if described and described.end() == end and described.start() > start:
        end = described.start()
        kind = kind_of(text[start:end]) or kind
    start, kind = with_general(text, start, end, kind)
    if kind == "person" and kind_by_headword(text[start:end]) not in ("organization", "facility"):
        bare = title_end(text, after_calling(text, start, end), end)
        is_firm = bare > start and text[bare:end].lower() in words_for("first word of any firm")
        kind = "organization" if is_firm else kind  # `Commodore International`
        start = start if is_firm else bare
        particles = PARTICLES.search(text, max(0, start - LONGEST_PARTICLES), start)
        start = particles.start() if particles else start
        rest = REST_OF_WORD.match(text, end)
        if rest and text[end - 1].isalpha():
            end = rest.end()
    if kind == "organization":
        rest = REST_OF_ACRONYM.match(text, end)
        end = rest.end() if rest else end
    if kind == "place":
        rest = REST_OF_PLACE.match(text, end)
        end = rest.end() if rest else end
    region = REGION.search(text[start:end]) if kind == "place" else None
    if region and kind_of(text[start : start + region.start()]):
        end = start + region.start()
    name = text[start:end]
    if not 0 < end - start <= LONGEST_CHARS or not LATIN_CAPITAL.search(name):
        return None
    if is_stop_word(name) or (kind == "organization" and is_office(name)):
        return None
    if label == "LAW" and kind_by_headword(name) != "event":
        return None
    return Span(start=start, end=end, kind=kind, rule="model")

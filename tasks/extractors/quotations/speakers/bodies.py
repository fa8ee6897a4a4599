"""Finds the body that a noun alone speaks of: `the department` after `the Defense Department`."""

import functools
import re
from collections.abc import Callable, Collection, Sequence

from tasks.extractors.quotations.lexicon.tables import any_of, words_for
from tasks.extractors.quotations.marks.statements import Attribution
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.quotations.speakers.outlets import BY_FORM
from tasks.extractors.quotations.speakers.pronouns import BREAK, begins_sentence
from tasks.extractors.vocabulary.datelines import certain_datelines
from tasks.extractors.vocabulary.outlets import known_outlet
from warehouse.records import Mention

OWNED = re.compile(r", (?:the|its) (?:[a-z]+ ){0,2}[a-z]+['’]s |, (?:its|one of its) ")
"""What stands behind a body that is but a part of the one spoken of: `Arkon Oslo|, the company's branch in Norway`."""
ALONE = re.compile(
    r"(?:the|this|that)\s(?:(?:banking|brokerage|investment|securities)\s)?(?P<noun>[a-z]+)", re.IGNORECASE
)
"""A noun with nothing but its article, or what each of its kind is: `the investment firm`."""
CALLED_BY_END = re.compile(r"[Tt]he (?P<words>[a-z]+(?: [a-z]+){1,2})")
"""The last words of a body's name in small letters: `the bank board` of `Federal Home Loan Bank Board`."""
REACH = 600
"""Characters before a noun or `it` in which its body is named."""
SENTENCES, FARTHEST_IT = 2, 3
"""Sentences before that of a noun, and of `it`, which may name its body."""
ACTING = ("organization", "place")
"""Kinds of what `it` may mean: a body, or a country."""
FIRMS = frozenset({"company", "corporation", "firm", "partnership"})
AGENCY = "agency"
"""May be one of a state, of news, or one that rates debtors."""
BANK = "bank"
RATER = re.compile(r"Moody|Standard (?:and|&) Poor|S&P|Fitch|Duff")
KINDS_OF_BODIES: dict[str, Callable[[str], object]] = {
    AGENCY: RATER.match,
    BANK: re.compile(r"ban[ckq]|kredit|sparkasse", re.IGNORECASE).search,
}
"""How bodies are told to be of a kind, besides being called so."""
LEGAL_FORM = re.compile(
    r"\b(?:Corp|Inc|Co|Cos|Ltd|PLC|Plc|plc|AG|SA|NV|GmbH|Corporation|Company|Incorporated|Limited)\.?$"
)
"""What a company's name ends with."""
NO_NEWSPAPER = re.compile(
    r"\b(?:white|green|discussion|position|working|policy|consultation|research|briefing|background) paper",
    re.IGNORECASE,
)
"""What `the paper` may mean as well."""
PARTNERED = re.compile(r" L\.?P\.?$")
"""What a partnership's name ends with."""
NO_FIRM = re.compile(rf"(?:^|\b)(?:{any_of('body that is no firm')})\b|^[A-Z]{{2,4}}$")
"""What a name holds that is no firm's; letters alone may be anything."""


def body_called(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the one body named before that bears a noun in its name, or the one company that `the company` means.

    Where two bodies bear it, it is not certain which is meant.
    """
    alone = ALONE.fullmatch(text, *attribution.speaker)
    by_end = CALLED_BY_END.fullmatch(text, *attribution.speaker)
    if attribution.is_plural or (alone is None and by_end is None):
        return None
    place = attribution.speaker[0]
    bodies = [mention for mention in cast.before(place, reach=place) if mention.kind == "organization"]
    if alone is not None:
        called = [mention for mention in bodies if is_called(mention.name, alone["noun"].lower())]
    else:
        end = f" {by_end['words'].lower()}" if by_end else ""
        called = [mention for mention in bodies if mention.name.lower().endswith(end)]
    return called[-1] if called and len({mention.name for mention in called}) == 1 else None


def body_beside(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the body named right before a noun for what it is: `Vedomosti| newspaper`, `Reuters| news agency`."""
    start, end = attribution.head
    if attribution.is_plural or text[start:end].lower() not in words_for("body beside its name"):
        return None
    before = [mention for mention in cast.before(start, reach=REACH) if mention.end_char < start]
    last = before[-1] if before else None
    is_beside = last is not None and text[last.end_char : start] in (" ", " news ")
    return last if last is not None and is_beside and last.kind == "organization" else None


def body_meant(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the one body that the sentences before name, for a noun that says what it does: `the airline`.

    Nobody, where they name two, or none that begins a sentence: it may be something that somebody makes.
    """
    alone = ALONE.fullmatch(text, *attribution.speaker)
    if alone is None or attribution.is_plural or alone["noun"].lower() not in words_for("firm or body by what it does"):
        return None
    start = attribution.speaker[0]
    bodies = bodies_before(text, start, cast=cast, since=start_of_sentences(text, start, count=SENTENCES))
    is_one = len({mention.name for mention in bodies}) == 1
    is_subject = any(begins_sentence(text, mention.start_char) for mention in bodies)
    return bodies[-1] if is_one and is_subject else None


def firm_meant(text: str, attribution: Attribution, *, cast: Cast, bodies: Sequence[tuple[int, str]]) -> str | None:
    """Give the firm that `the company` means where several are named: the one whose turn it is, as with `it`.

    `bodies` have spoken before, in order, each with its place. Where that firm is none of them it is the last of them,
    and so is it where only one has spoken, though another begins a sentence since: who tells of others goes on to
    speak. Nobody, where that is no firm by its name: `The Trade Ministry| said … The company said …`.
    """
    alone = ALONE.fullmatch(text, *attribution.speaker)
    noun = alone["noun"].lower() if alone else ""
    if alone is None or attribution.is_plural:
        return None
    spoke, place = bodies[-1] if bodies else None, attribution.speaker[0]
    if noun in words_for("kind of outlet") and noun != AGENCY:
        return only_one(bodies, is_outlet) or outlet_meant(text, place, cast=cast, spoke=spoke)
    if noun not in FIRMS:
        is_of_noun = KINDS_OF_BODIES.get(noun, functools.partial(is_called, noun=noun))
        near = (
            body_before(text, place, cast=cast, spoke=spoke, kinds=("organization",))
            if noun in (AGENCY, BANK)
            else None
        )
        return near if near and is_body_for(near, noun) else only_one(bodies, is_of_noun)
    name = body_before(text, place, cast=cast, spoke=spoke, kinds=("organization",))
    spoken = {body for _, body in bodies}
    if spoke is not None and name not in spoken and (name is not None or len(spoken) == 1):
        name = spoke[1]
    return name if name is not None and not is_no_firm(name) else None


def is_body_for(name: str, noun: str) -> bool:
    """Tell whether a body named before can be whom `the bank` or `the agency` means."""
    return BANK in name.lower() if noun == BANK else is_no_firm(name) or RATER.match(name) is not None


def is_no_firm(name: str) -> bool:
    """Tell whether a name is that of an office, an association, an outlet or the like, or may be: letters alone."""
    return NO_FIRM.search(name) is not None or known_outlet(name) is not None


def only_one(bodies: Sequence[tuple[int, str]], is_meant: Callable[[str], object]) -> str | None:
    """Give the one body that has spoken and is of a kind; where several are, the last of them if none spoke since."""
    names = dict.fromkeys(name for _, name in bodies if is_meant(name))
    if len(names) == 1:
        return next(iter(names))
    return bodies[-1][1] if bodies and bodies[-1][1] in names else None


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of an outlet, by a list or by its form: `Herat Gazette`."""
    return known_outlet(name) is not None or BY_FORM.fullmatch(name) is not None


def is_firm_alone(text: str, attribution: Attribution) -> bool:
    """Tell whether a speaker is a noun for a firm with its article alone: `the firm`."""
    alone = ALONE.fullmatch(text, *attribution.speaker)
    return alone is not None and alone["noun"].lower() in FIRMS


def outlet_meant(text: str, place: int, *, cast: Cast, spoke: tuple[int, str] | None) -> str | None:
    """Give the one outlet named in the sentences before, or the one that spoke last, for `the paper`.

    Where none is named there it is the one newspaper named at all, unless papers of another sort are spoken of.
    """
    since = start_of_sentences(text, place, count=FARTHEST_IT)
    bodies = bodies_before(text, place, cast=cast, since=since)
    names = {mention.name for mention in bodies if is_outlet(mention.name)}
    if not names and NO_NEWSPAPER.search(text, 0, place) is None:
        all_before = bodies_before(text, place, cast=cast, since=0)
        names = {mention.name for mention in all_before if is_newspaper(mention.name)}
    if len(names) == 1:
        return names.pop()
    return spoke[1] if spoke is not None and spoke[1] in names else None


def is_newspaper(name: str) -> bool:
    """Tell whether a name is that of a newspaper or magazine."""
    outlet = known_outlet(name)
    return outlet.kind in ("newspaper", "magazine") if outlet else BY_FORM.fullmatch(name) is not None


def body_before(
    text: str,
    place: int,
    *,
    cast: Cast,
    spoke: tuple[int, str] | None,
    before: int | None = None,
    kinds: Collection[str] = ACTING,
) -> str | None:
    """Give the body that `it` at a place means: the one that begins a sentence before, or spoke last, as `spoke` says.

    Nobody, where another has begun a sentence since then. Words that `it` has said begin at `before`; where no other
    body comes before them it is their own subject: `Gazprom will pay, it said`.
    """
    own, place = place, place if before is None else before
    since = start_of_sentences(text, place, count=FARTHEST_IT)
    bodies = bodies_before(text, place, cast=cast, since=since, kinds=kinds)
    subjects = [
        (mention.start_char, mention.name)
        for mention in bodies
        if begins_sentence(text, mention.start_char) and OWNED.match(text, mention.end_char) is None
    ]
    turns = [*subjects, *([spoke] if spoke and since <= spoke[0] < place else [])]
    is_one = len({name for _, name in turns}) == 1
    if not turns:
        return first_body(text, place, own, cast=cast)
    return max(turns)[1] if is_one or max(turns) == spoke else None


def first_body(text: str, start: int, end: int, *, cast: Cast) -> str | None:
    """Give the body or country that the words between two places begin with, if they do."""
    first = next(iter(cast.before(end, reach=end - start)), None)
    is_subject = first is not None and first.kind in ACTING and begins_sentence(text, first.start_char)
    return first.name if first is not None and is_subject else None


def bodies_before(
    text: str, place: int, *, cast: Cast, since: int, kinds: Collection[str] = ("organization",)
) -> list[Mention]:
    """List the bodies named between two places outside of quotations and datelines, and no signs in angle brackets."""
    named = cast.before(place, reach=place - since)
    said = (mention for mention in named if mention.kind in kinds and not cast.is_quoted(mention.start_char))
    lines = certain_datelines(text)
    return [
        mention
        for mention in said
        if not text.startswith("<", mention.start_char - 1)
        and not any(start <= mention.start_char < end for start, end in lines)
    ]


def start_of_sentences(text: str, place: int, *, count: int) -> int:
    """Tell where the last so many sentences before that of a place begin."""
    breaks = [found.end() for found in BREAK.finditer(text, max(0, place - REACH), place)]
    return breaks[-count - 1] if len(breaks) > count else max(0, place - REACH)


def is_called(name: str, noun: str) -> bool:
    """Tell whether a body's name ends with a noun, or has it before `of` or `for`; a company by its legal form."""
    if noun in FIRMS:
        return LEGAL_FORM.search(name) is not None
    words = re.split(r" (?:of|for) ", name.lower())[0].split()
    bare = PARTNERED.sub("", name).lower() if noun in ("fund", "trust") else name.lower()
    return bool(words) and noun in (words[-1], bare.split()[-1])

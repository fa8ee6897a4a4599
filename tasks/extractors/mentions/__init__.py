"""Finds the named things of an article: people, organizations, places, nationalities, facilities, weapons and events.

The statistical model proposes names; rules correct where they begin and end and which kind they are, by what the whole
article says of them, and add what the model overlooks.

- `lexicon`: names known beforehand, and how names are compared.
- `names`: the article's own names: short forms, acronyms, places of one name.
- `candidates`: what the model proposes, cut to names.
- `kinds`: which kind a name is of, and what grammar alone finds.
- `doubts`: names that nothing in the article bears out.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tasks.extractors import model
from tasks.extractors.mentions.candidates.candidates import candidates
from tasks.extractors.mentions.candidates.compounds import ways
from tasks.extractors.mentions.candidates.extension import extended
from tasks.extractors.mentions.candidates.headlines import credible, lines_of_capitals, names_in_capitals
from tasks.extractors.mentions.candidates.normalization import normalized
from tasks.extractors.mentions.candidates.products import without_products
from tasks.extractors.mentions.candidates.works import without_titles
from tasks.extractors.mentions.doubts.strangers import without_strangers
from tasks.extractors.mentions.doubts.things import storms_by_word
from tasks.extractors.mentions.kinds import surnames
from tasks.extractors.mentions.kinds.apposition import office_apart
from tasks.extractors.mentions.kinds.bodies import (
    armed,
    by_grammar,
    named_bodies,
    of_the_church,
    parties,
    romance,
    unseen_bodies,
)
from tasks.extractors.mentions.kinds.capitals import stands_for
from tasks.extractors.mentions.kinds.classification import classified
from tasks.extractors.mentions.kinds.events import events, exercises
from tasks.extractors.mentions.kinds.ministries import ministries
from tasks.extractors.mentions.kinds.national import codes_of_names
from tasks.extractors.mentions.kinds.roles import country_of_office, office_before, without_roles
from tasks.extractors.mentions.kinds.states import abbreviated_states
from tasks.extractors.mentions.kinds.weapons import weapons
from tasks.extractors.mentions.lexicon.cities import unseen_cities
from tasks.extractors.mentions.lexicon.index import known, of_several_words
from tasks.extractors.mentions.lexicon.lexicon import lexicon
from tasks.extractors.mentions.lexicon.spans import Span, agreed, settled
from tasks.extractors.mentions.lexicon.tokens import Token, lowercase_words, tokens_of
from tasks.extractors.mentions.names import acronyms, companies, people, short_forms
from tasks.extractors.mentions.names.constituencies import constituencies
from tasks.extractors.mentions.names.datelines import countries_in_capitals, datelines
from tasks.extractors.mentions.names.described import (
    acting_firms,
    airlines,
    compound_firms,
    firms,
    firms_called_so,
    listed_firms,
    scholars,
    ships,
    units,
)
from tasks.extractors.mentions.names.full_names import full_names
from tasks.extractors.mentions.names.outlets import told
from tasks.extractors.mentions.names.partners import partnerships
from tasks.extractors.mentions.names.repetitions import repetitions
from tasks.extractors.mentions.names.sites import sites
from warehouse.records import Article, Citation, Mention

VERSION = "20"


def find(
    article: Article, *, citations: Sequence[Citation] = (), labels: Sequence[model.Label] | None = None
) -> Iterator[Mention]:
    """Yield the mentions of an article's body, in the order of its text.

    The outlets within the given citations are left out: they are rows of their own, and would outnumber every other
    organization of a brief. `labels` are what `read_names` gives for the article; without them it is read here, alone.
    """
    body = article.body
    text = normalized(body)
    labels = read_names([article])[0] if labels is None else labels
    spans, names = spans_and_names(text, labels, capitals=lines_of_capitals(body))
    cited = cited_chars(article, citations)
    full = full_names(text, spans, names)
    codes = codes_of_names(text, spans, full, on=article.published_on)
    not_before = 0
    for position, span in enumerate(spans):
        if span.kind == "organization" and cited[span.start]:
            continue
        office = office_before(text, spans, position, not_before=not_before) or office_apart(text, spans, position)
        yield Mention(
            article_id=article.article_id,
            start_char=article.body_start_char + span.start,
            end_char=article.body_start_char + span.end,
            text=body[span.start : span.end],
            rule=span.rule,
            kind=span.kind,
            name=full[span.start],
            country_code=codes.get(span.start),
            stands_for=stands_for(text, span.start, span.end, on=article.published_on),
            role=" ".join(body[office.start : office.end].split()) if office else None,
            entity_id=None,
            role_country_code=country_of_office(text, office, codes, full) if office else None,
            role_start_char=article.body_start_char + office.start if office else None,
            role_end_char=article.body_start_char + office.end if office else None,
        )
        not_before = max(span.end, office.end if office else 0)


def read_names(articles: Sequence[Article]) -> list[list[model.Label]]:
    """Let the model name what it sees in each article's body: many articles at once take it a quarter less time."""
    return model.recognise([normalized(article.body) for article in articles])


def cited_chars(article: Article, citations: Sequence[Citation]) -> bytearray:
    """Mark the characters of an article's body that citations take up."""
    cited = bytearray(len(article.body))
    for citation in citations:
        start, end = (place - article.body_start_char for place in (citation.start_char, citation.end_char))
        if 0 <= start < end <= len(cited):
            cited[start:end] = b"\1" * (end - start)
    return cited


def spans_and_names(
    text: str, labels: Sequence[model.Label], *, capitals: Sequence[tuple[int, int]] = ()
) -> tuple[list[Span], dict[str, str]]:
    """Find the names in a text, beginning with the model's, and the one name that each short form stands for.

    `capitals` are the lines that the article sets in capitals.
    """
    words = tokens_of(text)
    small = lowercase_words(words)
    proposed, table = classified(text, people.with_apposed(text, candidates(text, labels, small)))
    listed = list(named_bodies(text, known(text, words, lexicon(), rule="lexicon")))
    first = sure_names(text, proposed, listed)
    carriers, national = companies.airlines(text, first), companies.national(text, first)
    initials = list(acronyms.by_initials(text, first))
    first += [span for span, _ in initials]
    bodies = short_forms.bodies_by_word(text, first)
    groups = [
        list(names_in_capitals(text, capitals, first, table)),
        [*told_by_form(text), *companies.flying(text, carriers), *companies.acting(text, national)],
        first,
        people.short_forms(text, words, table, small),
        repetitions(text, words, first, small),
        short_forms.lone_words(text, words, bodies),
        companies.first_words(text, words, companies.short_names(text, first), people=table, small=small),
        listed,
        *overlooked(text, words, proposed, small),
    ]
    called = companies.first_words_of_firms(text, first)
    found = agreed(text, without_titles(text, settled(groups, length=len(text))), people=table, firms=called)
    names = {text[span.start : span.end]: name for span, name in initials} | carriers | national
    names |= acronyms.expansions(text, first) | people.only_names(bodies) | people.only_names(table)
    found = without_strangers(text, without_products(text, found, names), people=table.keys())
    return without_roles(text, found), names | storms_by_word(text, found)


def sure_names(text: str, proposed: Sequence[Span], listed: Sequence[Span]) -> list[Span]:
    """Give the names that the model proposed, those of several words that are known, and what other names tell."""
    first = credible(
        text,
        [
            *extended(text, proposed),
            *of_several_words(text, listed),
            *ministries(text),
            *events(text),
            *by_grammar(text),
            *airlines(text),
            *firms_called_so(text),
        ],
    )
    first += [
        *acronyms.defined(text, first),
        *companies.of_two(text, [*first, *companies.of_a_people(text), *partnerships(text)]),
    ]
    first[:0] = [*companies.by_first_words(text, first), *companies.named_after_peoples(text, first)]
    return [*acronyms.of_firms(text), *acronyms.coined(text, first), *companies.parties(text, first), *first]


def overlooked(
    text: str, words: Sequence[Token], proposed: Sequence[Span], small: Collection[str]
) -> Iterator[Iterable[Span]]:
    """Yield what counts only where nothing else was found, a sort at a time, the surest first."""
    yield unseen_cities(text, small)
    yield countries_in_capitals(text)
    yield people.unseen(text, words, small)
    yield people.titled(text)
    yield people.in_office(text)
    yield people.speaking(text, proposed)
    yield surnames.speaking(text, small)
    yield acting_firms(text, small)
    yield listed_firms(text)
    yield credible(text, list(unseen_bodies(text)))


def told_by_form(text: str) -> Iterator[Span]:
    """Yield the names that their own form or the words right beside them tell, whatever the model sees."""
    bodies = (
        partnerships,
        romance,
        armed,
        of_the_church,
        companies.of_a_people,
        firms,
        compound_firms,
        units,
        parties,
        ways,
        told,
        sites,
        scholars,
        exercises,
    )
    for find_names in (weapons, ships, abbreviated_states, constituencies, people.nicknamed, datelines, *bodies):
        yield from find_names(text)

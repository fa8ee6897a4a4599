"""Finds the named things of an article: people, organizations, places, nationalities, weapons and events."""

from collections.abc import Iterator, Mapping

from tasks.extractors import model
from tasks.extractors.mentions import acronyms, lexicon, people
from tasks.extractors.mentions.bodies import joined, named_bodies
from tasks.extractors.mentions.candidates import candidates
from tasks.extractors.mentions.capitals import stands_for
from tasks.extractors.mentions.countries import country_code
from tasks.extractors.mentions.headlines import credible
from tasks.extractors.mentions.kinds import with_kinds
from tasks.extractors.mentions.legible import legible
from tasks.extractors.mentions.repetitions import repetitions
from tasks.extractors.mentions.roles import role_before
from tasks.extractors.mentions.short_forms import bodies_by_word, lone_words
from tasks.extractors.mentions.spans import Span, settled
from tasks.extractors.mentions.words import words_of
from warehouse.records import Article, Mention

VERSION = f"1 {model.MODEL_NAME}"


def find(article: Article) -> Iterator[Mention]:
    """Yield the mentions of an article's body, in the order of its text."""
    spans, names = spans_and_names(legible(article.body))
    for span in spans:
        yield mention(article, span, names)


def spans_and_names(text: str) -> tuple[list[Span], dict[str, str]]:
    """Find the names in a text, and for each short form and acronym among them the one name it stands for."""
    words = words_of(text)
    proposed, table = with_kinds(text, credible(text, candidates(text, model.recognise([text])[0])))
    known = list(named_bodies(text, list(lexicon.known(text, words, lexicon.entries()))))
    first = [*proposed, *joined(known)]
    first += acronyms.defined(text, first)
    again = repetitions(text, words, first)
    bodies = bodies_by_word(text, first)
    groups = [first, people.short_forms(text, words, table), again, lone_words(text, words, bodies), known]
    names = acronyms.expansions(text) | people.only_names(bodies) | people.only_names(table)
    return settled(groups, length=len(text)), names


def mention(article: Article, span: Span, names: Mapping[str, str]) -> Mention:
    """Describe one name of an article as a row."""
    text, start = article.text, article.body_start_char + span.start
    end = article.body_start_char + span.end
    name = text[start:end]
    return Mention(
        article_id=article.article_id,
        start_char=start,
        end_char=end,
        text=name,
        rule=span.rule,
        kind=span.kind,
        name=names.get(name, name),
        country_code=country_code(name, span.kind),
        stands_for=stands_for(text, start, end),
        role=role_before(text, start) if span.kind == "person" else None,
        entity_id=None,
    )

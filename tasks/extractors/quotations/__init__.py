"""Finds quotations: what is said between marks or reported without them, the words that introduce it, and by whom.

- `lexicon`: the words that introduce speech, and those who speak.
- `marks`: quoted stretches, and what is nobody's words.
- `speakers`: the article's table of names, pronouns, who is meant.
- `syntax`: from quoted words to their speaker, by a parse.
- `direct`: what stands between quotation marks.
- `rows`: statements as rows of the ledger.
- `reported`: what is reported without marks.
"""

from collections.abc import Iterator, Sequence

from tasks.extractors.quotations.direct.continuations import carry_over, introductions
from tasks.extractors.quotations.direct.gapping import attribute_by_gapping
from tasks.extractors.quotations.direct.labels import attribute_by_labels
from tasks.extractors.quotations.direct.preceding import attribute_by_sentence_before
from tasks.extractors.quotations.direct.quoted import leave_asked, quoted_statements
from tasks.extractors.quotations.direct.readings import parse_sentences, read
from tasks.extractors.quotations.marks.terms import set_style
from tasks.extractors.quotations.marks.titles import without_titles
from tasks.extractors.quotations.reported import attribute_by_reports, place_of, reported_statements, without_quotations
from tasks.extractors.quotations.reported.headings import labelled_statements
from tasks.extractors.quotations.reported.second_speakers import begun_behind_listeners, with_second_speakers
from tasks.extractors.quotations.rows import row
from tasks.extractors.quotations.speakers.assembly import antecedents, assemble
from tasks.extractors.quotations.speakers.narrator import narrator_of
from tasks.extractors.quotations.speakers.pronouns import Discourse
from warehouse.records import Anaphor, Article, Mention, Quotation

VERSION = "22"


def find(
    article: Article, *, mentions: Sequence[Mention] = (), anaphors: Sequence[Anaphor] = ()
) -> Iterator[Quotation]:
    """Yield the quotations of an article, in the order of its text."""
    paragraphs = read(article)
    quoted = [(stretch.inner_start, stretch.inner_end) for paragraph in paragraphs for stretch in paragraph.stretches]
    cast = assemble(article.text, mentions=mentions, quoted=quoted)
    cast.antecedents.update(antecedents(anaphors))
    cast.narrator = narrator_of(article, cast)
    parsed = parse_sentences(paragraphs, cast=cast)
    statements = quoted_statements(paragraphs, parsed)
    attribute_by_gapping(article.text, statements)
    attribute_by_labels(article.text, statements, paragraphs=paragraphs, cast=cast)
    introduced = introductions(parsed)
    carry_over(article.text, statements, introduced=introduced, paragraphs=paragraphs, cast=cast)
    attribute_by_sentence_before(article.text, statements, paragraphs=paragraphs, cast=cast)
    carry_over(article.text, statements, introduced=introduced, paragraphs=paragraphs, cast=cast)
    leave_asked(article.text, statements)
    statements = without_titles(article.text, statements)
    for statement in statements:
        set_style(article.text, statement)
    reported = with_second_speakers(article.text, reported_statements(article.text, parsed), cast=cast)
    begun_behind_listeners(article.text, reported, cast=cast)
    attribute_by_reports(statements, reported)
    reported = without_quotations(article.text, reported, statements)
    reported += labelled_statements(article.text, paragraphs, cast=cast)
    discourse = Discourse()
    for statement in sorted([*statements, *reported], key=place_of):
        yield row(article, statement, cast=cast, discourse=discourse)

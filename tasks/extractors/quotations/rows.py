"""Turns statements into rows of the ledger."""

from tasks.extractors.quotations.cast import Cast
from tasks.extractors.quotations.pronouns import Floor
from tasks.extractors.quotations.speakers import Speaker, resolve
from tasks.extractors.quotations.statements import Statement
from warehouse.records import Article, Quotation


def row(article: Article, statement: Statement, *, cast: Cast, floor: Floor) -> Quotation:
    """Make the row of a statement; its speaker is resolved by the names of the article and by who spoke before."""
    attribution = statement.attribution
    nobody = Speaker(name=None, kind=None)
    speaker = resolve(article, attribution, cast=cast, floor=floor) if attribution else nobody
    cue = attribution.cue if attribution else None
    return Quotation(
        article_id=article.article_id,
        start_char=statement.start,
        end_char=statement.end,
        text=article.text[statement.start : statement.end],
        rule=attribution.rule if attribution else "marks",
        style=statement.style,
        cue=article.text[slice(*cue)] if cue else None,
        cue_start_char=cue[0] if cue else None,
        cue_end_char=cue[1] if cue else None,
        speaker_text=article.text[slice(*attribution.speaker)] if attribution else None,
        speaker_start_char=attribution.speaker[0] if attribution else None,
        speaker_end_char=attribution.speaker[1] if attribution else None,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        is_hedged=statement.is_hedged,
    )

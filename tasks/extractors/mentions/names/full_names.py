"""The name that each thing goes by in an article: what is written, or the fuller one that it stands for there."""

from collections.abc import Mapping, Sequence

from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.names.companies import short_names
from tasks.extractors.mentions.names.people import by_given_name, by_surname, without_nickname
from tasks.extractors.mentions.names.qualified import full_place_names


def full_names(text: str, spans: Sequence[Span], short_forms: Mapping[str, str]) -> dict[int, str]:
    """Map the offset of each span to its name; `short_forms` has the names that people and bodies have in full."""
    places, firms = full_place_names(text, spans), short_names(text, spans)
    people = by_given_name(text, spans) | by_surname(text, spans)
    names = {}
    for span in spans:
        written = " ".join(text[span.start : span.end].split())
        if span.kind in ("place", "nationality"):
            names[span.start] = places.get(span.start, written)
        elif span.kind == "person":
            full = short_forms.get(written, written)
            names[span.start] = without_nickname(people.get(full, full))
        else:
            names[span.start] = firms.get(written) or short_forms.get(written, written)
    return names

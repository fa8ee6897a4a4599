"""An article in ninjs of the IPTC, versions 1.0 to 3.3: what its schemas demand of each property that is read.

The tables are our own reading of the schemas at iptc.org/std/ninjs, which add properties from version to version and
write them in small letters or, from 3.0 on, `likeThis`. What they leave open, as properties of a provider's own, is
left alone.
"""

from collections.abc import Iterator, Mapping

from tasks.formats.forms.composing import Story
from tasks.formats.forms.days import day_of
from tasks.formats.text.shown import text_of_page
from tasks.sources.refusal import Refusal, excerpt_of

BODIES = ("body_text", "body_xhtml", "body_html", "body_html5")
"""Bodies of version 1 by their form, that in plain text first; later versions have a list `bodies`."""

MARKED_UP = frozenset(BODIES[1:])

DAYS = ("firstpublished", "firstcreated", "contentcreated", "versioncreated")
TEXTS = frozenset(
    [
        *("uri", "type", "mimetype", "representationtype", "profile", "version", "pubstatus", "copyrightholder"),
        *("copyrightnotice", "usageterms", "ednote", "language", "headline", "slugline", "byline", "located", "title"),
        *("firstpublished", "firstcreated", "contentcreated", "versioncreated", "embargoed", *BODIES),
    ]
)
LISTS = frozenset(
    [
        *("bodies", "headlines", "descriptions", "people", "organisations", "places", "subjects", "events", "objects"),
        *("person", "organisation", "place", "subject", "event", "object", "infosources", "trustindicators"),
    ]
)
"""Properties that are lists of objects: in the singular in version 1, in the plural later."""

CHOICES = {
    "type": frozenset(["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]),
    "pubstatus": frozenset(["usable", "withheld", "canceled"]),
}
VALUED = frozenset(["bodies", "headlines", "descriptions"])
"""Lists of which each object has a text `value`."""

STATED = {
    "uri": "identifier",
    "language": "language",
    "located": "place",
    "slugline": "slugline",
    "version": "version",
    "pubstatus": "status",
    "copyrightholder": "copyright",
    "ednote": "note",
}
"""What lands beside the article, by its property."""

NAMED = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "subject": "subjects",
    "event": "events",
    "object": "objects",
}
"""Lists whose names land beside the article: as version 1 and as later ones call them."""


def recognise(row: Mapping[str, object]) -> bool:
    """Tell whether an object is an article in ninjs: it has an identifier and one of the bodies that ninjs names."""
    return "uri" in row and ("bodies" in row or any(name in row for name in BODIES))


def story_of(row: Mapping[str, object]) -> Story:
    """Return what an article states, or raise `Refusal` where it is not as the schema demands."""
    told = {name.lower(): value for name, value in row.items()}
    problem = next(problems(told), None)
    if problem:
        shown = excerpt_of(str(told.get("headline") or told["uri"]))
        raise Refusal("not_ninjs", f"The object is not valid ninjs: {problem}", repair="Mend it.", excerpt=shown)
    texts = {name: value for name, value in told.items() if isinstance(value, str)}
    name = next((name for name in BODIES if texts.get(name)), "")
    body = texts[name] if name else value_of(told.get("bodies"))
    return Story(
        title=texts.get("headline") or value_of(told.get("headlines")) or texts.get("title"),
        paragraphs=[text_of_page(body) if name in MARKED_UP or "</" in body else body],
        byline=texts.get("byline"),
        published_on=day_of(next((texts[name] for name in DAYS if name in texts), None)),
        fields={
            **{name: texts.get(property_name) for property_name, name in STATED.items()},
            **{name: named(told.get(name)) or named(told.get(singular)) for singular, name in NAMED.items()},
        },
    )


def problems(told: Mapping[str, object]) -> Iterator[str]:
    """Yield what the schema has against an object, property by property."""
    for name, value in told.items():
        if name in TEXTS and not isinstance(value, str):
            yield f"{name!r} is no text"
        elif name in CHOICES and value not in CHOICES[name]:
            yield f"{name!r} is {value!r}, not one of {', '.join(sorted(CHOICES[name]))}"
        elif name in LISTS and not is_list_of_objects(value):
            yield f"{name!r} is no list of objects"
        elif name in VALUED and not all(isinstance(each.get("value"), str) for each in objects(value)):
            yield f"an object of {name!r} has no text `value`"


def is_list_of_objects(value: object) -> bool:
    """Tell whether a value is a list of objects."""
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def objects(value: object) -> list[dict[str, object]]:
    """Return the objects of a list; none of anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def named(value: object) -> str:
    """Return the names of a list's objects."""
    return "; ".join(name for each in objects(value) if isinstance(name := each.get("name"), str))


def value_of(values: object) -> str:
    """Return the main text of a list of them: that of the role `main`, else the first."""
    found = objects(values)
    main = next((each for each in found if each.get("role") == "main"), found[0] if found else {})
    return str(main.get("value") or "")

"""Finds who `I` is in a text that somebody tells: by byline, introduction, signature, or what others call them.

Each is evidence that the text itself gives; where it gives none, the narrator has no name.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tasks.extractors.quotations.speakers.cast import Cast
from warehouse.records import Article, Mention

INTRODUCTION = re.compile(r"\b(?:[Mm]y name(?:[’']s| is)|I am|I[’']m|[Tt]his is|[Ii]t[’']s)\s+(?=[A-Z])")
"""What stands before the narrator's name: `I'm Anna Orlova`, `my name is Orlov`."""
NAMED_SO = re.compile(
    r"\b(?:[Mm]y name(?:[’']s| is) ((?:[A-Z][\w’-]+ ?){1,3})|[Ii]t[’']s ((?:[A-Z][\w’-]+ ){1,3})here\b)"
)
"""Introductions that need no table of names to be sure: `my name is Anna Orlova`, `it's Anna Orlova here`."""
YOU_ARE = re.compile(r"\b[Yy]ou(?:[’']re| are)(?: not| not even| no longer| still)? (?=[A-Z])")
INTERVIEW = re.compile(r"\b[Ii]nterview(?:s|ed)?(?: with)? (?=[A-Z])")
"""What stands before the one who answers in the title of an interview: `The Gazette interviews Anna Orlova`."""
LONGEST_TITLE = 200
I_SAY = re.compile(r"[\"”’'»]*,?\s+I\s")
LONGEST_SIGNATURE = 60
FEWEST_CALLS = 2
"""How often others must call the narrator by name: once may be an aside to somebody who is not there."""


def narrator_of(article: Article, cast: Cast) -> str | None:
    """Give the full name of the one who tells the text, where the text says it."""
    names = (introduced(article, cast), signed(article, cast), called(article, cast), interviewed(article, cast))
    return article.byline or next((name for name in names if name), None)


def introduced(article: Article, cast: Cast) -> str | None:
    """Find the name by which the narrator introduces himself or herself, outside of quotations."""
    for match in NAMED_SO.finditer(article.text, article.body_start_char, article.body_end_char):
        if not cast.is_quoted(match.start()):
            return str(match.group(1) or match.group(2)).strip()
    for match in INTRODUCTION.finditer(article.text, article.body_start_char, article.body_end_char):
        person = person_at(cast, match.end())
        if person and match.group().startswith("I") and not cast.is_quoted(match.start()):
            return person.name
    return None


def signed(article: Article, cast: Cast) -> str | None:
    """Find a name that is the whole last line of the text, as letters are signed."""
    body = article.text[article.body_start_char : article.body_end_char].rstrip()
    start = article.body_start_char + body.rfind("\n") + 1
    line = article.text[start : article.body_start_char + len(body)].strip(" -–—,.")
    if not line or len(line) > LONGEST_SIGNATURE or start == article.body_start_char:
        return None
    person = person_at(cast, article.text.index(line, start))
    return person.name if person and person.text == line else None


def called(article: Article, cast: Cast) -> str | None:
    """Find the one name that others call somebody by and that the narration never uses: it is the narrator's."""
    narrated = {mention.name for mention in cast.mentions if not cast.is_quoted(mention.start_char)}
    calls = Counter(person.name for person in addressed(article.text, cast) if person.name not in narrated)
    calls.update({person.name: FEWEST_CALLS for person in told(article.text, cast) if person.name not in narrated})
    names = [name for name, count in calls.items() if count >= FEWEST_CALLS]
    return names[0] if len(names) == 1 else None


def addressed(text: str, cast: Cast) -> Iterator[Mention]:
    """Yield the people whose names begin somebody else's quotation: `“Robert,” Mother said`."""
    for start, end in cast.quoted:
        person = person_at(cast, start)
        is_call = person is not None and text[person.end_char : person.end_char + 1] in (",", "!", "?")
        if person is not None and is_call and not I_SAY.match(text, end):
            yield person


def told(text: str, cast: Cast) -> Iterator[Mention]:
    """Yield the people whom others tell that they are, or are not, who they are: `“You're not even Ann any more”`."""
    for match in YOU_ARE.finditer(text):
        person = person_at(cast, match.end())
        is_owner = person is not None and text[person.end_char : person.end_char + 1] in ("'", "’")
        if person is not None and not is_owner and cast.is_quoted(match.start()):
            yield person


def interviewed(article: Article, cast: Cast) -> str | None:
    """Find whom the title over the text says is interviewed: whoever answers there is `I`."""
    start = article.body_start_char
    title = article.text[start : article.body_end_char].split("\n", 1)[0].rstrip()
    match = INTERVIEW.search(title)
    if match is None or len(title) > LONGEST_TITLE or title.endswith((".", "?", "!")):
        return None
    person = person_at(cast, start + match.end())
    return person.name if person else None


def person_at(cast: Cast, place: int) -> Mention | None:
    """Give the person whose name begins at a place."""
    mention = cast.covering(place, place + 1)
    return mention if mention and mention.kind == "person" and mention.start_char == place else None

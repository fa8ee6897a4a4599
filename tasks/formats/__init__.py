"""What a kind of news file looks like: one file a format, pure functions from text to article.

A new format of text is one module with a `FORMAT`, and one line in `FORMATS`; what else files come in is a form, in
the room `forms`.

- `text`: from bytes to the text that offsets refer to.
- `lines`: lines and paragraphs with their offsets.
- `bylines`, `datelines`, `headlines`: the lines around an article, by their shape.
- `header`: the header that names publication, volume and issue.
- `boilerplate`, `endings`: what stands after the last sentence.
- `format`: what a format is.
- `monitor`, `plain`: the formats.
- `forms`: what files come in besides plain text.
- `article`: an article of the parts that a format or form has read.
"""

from dataclasses import dataclass
from datetime import date

from tasks.formats import article as articles
from tasks.formats import monitor, plain
from tasks.formats.article import Origin, bare_article, build_article, text_origin
from tasks.formats.format import Format
from tasks.formats.forms import FORMS, cut_of, form_of
from tasks.formats.forms.form import Columns, Form, Head, Reading
from tasks.formats.forms.tables.columns import COLUMN_MISSING
from tasks.formats.text import TEXT_VERSION, decode
from tasks.languages import detection
from tasks.sources.parts import Cutter, uncut
from tasks.sources.refusal import Refusal, excerpt_of
from warehouse.records import Article, RawFile, article_key

__all__ = [
    "AS_SHOWN",
    "COLUMN_MISSING",
    "FORMATS",
    "FORMATS_VERSION",
    "FORMAT_UNKNOWN",
    "FORMS",
    "SAME_NAMES",
    "Refusal",
    "UnknownFormatError",
    "Wish",
    "cut_of",
    "parse_article",
    "recognise",
]

FORMATS: dict[str, Format] = {
    "monitor": monitor.FORMAT,
    "plain": plain.FORMAT,
}
"""Every format by its name; those that recognise their own by themselves are asked in this order."""

FORMATS_VERSION = ", ".join(
    [
        f"text {TEXT_VERSION}",
        f"articles {articles.VERSION}",
        f"languages {detection.VERSION}",
        *(f"{name} {entry.version}" for name, entry in FORMATS.items()),
        *(f"{name} {entry.version}" for name, entry in FORMS.items() if entry.is_read),
    ]
)
"""Version of all that decides how a file is read: what it decided before a change is decided again."""


SAME_NAMES = Columns()
"""Columns that are called by what they say."""

FORMAT_UNKNOWN = "format_unknown"
"""The rule of a text in no known format: naming one makes an article of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a run is told to read files: in which format, and whether also those that are plainly of another form."""

    format_name: str | None = None
    is_forced: bool = False

    @property
    def cutter(self) -> Cutter:
        """What says how a file is cut into articles; a file whose reading is forced is not cut."""
        return uncut if self.is_forced else cut_of


AS_SHOWN = Wish()
"""Each file in the format that it shows, or that the configuration gives it."""


class UnknownFormatError(ValueError):
    """A format's name that is not in the registry: the user's mistake, whatever the file."""


def parse_article(
    raw: RawFile,
    *,
    format_name: str | None = None,
    is_forced: bool = False,
    columns: Columns = SAME_NAMES,
    language: str | None = None,
) -> Article:
    """Decode and parse the bytes of a file into an article, or raise `Refusal`.

    `format_name` names the format for a text that no format recognises by itself; only where it is forced, a file of
    another form is read as if it were such a text. `language` is what the user says.
    """
    found = None if is_forced and format_name else form_of(raw.content)
    if found:
        name, form = found
        reading = read_form(raw.content, form, columns=columns)
    else:
        decoded = decode(raw.content)
        name = choose_format(decoded.text, format_name=format_name)
        reading = Reading(
            text=decoded.text,
            parsed=FORMATS[name].parse(decoded.text),
            encoding=decoded.encoding,
            repairs=decoded.repairs,
        )
    origin = Origin(
        article_id=article_key(source=raw.source, content_sha256=raw.content_sha256),
        source=raw.source,
        source_path=raw.source_path,
        content_sha256=raw.content_sha256,
        format_name=name,
        encoding=reading.encoding,
        repairs=reading.repairs,
        fields=reading.fields,
        language=language,
    )
    return build_article(reading.text, reading.parsed, origin)


def read_form(content: bytes, form: Form, *, columns: Columns) -> Reading:
    """Read what a file in a form says, or raise its `Refusal`."""
    if form.read:
        return form.read(content)
    if form.read_row:
        return form.read_row(content, columns)
    raise form.refusal(Head(content))


def choose_format(text: str, *, format_name: str | None) -> str:
    """Name the format that a text is read with: one that recognises it by itself, else the one named."""
    if format_name is not None and format_name not in FORMATS:
        raise UnknownFormatError(f"There is no format {format_name!r}. Name one of: {', '.join(FORMATS)}.")
    recognised = automatic_format(text)
    if recognised:
        return recognised
    if format_name is None:
        raise unrecognised("no format recognises it", text)
    if not FORMATS[format_name].recognise(text):
        raise unrecognised(f"it is not {FORMATS[format_name].recognises}", text)
    return format_name


def automatic_format(text: str) -> str | None:
    """Name the first format that recognises a text by itself; None where none does."""
    entries = FORMATS.items()
    return next((name for name, entry in entries if entry.is_automatic and entry.recognise(text)), None)


def unrecognised(reason: str, text: str) -> Refusal:
    """Make the refusal of a text in no known format."""
    wanted = "; ".join(f"{name} wants {entry.recognises}" for name, entry in FORMATS.items() if entry.is_automatic)
    return Refusal(
        FORMAT_UNKNOWN,
        f"The file cannot be read as an article: {reason} ({wanted})",
        repair="If it is an article all the same, ingest it with `--format plain`.",
        excerpt=excerpt_of(text.lstrip()),
    )


def recognise(text: str, *, article_id: str, published_on: date | None = None) -> Article:
    """Make an article of a text that was given as such; offsets refer to it exactly as given.

    A text that no format recognises, or that its format refuses, is all body: the text may as well be a sentence.
    """
    name = automatic_format(text)
    if name is None:
        return bare_article(text, article_id=article_id, published_on=published_on)
    try:
        parsed = FORMATS[name].parse(text)
    except Refusal:
        return bare_article(text, article_id=article_id, published_on=published_on)
    return build_article(text, parsed, text_origin(text, name, article_id=article_id, published_on=published_on))

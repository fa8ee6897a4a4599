"""A message of e-mail as an article: its subject is the title, its day the day of publication, its text the body."""

import re
from datetime import date
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.form import Head, Reading
from tasks.formats.text.encodings import decode_bytes
from tasks.formats.text.shown import text_of_page
from tasks.sources.refusal import Refusal

HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*):(?:[ \t].*|)(?:\n[ \t].*)*(?:\n|$)")
TELLING = frozenset({"from", "message-id", "received", "return-path", "mime-version", "delivered-to", "x-mailer"})
USUAL = TELLING | {"date", "subject", "to", "content-type", "reply-to", "sender", "list-id", "cc"}

SIGNATURE = re.compile(r"\n-- \n.*\Z", re.DOTALL)
"""What follows the line of two dashes and a space: the sender's signature (RFC 3676 4.3)."""

ENCLOSED = "message/rfc822"
"""A message within a message: an article of its own."""

MOST_WORDS_OF_A_STUB = 100
TIMES_A_STUB = 3
"""How many words a page has, for each of the plain text beside it, where that is no version of it."""

PATCH = re.compile(r"^(?:diff --git |--- \S+\n\+\+\+ \S+)", re.MULTILINE)


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a message's headers: three of the usual names, one that only mail has."""
    names, position = set(), 0
    while match := HEADER.match(head.start, position):
        names.add(match["name"].lower())
        position = match.end()
    return len(names & USUAL) >= 3 and bool(names & TELLING) and names & {"date", "subject"} != set()


def read(content: bytes) -> Reading:
    """Read a message; one that is signed, encrypted or without a text is refused."""
    message = parsed(content)
    refuse_cut_off(message)
    text, encoding = body_of(message)
    refuse_carried(text)
    sender = header(message, "From")
    return compose(
        Story(
            title=header(message, "Subject"),
            paragraphs=[SIGNATURE.sub("\n", text)],
            publication=header(message, "List-Id"),
            byline=parseaddr(sender)[0] or None if sender else None,
            published_on=sent_on(message),
            fields={
                "identifier": identifier(message),
                "sender": sender,
                "language": header(message, "Content-Language"),
                "url": header(message, "Archived-At"),
                "note": note_on_attached(message),
            },
        ),
        encoding=encoding,
    )


def parsed(content: bytes) -> EmailMessage:
    """Parse a message; what its parser cannot take is refused."""
    try:
        return message_from_bytes(content.lstrip(), policy=policy.default)
    except (ValueError, LookupError, IndexError, TypeError, AttributeError) as error:
        raise damaged(error) from error


def damaged(error: Exception) -> Refusal:
    """Make the refusal of a message that cannot be read to its end."""
    return Refusal(
        "damaged_message", f"The message is damaged ({error})", repair="Get an undamaged copy, or leave it out."
    )


def header(message: EmailMessage, name: str) -> str | None:
    """Return a header's value, its encoded words as characters; None where it is missing or damaged."""
    try:
        value = message[name]
        return " ".join(str(value).split()) or None if value is not None else None
    except (ValueError, LookupError, IndexError, TypeError, AttributeError) as error:
        raise damaged(error) from error


def identifier(message: EmailMessage) -> str | None:
    """Return the message's identifier with its angle brackets."""
    found = re.search(r"<[^<>\s]+>", header(message, "Message-ID") or "")
    return found[0] if found else None


def sent_on(message: EmailMessage) -> date | None:
    """Return the day on which a message was sent, in the sender's own time."""
    stated = header(message, "Date")
    if not stated:
        return None
    try:
        return parsedate_to_datetime(stated).date()
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        reason = f"The message's date {stated[:60]!r} cannot be read"
        raise Refusal("unclear_date", reason, repair="Correct its `Date:` line.", excerpt=stated[:60]) from error


def body_of(message: EmailMessage) -> tuple[str, str]:
    """Return a message's text and its encoding: the plain one, or what a page says where there is no other."""
    if message.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
        raise Refusal("encrypted", "The message is encrypted", repair="Decrypt it, and ingest its text.")
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        payload = part.get_payload(decode=True) if part else None
        kind, charset = (part.get_content_type(), part.get_content_charset()) if part else ("", None)
    except (ValueError, LookupError, IndexError, TypeError, AttributeError) as error:
        raise damaged(error) from error
    if not isinstance(payload, bytes):
        raise Refusal("body_missing", "The message has no text", repair="Leave it out, or ingest what it carries.")
    text, encoding = decoded(payload, charset)
    if kind == "text/plain" and (page := page_beside(message, text)):
        return page
    return (text if kind == "text/plain" else text_of_page(text)), encoding


def page_beside(message: EmailMessage, plain: str) -> tuple[str, str] | None:
    """Return the text of the page that a message's plain text only stands in for: `Your program shows no HTML`."""
    part = message.get_body(preferencelist=("html",)) if len(plain.split()) < MOST_WORDS_OF_A_STUB else None
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        return None
    text, encoding = decoded(payload, part.get_content_charset())
    shown = text_of_page(text)
    return (shown, encoding) if len(shown.split()) > TIMES_A_STUB * len(plain.split()) else None


def note_on_attached(message: EmailMessage) -> str | None:
    """Name what a message carries beside its text, which is not read; None where there is nothing."""
    try:
        attached = [part for part in message.iter_attachments() if not is_shown(part)]
        names = [part.get_filename() or part.get_content_type() for part in attached]
    except (ValueError, LookupError, IndexError, TypeError, AttributeError):
        return None
    return f"not read, for it is attached: {', '.join(names)}" if names else None


def is_shown(part: Message) -> bool:
    """Tell whether a part is an article of its own, or a picture that the message's page shows."""
    return part.get_content_type() == ENCLOSED or (
        part.get_content_maintype() == "image" and part["Content-ID"] is not None
    )


def refuse_carried(text: str) -> None:
    """Refuse a message whose text is encrypted, or the changes of a program."""
    if text.lstrip().startswith("-----BEGIN PGP MESSAGE-----"):
        raise Refusal("encrypted", "The message is encrypted", repair="Decrypt it, and ingest its text.")
    if PATCH.search(text):
        raise Refusal("program", "The message carries changes of a program (a patch)", repair="Leave it out.")


def refuse_cut_off(message: EmailMessage) -> None:
    """Refuse a message of several parts that lacks the mark of its end."""
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects):
        reason = "The message has several parts and no mark of their end: it was cut off"
        raise Refusal("cut_off", reason, repair="Get it whole.")


def decoded(payload: bytes, charset: str | None) -> tuple[str, str]:
    """Decode a part by the charset that it states, or by evidence where that is missing, unknown or wrong."""
    if charset:
        try:
            return payload.decode(charset), charset
        except (UnicodeDecodeError, LookupError):
            pass  # newsletters state charsets at random; the evidence is asked below
    text, encoding, _ = decode_bytes(payload)
    return text, encoding

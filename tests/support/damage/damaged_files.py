"""Good files made bad: bytes flipped, cut, doubled, header fields altered, encodings mixed, HTML left in."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

GOOD = (
    "Publication: {publication} Volume: {volume} Issue: {issue}\n\n"
    "Ferry Line Number {number} Opens.\n\n"
    "The ferry across the strait carried {number}0,000 passengers last year, the company said on Monday — “a record” — "
    "and earned ${issue} million (Interfax, March {day}).\n\nA second pier is to follow in 1999.\n"
)
HEADER = {
    *("publication_missing", "publication_too_long", "format_unknown"),
    *("volume_missing", "volume_not_a_number", "volume_out_of_range", "volume_roman"),
    *("issue_missing", "issue_not_a_number", "issue_out_of_range", "issue_roman"),
}
ENCODING = {"binary", "broken_encoding", "unknown_encoding"}


class Fitting(NamedTuple):
    """How a damaged file may end: whether it may land, and the rules that may refuse it."""

    may_land: bool
    rules: frozenset[str]


TOO_SHORT = "expect_column_values_to_be_between"
"""A body of fewer than two words, by the check of articles."""

FITTING = {
    "nothing": Fitting(may_land=True, rules=frozenset()),
    "flipped": Fitting(may_land=True, rules=frozenset(HEADER | ENCODING)),
    "cut": Fitting(may_land=True, rules=frozenset({*HEADER, "broken_encoding", "body_missing", TOO_SHORT})),
    "doubled": Fitting(may_land=False, rules=frozenset({"second_header"})),
    "emptied": Fitting(may_land=False, rules=frozenset({"empty"})),
    "headless": Fitting(may_land=False, rules=frozenset({"format_unknown"})),
    "field": Fitting(may_land=False, rules=frozenset(HEADER)),
    "mixed": Fitting(may_land=True, rules=frozenset({*ENCODING, "format_unknown"})),
    "html": Fitting(may_land=True, rules=frozenset()),
    "nul": Fitting(may_land=True, rules=frozenset(HEADER | ENCODING)),
    "body lost": Fitting(may_land=False, rules=frozenset({"body_missing"})),
}
"""By damage how such a file may end."""


def damaged_files(folder: Path, *, count: int, seed: int) -> dict[str, str]:
    """Write so many files; return by name what was done to each."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    kinds = list(FITTING)
    done = {}
    for number in range(count):
        kind, name = kinds[number % len(kinds)], f"{number:05}.txt"
        (folder / name).write_bytes(DAMAGES[kind](good_file(number), chance))
        done[name] = kind
    return done


def good_file(number: int) -> bytes:
    """Make a good file, each with other numbers."""
    text = GOOD.format(
        publication=("Harbor Brief", "Monitor")[number % 2],
        volume=1 + number % 9,
        issue=1 + number % 240,
        number=number + 1,
        day=1 + number % 28,
    )
    return text.encode()


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def doubled(content: bytes, _: random.Random) -> bytes:
    return content + b"\n" + content


def field_altered(content: bytes, chance: random.Random) -> bytes:
    old, new = chance.choice(
        [
            (b"Volume: ", b"Volume: 99"),
            (b"Volume: ", b"Vol. "),
            (b"Issue: ", b"Issue: 9999"),
            (b"Issue: ", b"Issue: x"),
            (b"Publication: ", b"Publication: " + 400 * b"x"),
            (b"Publication: ", b""),
        ]
    )
    return content.replace(old, new, 1)


def mixed(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content.decode()))
    text = content.decode()
    return text[:at].encode() + text[at:].encode(
        chance.choice(
            ["utf-16-le", "cp1252", "mac-roman", "cp1251"],
        ),
        "ignore",
    )


def html_left(content: bytes, chance: random.Random) -> bytes:
    wrapped = [
        b"<html><body><p>" + content + b"</p></body></html>",
        content.replace(b"ferry", b"<b>ferry</b>").replace(b"\n\n", b"<br><br>\n"),
        content.replace(b"company", b"company&nbsp;&amp; sons"),
    ]
    return chance.choice(wrapped)


def nul(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.choice([b"\0", b"\0" * 200, b"\x1b[31m", b"\x89PNG\r\n"]) + content[at:]


DAMAGES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "nothing": lambda content, _: content,
    "flipped": flipped,
    "cut": cut,
    "doubled": doubled,
    "emptied": lambda _, chance: b" \n" * chance.randrange(3),
    "headless": lambda content, _: content.partition(b"\n\n")[2],
    "field": field_altered,
    "mixed": mixed,
    "html": html_left,
    "nul": nul,
    "body lost": lambda content, _: content.partition(b"\n\n")[0] + b"\n\n",
}


def flips(folder: Path, parts: list[str], *, count: int, seed: int) -> Iterator[tuple[Path, int, int]]:
    """Yield files of a folder, each with a place and a bit to flip, drawn evenly from what the patterns match."""
    chance = random.Random(seed)
    groups = [sorted(path for path in folder.glob(part) if path.is_file()) for part in parts]
    for number in range(count):
        path = chance.choice(groups[number % len(groups)])
        yield path, chance.randrange(path.stat().st_size), 1 << chance.randrange(8)

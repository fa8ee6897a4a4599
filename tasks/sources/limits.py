"""How much the reading of files and archives takes before it refuses to go on."""

import dataclasses
from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on what is read; each is far above what news text needs, and far below what harms a machine.

    `max_file_bytes` bounds a file or member after unpacking: an article has a few kilobytes, a year of a daily brief
    a few megabytes. `max_member_count` and `max_archive_bytes` bound an archive: every issue of a daily for a century.
    `max_ratio` bounds how much larger an archive may become by unpacking: text shrinks to a tenth, many articles
    that are nearly the same to a fiftieth, while a thousandth is what a bomb of zeros reaches.
    """

    max_file_bytes: int = 10 * MEGABYTE
    max_member_count: int = 200_000
    max_archive_bytes: int = 1_000 * MEGABYTE
    max_ratio: int = 100

    def __post_init__(self) -> None:
        """Refuse a limit that would let nothing pass."""
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value < 1:
                raise ValueError(f"{field.name} is {value}; it must be 1 at least")


RATIO_FREE_BYTES = MEGABYTE
"""Below this size unpacking harms nobody, however well the data was packed."""

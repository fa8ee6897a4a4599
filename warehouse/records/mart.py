"""What a mart is, and the words that the descriptions of several marts share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from warehouse.records.record import Record

UNKNOWN = "unknown"
"""Key of the row of a dimension that stands for whatever is not known; that of `dim_date` is -1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mart:
    """A table for readers.

    `of` are the tables of the ledger that it is made from: those whose columns it takes over come first. `order` is
    how its rows lie, by the key alone if nothing else is said. `links` leads from columns to the marts whose keys they
    hold: dimensions, in the star. `open_links` are those of columns whose key a mart need not have a row of.
    """

    grain: str
    key: str
    of: tuple[type[Record], ...]
    order: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    open_links: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


BY_DAY = ("published_on", "article_id")
BY_PLACE = (*BY_DAY, "start_char")
"""By day of publication, nulls last, then by article and by place in its text."""

IS_DUPLICATE = "True where another article tells the same story and counts for it: leave it out of counts and sums."
OUTLET = "Outlet of the first citation that covers it, a key of `dim_outlet`."
DATE_KEY = "Day of publication as a number, 19981023, a key of `dim_date`; -1 where it is not known."
VALUE = "The value in `unit`, as a binary floating-point number; the lower end of a range. The ledger has it exactly."
VALUE_DECIMAL = "The value as DECIMAL(18,4), the fixed decimal of BI tools; null where that does not hold it exactly."

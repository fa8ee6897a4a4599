"""Text that tries extractors: news-shaped sentences with every piece out of place, and long runs of one piece."""

from hypothesis import strategies as st

PIECES = (
    *(
        "(",
        ")",
        "((",
        "))",
        "[",
        "]",
        "“",
        "”",
        '"',
        "''",
        "’",
        "–",
        "—",
        "-",
        ",",
        ";",
        ".",
        ":",
        "\n",
        "\n\n",
        "\r\n",
    ),
    *(
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "0",
        "1",
        "12",
        "30",
        "31",
        "99",
        "1998",
        "2000",
        "1,998",
        "19",
        "٣",
        "²",
    ),
    *("October", "Oct.", "May", "March 15", "February 30", "Friday", "Sunday night", "May 19 and 20", "January 3-5"),
    *("yesterday", "today", "last", "this", "next", "week", "month", "year", "quarter", "first", "third", "a", "two"),
    *(
        "ago",
        "earlier",
        "later",
        "the",
        "of",
        "in",
        "since",
        "early",
        "late",
        "end",
        "mid-",
        "'80s",
        "1990s",
        "century",
    ),
    *(
        "Itar-Tass",
        "Interfax",
        "AP",
        "NTV",
        "Segodnya",
        "Russian agencies",
        "cited by",
        "see the Monitor",
        "Day (Kyiv)",
    ),
    *(
        "said",
        "will",
        "held",
        "was",
        "(1)",
        "1. Itar-Tass, November 1",
        "İstanbul",
        "ﬁ",
        "😀",
        "spring",
        "fall",
        "that day",
    ),
)
"""What the extractors of dates, sources and references react to, and what they must not stumble over."""

SENTENCES = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.one_of(SENTENCES, GLUED, st.text(max_size=200))

LONG = 100_000


def long_run(piece: str) -> str:
    """Return a piece repeated to a hundred thousand characters."""
    return (piece * (LONG // len(piece) + 1))[:LONG]

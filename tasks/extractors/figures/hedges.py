"""Reads the words before and after a figure that make it approximate or a bound."""

from tasks.extractors.figures.tokens import Token, at

HEDGES: dict[tuple[str, ...], str] = {
    tuple(words.split()): hedge
    for hedge, phrases in {
        "about": "about;around;some;roughly;approximately;approx;approx .;nearly;almost;close to;near;circa;c .;ca .;~;"
        "an estimated;estimated;estimated at;virtually;in the region of;on the order of;in the neighborhood of;something like;"
        "or so;more or less;somewhere around;just about;an average of about;nearing;approaching;well nigh;"
        "nearly as many as;almost as many as;nearly as much as",
        "more_than": "more than;over;above;just over;well over;exceeding;exceeds;exceeded;in excess of;upward of;upwards of;"
        "greater than;larger than;higher than;better than;slightly more than;slightly over;a little over;little more than;"
        "just above;well above;surpassing;just more than;slightly above;far more than;bigger than;older than;>",
        "less_than": "less than;under;below;just under;well under;just below;fewer than;short of;smaller than;lower than;"
        "slightly less than;slightly under;a little under;younger than;far less than;far fewer than;inside of;<",
        "at_least": "at least;no less than;no fewer than;not less than;not fewer than;a minimum of;minimum;at the very least;as few as;as little as;as low as;"
        "a minimum;at a minimum;greater than or equal to;more than or equal to;≥;equal to or more than",
        "up_to": "up to;as many as;as much as;no more than;not more than;at most;a maximum of;maximum;as high as;as long as;"
        "as few as;as little as;not exceeding;less than or equal to;≤;as far as;up to some;up to about;at the most",
        "just": "just;only;merely;a mere;mere;barely;a paltry;a meager",
    }.items()
    for words in phrases.split(";")
}
LONGEST = max(len(words) for words in HEDGES)
AFTER: dict[tuple[str, ...], str] = {
    ("or", "so"): "about",
    ("or", "more"): "at_least",
    ("or", "less"): "up_to",
    ("or", "fewer"): "up_to",
    ("or", "thereabouts"): "about",
    ("at", "least"): "at_least",
    ("at", "most"): "up_to",
    ("and", "more"): "at_least",
    ("or", "above"): "at_least",
    ("or", "older"): "at_least",
    ("or", "over"): "at_least",
    ("and", "over"): "at_least",
    ("and", "above"): "at_least",
}
SPATIAL = frozenset({"under", "over", "above", "below"})
PLACED = frozenset({"of", "deep", "high", "underground"})
BETWEEN = frozenset({"a", "an", "some", "the", "about"})
STRONG = frozenset({"more_than", "less_than", "at_least", "up_to"})


def hedge_before(tokens: list[Token], first: int) -> str | None:
    """Return the hedge that ends right before a figure, past an article: `about a`, `no more than`, `as many as`."""
    end = first - 1 if at(tokens, first - 1).lower in ("a", "an") else first
    if at(tokens, end - 1).lower == "than" and is_point_in_time(tokens, first) and at(tokens, end - 2).lower != "more":
        return None
    for length in range(LONGEST, 0, -1):
        words = tuple(token.lower for token in tokens[max(end - length, 0) : end])
        hedge = HEDGES.get(words)
        if hedge and len(words) == length:
            return stronger(hedge, hedge_before_hedge(tokens, end - length))
    return None


def is_point_in_time(tokens: list[Token], first: int) -> bool:
    """Tell whether a figure begins a point in time that something is compared with: `lower than five years ago`."""
    return any(at(tokens, first + step).lower in ("ago", "earlier", "before") for step in (2, 3))


def hedge_before_hedge(tokens: list[Token], end: int) -> str | None:
    """Return a bound right before an approximation: `at least some`, `more than about`, `up to about`."""
    for length in range(LONGEST, 1, -1):
        hedge = HEDGES.get(tuple(token.lower for token in tokens[max(end - length, 0) : end]))
        if hedge in STRONG:
            return hedge
    return None


def stronger(hedge: str, before: str | None) -> str:
    """Prefer a bound to the approximation, or to the `just`, after it."""
    return before if before and hedge in ("about", "just") else hedge


def hedge_after(tokens: list[Token], last: int) -> str | None:
    """Return the hedge that follows a figure: `or so`, `at least`, `or more`."""
    if at(tokens, last).text == "+":
        return "at_least"
    words = (at(tokens, last).lower, at(tokens, last + 1).lower)
    if words == ("at", "least") or words == ("at", "most"):
        return AFTER[words] if not at(tokens, last + 2).text[:1].isdigit() else None
    return AFTER.get(words)


def is_spatial(tokens: list[Token], first: int, last: int, *, unit: str | None) -> bool:
    """Tell whether the preposition before a length says where, not how much: `under 280 meters of water`."""
    lengths = ("meter", "kilometer", "foot", "mile", "centimeter")
    return at(tokens, first - 1).lower in SPATIAL and unit in lengths and at(tokens, last).lower in PLACED

"""What nobody but a firm has and does: `Sydus's sales`, `Sydus, which makes pumps`, `Sydus said it had bought`."""

import re

from tasks.extractors.mentions.lexicon.tables import any_of

HAS = re.compile(rf"['’]s? (?:[a-z-]+ ){{0,2}}?(?:{any_of('what a firm has')})\b")
"""`Sydus|'s full-year sales`."""
DOES = re.compile(
    r",? which (?:(?:also|now|already|currently) )?"
    rf"(?:{any_of('what a firm does')}|has (?:its headquarters|a stock market|offices|stores|shops|plants)"
    r"|is (?:[\w-]+ )?(?:based|listed|headquartered|quoted|owned)\b)"
)
"""`Sydus, which makes pumps`."""
OWNED = re.compile(
    r", (?:majority-|partly |wholly |jointly )?(?:owned|controlled|founded|headquartered|part-owned) (?:by|in)\b"
)
"""`Sydus|, owned by a bank`."""
BASED = re.compile(r" (?:is|was|are) (?:[a-z]+ )?(?:headquartered|incorporated|registered) in\b")
OF_ITS_OWN = re.compile(
    r" (?:(?!who\b|whose\b|which\b|that\b)[a-z-]+ ){1,4}?its (?:own )?"
    rf"(?:[a-z-]+ ){{0,2}}?(?:{any_of('what a firm has')})\b"
)
"""`Sydus| has cut its full-year forecast`."""
DEED = re.compile(
    r" (?:said|says|announced|added|confirmed)(?: (?:on )?(?:today|yesterday|[A-Z][a-z]+day))?(?: that)?"
    r"(?: (?:if|when|once|as) it [a-z]+[^.;:()]{0,40}?)? it"
    r" (?:(?:has|had|will|would|may|might|could|plans to|expects to|intends to|agreed to|is|was) )?"
    rf"(?:(?:also|now|already|not) )?(?:{any_of('deed of a firm')})\b"
)
"""`Sydus| said it had acquired`."""
BODY_BEHIND = re.compile(
    r", (?:which (?:is|was)(?: once)? )?(?:the|an?|one of) (?:[\w’'-]+ ){0,6}"
    r"(?:company|firm|group|airline|maker|manufacturer|retailer|carrier"
    r"|broadcaster|newspaper|bank|insurer|charity|consultancy|subsidiary|unit|consortium|supplier|operator|publisher|lender|distributor"
    r"|producer|brokerage|conglomerate|think-tank|agency|holding|concern|enterprise|shipyard|exporter|importer|combine"
    r"|party|faction|movement|rebel group|militia)(?:[,.;]| (?:that|which|based|in|of|with|from|led|headed|run)\b)"
)
"""`Tasnim, an Iranian news agency,`."""
STAFF_AFTER = re.compile(
    r" (?:(?:general|deputy|managing|executive|press|technical|research) )?"
    r"(?:directors?|analysts?|economists?|strategists?|executives?|dealers?|managers?|engineers|employees"
    r"|fighters|militants|gunmen|guerrillas|militias?|militiam[ae]n|insurgents|rebels|brigades?|cartel|death squads?"
    r"|(?:bus|tobacco|oil|mining|tea|shipping|insurance|steel|software|drinks?|tyre|trading|textile|timber|construction"
    r"|energy|power|gas|media|transport|chemicals?|drugs?|biotech|engineering|electronics|telecoms?) "
    r"(?:company|firm|group|giant|operator|maker|producer))\b"
)
"""`Severny Zavod| director`, `Ansar| fighters`."""
OFFICER_AFTER = re.compile(
    r" (?:(?:vice|deputy|acting|former|party|faction) )?(?:leader|chair(?:man|woman|person)|co-chair(?:man)?|senator"
    r"|(?:general secretary|secretary-general|secretary general)|(?:co-)?founder|chief executive"
    r"|chief|boss|MP|MEP|lawmaker) "
    r"(?=[A-Z][\w’'-]+ (?:[A-Z]|al-|el-|bin |de |van ))"
)
"""`Severny Put| chairwoman |Anna Orlova`."""
FARTHEST_BEHIND = 90


def has_or_does(text: str, end: int) -> bool:
    """Tell whether the words behind a name that ends here say what only a firm has or does."""
    return any(pattern.match(text, end) for pattern in (HAS, DOES, OWNED, BASED, OF_ITS_OWN))


def has_staff(text: str, end: int) -> bool:
    """Tell whether whom a body employs, or its officer by name, stands behind a name that ends here."""
    return STAFF_AFTER.match(text, end) is not None or OFFICER_AFTER.match(text, end) is not None


def tells_deed(text: str, end: int) -> bool:
    """Tell whether whoever's name ends here tells what it has done itself, as a firm does."""
    return DEED.match(text, end) is not None


def is_called_firm(text: str, end: int) -> bool:
    """Tell whether the words behind a name that ends here call it a firm or agency: `Tasnim|, an Iranian agency,`."""
    return BODY_BEHIND.match(text, end, end + FARTHEST_BEHIND) is not None

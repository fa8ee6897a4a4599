"""The office or title stated before a person's name: `Deputy Foreign Minister Grigory Karasin`."""

import re

NOUNS = (
    "minister|president|premier|chancellor|secretary|governor|mayor|senator|deputy|ambassador|envoy|consul|judge|justice|"
    "prosecutor|procurator|speaker|chairman|chairwoman|chair|director|commissioner|councillor|spokesman|spokeswoman|"
    "spokesperson|leader|head|chief|commander|general|colonel|major|captain|lieutenant|admiral|marshal|sergeant|king|"
    "queen|prince|princess|emperor|emir|sultan|pope|patriarch|archbishop|bishop|metropolitan|mufti|ayatollah|sheikh|"
    "professor|doctor|dr|analyst|economist|expert|editor|journalist|lawyer|banker|adviser|advisor|aide|negotiator|"
    "coordinator|representative|lawmaker|parliamentarian|manager|coach|officer|official|activist|businessman|tycoon|"
    "gen|lt|col|maj|capt|sgt|adm|sen|rep|gov|chairperson|magistrate|attorney|ceo|academician|cosmonaut|astronaut"
)
MODIFIERS = (
    "first|second|deputy|vice|acting|former|then|prime|chief|senior|state|foreign|defense|defence|interior|finance|"
    "economics|economy|economic|education|health|justice|agriculture|energy|fuel|culture|trade|industry|transport|"
    "transportation|labor|labour|social|emergencies|information|press|nuclear|security|national|federal|regional|"
    "parliament|parliamentary|presidential|government|party|union|opposition|committee|commission|council|army|navy|"
    "naval|air|force|fleet|border|guards|police|military|special|personal|permanent|general|executive|managing|central|"
    "bank|supreme|attorney|field|rear|lieutenant|major|brigadier|colonel|crown|grand|high|under|assistant|ministry|"
    "affairs|fisheries|environment|railways|atomic|tax|customs|property|communications|oil|gas|staff|and|faction|"
    "majority|minority|house|senate|space|deputy-chairman|rebel|separatist|guerrilla|human|rights|in|of|the|duma"
)
ROLE = re.compile(
    rf"(?:\b(?:(?:ex-)?(?:{MODIFIERS}|{NOUNS})\.?[\s-]{{1,2}}){{0,7}})\b(?:{NOUNS})\.?,? $", re.IGNORECASE
)
LOOSE = re.compile(r"(?:(?:of|the|in|and|then|former)\s+)+", re.IGNORECASE)
WINDOW = 80


def role_before(text: str, start: int) -> str | None:
    """Read the office stated directly before the person whose name begins here, as written."""
    before = text[max(0, start - WINDOW) : start]
    match = ROLE.search(before)
    if match is None:
        return None
    role = match.group().rstrip(", ")
    loose = LOOSE.match(role)
    return role[loose.end() :] if loose else role

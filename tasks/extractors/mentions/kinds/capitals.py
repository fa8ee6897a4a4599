"""Where a capital's name stands for its government: `Moscow has said`, `Beijing’s support`."""

import re
from datetime import date

from tasks.extractors.mentions.lexicon.countries import capital_of

VERBS = (
    "has|have|had|is|are|was|were|will|would|may|might|could|should|must|can|said|says|say|wants?|wanted|fears?|feared|"
    "hopes?|hoped|insists?|insisted|rejects?|rejected|accuses?|accused|denies|denied|supports?|supported|opposes?|opposed|"
    "backs?|backed|agreed|agrees|refuses?|refused|warned|warns|called|calls|sees?|saw|views?|continues?|continued|"
    "appears?|appeared|seems?|seemed|remains?|remained|plans?|planned|intends?|intended|considers?|considered|"
    "believes?|believed|argues?|argued|claims?|claimed|demands?|demanded|offers?|offered|proposes?|proposed|"
    "announced|announces|condemned|condemns|toasted|signed|signs|needs?|needed|sought|seeks|did|does|do|made|makes|"
    "recognizes?|recognized|withdrew|imposed|expects?|expected|declared|pledged|promised|failed|likewise|also"
)
ACTS = re.compile(rf"(?:,? (?:and|or) [A-Z]\w+)?,? (?:not |also |likewise |itself |both )*(?:{VERBS})\b")
OWNS = re.compile(
    r"['’]s (?:\w+ ){0,2}(?:support|suggestions?|attitudes?|positions?|polic(?:y|ies)|decisions?|demands?|concerns?|"
    r"opposition|proposals?|refusal|efforts?|plans?|interests?|willingness|intentions?|relations|ties|objections?|"
    r"influence|reaction|response|stance|view|views|approach|readiness|failure|claims?|desire|role|foreign|ambassador)\b"
)
BESIDE = re.compile(r"\b(?:between|both|by|with|against|told|urged|accused|promised by|willingness to work with) $")
BESIDE_ANOTHER = re.compile(r"\b(?:between|both) [A-Z][\w.]+ and $")
AT = re.compile(r"\b(?:in|at|near|from|to|for|outside|around|of|into|through|via|towards?|leave|left|visit|visited) $")
ALWAYS = frozenset({"Kremlin", "White House", "Pentagon"})
WINDOW = 40


def stands_for(text: str, start: int, end: int, *, on: date | None) -> str | None:
    """Tell the state that the capital at these offsets acts for, where the words beside it say that it does."""
    name = text[start:end]
    code = capital_of(name, on=on)
    if code is None or name in ALWAYS:
        return code
    before, after = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    if AT.search(before):
        return code if OWNS.match(after) else None
    acts = ACTS.match(after) or OWNS.match(after)
    beside = BESIDE.search(before) or BESIDE_ANOTHER.search(before)
    return code if acts or beside else None

"""What words leave no doubt of: as what a figure is stated, and which way it went, where nothing was learned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.judging import Choice, LearnedJudge
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Answer, Candidate, Told
from tasks.extractors.figures.ranking.telling import tell
from tests.tasks.extractors.figures.test_ranking import PUBLISHED_ON, story_in
from warehouse.records import Figure


@dataclass
class Novice:
    """A judge who has learned nothing, and gives every figure one status and direction."""

    status: str = NONE
    direction: str = NONE

    def choose(
        self,
        slot: str,  # noqa: ARG002 (a judge's)
        figure: Figure,  # noqa: ARG002
        shared: Features,  # noqa: ARG002
        candidates: Sequence[Candidate[Answer]],  # noqa: ARG002
    ) -> Choice[Answer] | None:
        return None

    def classify(self, slot: str, figure: Figure, features: Features) -> str:  # noqa: ARG002
        return self.status if slot == "status" else self.direction

    def trust_in_rules(self, slot: str) -> float:  # noqa: ARG002
        return 1.0


class Knowing(Novice):
    """One who knows what is measured, by what was learned, and nothing else."""

    def choose(
        self, slot: str, figure: Figure, shared: Features, candidates: Sequence[Candidate[Answer]]
    ) -> Choice[Answer] | None:
        return LearnedJudge().choose(slot, figure, shared, candidates) if slot == "measure" else None


def told_in(text: str, judge: Novice, *, published_on: date | None = PUBLISHED_ON) -> list[Told]:
    return list(tell(story_in(text, published_on=published_on), judge))


UP, DOWN, UNSAID = ["up"], ["down"], [None]
TURNED = [
    ("Output rose 7 percent to 90 tons.", ["up", "up"], "how far lies between"),
    ("Riga Steel raised its dividend to $5 a share.", UP, "an object lies between"),
    ("Reserves shrank in May to $9 million.", DOWN, "a time lies between"),
    ("Debt has ballooned to $9 million.", UP, "a verb that few articles have"),
    ("Its stake dwindled to $9 million.", DOWN, "another"),
    ("Membership fell to 300.", DOWN, "a count right behind the verb"),
    ("The fleet has shrunk from 90 ships to 60.", [None, "down"], "from so many"),
    ("Prices fell and output rose to 90 tons.", UP, "the last verb"),
    ("Latvia cut exports to 40 firms.", UNSAID, "those whom it is brought to"),
    ("The mill increased shipments to 30 ports.", UNSAID, "the same"),
    ("Riga Steel extended loans to 300 farmers.", UNSAID, "a verb that leads to somebody"),
    ("Output did not rise to 90 tons.", UNSAID, "a denial"),
    ("Norvik failed to raise the price to $9.", UNSAID, "a failure"),
    ("The ministry halted the rise to $9 a ton.", UNSAID, "a noun that something happened to"),
    ("Prices rose after the mill moved to $9 million sheds.", UNSAID, "another clause lies between"),
    ("Riga Steel shares finished 30 cents down at $8.40.", ["down", "down"], "down at"),
    ("The lat was up 2 cents at $1.70.", ["up", "up"], "up so much at"),
    ("Riga Steel brought the debt down to $9 million.", DOWN, "down to"),
    ("The price went up to $9.", UP, "up to behind a verb of going"),
    ("Riga Steel can pay up to $9 million.", UNSAID, "a bound"),
    ("Stalls were set up at 30 stations.", UNSAID, "places"),
    ("It ended up at $9 million.", UNSAID, "it did not move"),
    ("The choice came down to 2 firms.", UNSAID, "nor did this"),
]

BESIDE = [
    ("Exports came to 90 tons in 1997, a drop of 9 percent.", ["down", "down"], "a noun behind it"),
    ("The price was $9 a ton, an increase of 40 cents.", ["up", "up"], "the same"),
    (
        "Profit was $4 million, or 20 cents a share, down from $6 million.",
        ["down", "down", None],
        "said otherwise between",
    ),
    ("Norvik closed at $34, off $1.", ["down", "down"], "off behind it"),
    ("Sales were off 7 percent.", DOWN, "off before it"),
    ("Norvik paid off $9 million.", UNSAID, "a verb with off"),
    ("He bought bales of 9 pounds each, up 300 from May.", [None, "up"], "the size of each"),
    ("A $9 million drop in sales hurt Norvik.", DOWN, "an amount before a noun"),
    ("The $4 million tax cut was passed.", DOWN, "a noun between"),
    ("Norvik reported a $9 million loss.", UNSAID, "a loss may be one of business"),
    ("Unions fear 6,000 job losses.", DOWN, "jobs lost"),
    ("Norvik spoke of a 300-car reduction.", DOWN, "a count joined by a hyphen"),
    ("Some 6,000 growers saw losses.", UNSAID, "those who had them"),
]

UNTURNED = [
    ("Sales were weak in the last five years.", "a length of time"),
    ("The boss is 60 years old.", "an age"),
    ("It came to more, against $9 million.", "what is compared with"),
    ("It was higher than last year's $9 million.", "the same behind than"),
    ("Output was more than in May, from a revised 80 tons.", "what was before"),
    ("It fell from last year's level of 90 tons.", "a level of before"),
    ("It may rise above the 1996 record of 90 tons.", "a record of before"),
    ("Norvik hopes to raise as much as $9 million.", "money brought in"),
    ("Norvik will cut its 90 jobs.", "what somebody has"),
    ("Norvik will raise its current $9 stake.", "what it has now"),
]


@pytest.mark.parametrize(("text", "directions", "reason"), TURNED + BESIDE)
def test_words_beside_a_figure_say_which_way_it_went(text: str, directions: list[str | None], reason: str) -> None:
    assert [told.direction for told in told_in(text, Novice())] == directions, reason


@pytest.mark.parametrize(("text", "reason"), UNTURNED)
def test_some_figures_went_no_way_whatever_was_learned(text: str, reason: str) -> None:
    assert [told.direction for told in told_in(text, Novice(direction="up"))] == [None], reason


@pytest.mark.parametrize(
    "text",
    ["Output rose to more than 80 tons.", "It fell to less than $9.", "It saw its $9 million rise in sales."],
)
def test_a_bound_is_no_base(text: str) -> None:
    assert told_in(text, Novice(direction="up"))[0].direction is not None


TARGET, FORECAST, ACTUAL, CLAIM = ["target"], ["forecast"], ["actual"], ["claim"]
STATED = [
    ("The target for 1999 was 90 tons.", TARGET, "a target for a time"),
    ("The export goal has been set at $9 million.", TARGET, "a goal set"),
    ("The target remained 90 tons.", TARGET, "a target kept"),
    ("Rebels hit a target in a town of 3,000.", UNSAID, "a target shot at"),
    ("A share of $9 remains Norvik's goal.", TARGET, "named as a goal behind it"),
    ("Output is planned to rise by 9 tons.", TARGET, "planned to"),
    ("Trials were scheduled to last 9 weeks.", TARGET, "scheduled to"),
    ("Riga Steel offered to buy 500 shares, or about 22 percent of Norvik.", TARGET * 2, "an offer, said otherwise"),
    ("Norvik is threatening to cut 300 jobs.", TARGET, "a threat"),
    ("Prosecutors asked for nine years in jail.", TARGET, "a sentence asked for"),
    ("The union demanded a raise of 9 percent.", TARGET, "a demand of something"),
    ("The police sought two men.", UNSAID, "those looked for"),
    ("The bill provides $9 million for roads.", TARGET, "what a bill holds"),
    ("A plan calls for 40 mills.", TARGET, "what a plan calls for"),
    ("Exports are seen at 90 tons.", FORECAST, "seen at"),
    ("Output is seen reaching 90 tons.", FORECAST, "seen reaching"),
    ("Lobov sees inflation at 9 percent.", FORECAST, "who sees something at"),
    ("A housing project in Riga at $9 million stopped.", UNSAID, "a project is no projection"),
    ("It was less than the $9 million forecast by Norvik.", FORECAST, "foreseen by somebody"),
    ("It was above the $9 million that Norvik had expected.", FORECAST, "the same in a clause"),
    ("Lobov is suspected of taking $9 million.", CLAIM, "a suspicion"),
    ("Lobov, accused of fraud, was freed after 3 years.", UNSAID, "what really happened"),
    ("Brokers would be barred from holding more than 9 percent.", TARGET, "what a rule would bring"),
    ("Norvik filed a registration statement for an offering of $9 million.", TARGET, "an offering to come"),
    ("Norvik said in a registration statement that it lost $9 million.", UNSAID, "what is told in one"),
    ("If it sold the mill, Norvik would have $9 million.", ["hypothetical"], "what would be"),
    ("He asked if the bank would lend him $9 million.", UNSAID, "what is asked"),
    ("The ministry estimated that output fell 9 percent.", ["estimate"], "estimated that"),
    ("Norvik plans to cut its 90 jobs.", ACTUAL, "what there is"),
    ("Norvik would like to sell its $9 million offer.", UNSAID, "an offer of one's own"),
    ("It may be more than last year's $9 million.", ACTUAL, "that of the last year"),
    ("It may rise from $9 million last year.", ACTUAL, "what was before"),
    ("It may rise from $9 million in 1996.", ACTUAL, "of a year before"),
    ("It may rise from $9 million in 1999.", UNSAID, "of a year to come"),
    ("Norvik plans to sell 40 shops and 20 mills.", TARGET * 2, "two of one verb"),
    ("Norvik planned to sell 40 shops and bought 20 mills.", ["target", None], "two verbs"),
]


@pytest.mark.parametrize(("text", "statuses", "reason"), STATED)
def test_words_beside_a_figure_say_as_what_it_is_stated(text: str, statuses: list[str | None], reason: str) -> None:
    assert [told.status for told in told_in(text, Novice())] == statuses, reason


def test_nothing_is_stated_of_a_time_that_is_looked_ahead_to() -> None:
    _, ahead = told_in("Norvik will spend $9 million over the next five years.", Novice(status="target"))
    assert ahead.status is None


OWNED = [
    ("The ministry is silent. Finnish exports rose to 90 tons.", "Finnish", "an adjective before the measure"),
    ("Finland is silent. Finnish steel output fell. It rose to 90 tons.", None, "the measure stands elsewhere"),
    ("US crude oil stocks fell by 9 million barrels.", "US", "a country's name before it"),
    ("Norvik Corp said Finnish exports rose to 90 tons.", None, "a body is named before, whose they may be"),
    ("A Finnish firm lost $9 million.", None, "a firm is not the country's"),
    (
        "Rain fell in Northern Ireland. British output rose to 90 tons.",
        "British",
        "a nation is no other name of its country",
    ),
]


@pytest.mark.parametrize(("text", "owner", "reason"), OWNED)
def test_what_a_countrys_adjective_opens_is_the_countrys(text: str, owner: str | None, reason: str) -> None:
    told = told_in(text, Knowing())[-1]
    assert (told.owner.text if told.owner else None) == owner, reason


MAY_1997, MAY_1996 = (date(1997, 5, 1), date(1997, 5, 31)), (date(1996, 5, 1), date(1996, 5, 31))
COMPARED = [
    ("In May output rose to 90 tons from 80 tons a year earlier.", [MAY_1997, MAY_1996], "a year before the level"),
    ("In May output was 90 tons, against 80 tons in the same month last year.", [MAY_1997, MAY_1996], "the same month"),
    ("In May output was 90 tons, against 80 tons in the same 1996 month.", [MAY_1997, MAY_1996], "with its year"),
    (
        "In May output was 90 tons, from 85 tons and against 80 tons a year ago.",
        [MAY_1997, None, MAY_1996],
        "two bases",
    ),
    ("In May output rose to 90 tons, as it was sold a year earlier.", [MAY_1997], "no base"),
    ("In May it sold 90 tons, and 80 tons a year earlier than planned.", [MAY_1997, None], "nor this"),
]


@dataclass
class Dating(Novice):
    """One who takes May for the time of the first figure, and knows none of the others'."""

    asked: int = 0

    def choose(
        self,
        slot: str,
        figure: Figure,  # noqa: ARG002
        shared: Features,  # noqa: ARG002
        candidates: Sequence[Candidate[Answer]],
    ) -> Choice[Answer] | None:
        self.asked += slot == "period"
        first = next((one for one in candidates if getattr(one.answer, "ends", None) == MAY_1997), None)
        return Choice(answer=first.answer, confidence=0.5) if first and self.asked == 1 and slot == "period" else None


@pytest.mark.parametrize(("text", "days", "reason"), COMPARED)
def test_what_is_compared_with_was_as_long_before(text: str, days: list[object], reason: str) -> None:
    assert [one.period.ends if one.period else None for one in told_in(text, Dating())] == days, reason

"""A sentence as its slots are read from: the amounts in it, how they stand to each other, and the times of the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.periods import Period
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import at
from warehouse.records import DateExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The amounts of one sentence with their relations, and the times of the text."""

    context: Context
    amounts: list[Amount]
    relations: list[str | None]
    periods: list[Period]
    dates: Sequence[DateExpression]

    @property
    def start(self) -> int:
        """The first token of the sentence."""
        return self.context.starts[self.amounts[0].first]

    @property
    def end(self) -> int:
        """The token after the last one of the sentence."""
        return self.context.ends[self.amounts[0].first]


def by_sentence(context: Context, amounts: list[Amount]) -> list[list[Amount]]:
    """Return the amounts in groups of one sentence each, in order."""
    groups: dict[int, list[Amount]] = {}
    for amount in amounts:
        groups.setdefault(context.starts[amount.first], []).append(amount)
    return list(groups.values())


def is_start(sentence: Sentence, index: int) -> bool:
    """Tell whether an amount is the level that a change begins from: `from |36 percent in May to 28 in July`."""
    amount = sentence.amounts[index]
    return at(sentence.context.tokens, amount.first - 1).lower == "from"

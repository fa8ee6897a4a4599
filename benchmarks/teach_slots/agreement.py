"""How far two readers agree: of what the first one states, the share for which the second gives an accepted answer.

python -m benchmarks.teach_slots.agreement
"""

import sys
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.teach_slots.labels import LABELS, SECOND_READING, Label, read_file, read_labels
from benchmarks.teach_slots.trials import ANSWERED, SLOTS, Answered, is_right, score
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Days, Phrase


def main() -> None:
    """Print the agreement on each slot."""
    second = dict(read_file(LABELS / SECOND_READING))
    for slot, one in score(compared_readings(read_labels(LABELS), second)).items():
        sys.stdout.write(f"{slot:10} {one.right_of_stated:5.1f} % agreed of {one.stated} stated\n")


def compared_readings(
    first: Mapping[str, Sequence[Label]], second: Mapping[str, Sequence[Label]]
) -> Iterator[Answered]:
    """Yield the second reader's answers beside the first one's labels, for the figures that both have."""
    for key, labels in second.items():
        for label in labels:
            other = next((one for one in first[key] if is_same_place(one, label)), None)
            if other:
                yield from (answered(other, label, slot) for slot in SLOTS)


def is_same_place(one: Label, other: Label) -> bool:
    """Tell whether two labels are of the same figure."""
    overlaps = one.start_char < other.end_char and other.start_char < one.end_char
    return overlaps and one.value == other.value


def answered(first: Label, second: Label, slot: str) -> Answered:
    """Return the second reader's best answer to a slot as an answer to the first one's label."""
    answer = answer_of(second, slot)
    return Answered(
        slot=slot,
        is_stated=first.states(slot),
        is_given=answer is not None,
        is_right=is_right(first, slot, answer),
        confidence=1.0,
    )


def answer_of(label: Label, slot: str) -> Phrase | Days | str | None:
    """Return what a label says of a slot as if it had been read from the text."""
    if not label.states(slot):
        return None
    if slot == "period":
        return Days(start_on=label.period[0][0], end_on=label.period[0][1], text=None)
    best: str = getattr(label, slot)[0]
    if slot in ANSWERED:
        return Phrase(start_char=label.start_char, end_char=label.end_char, text=best, name=best)
    return None if best == NONE else best


if __name__ == "__main__":
    main()

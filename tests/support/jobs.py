"""Jobs for engines that need no model: numbers to be doubled, some of which end their process."""

import os
import signal
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers from `start` up to, and without, `stop`."""

    start: int
    stop: int

    def halves(self) -> tuple[Self, Self] | None:
        middle = (self.start + self.stop) // 2
        return None if middle == self.start else (replace(self, stop=middle), replace(self, start=middle))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubling:
    """Double numbers; over those of `deadly` the process ends each time, over those of `unlucky` once.

    `folder` keeps note of the unlucky ones that have had their turn.
    """

    deadly: frozenset[int] = field(default=frozenset())
    unlucky: frozenset[int] = field(default=frozenset())
    is_deadly_itself: bool = False
    refused: frozenset[int] = field(default=frozenset())
    folder: Path | None = None

    def __call__(self, numbers: Numbers) -> list[int]:
        return [self.double(number) for number in range(numbers.start, numbers.stop)]

    def double(self, number: int) -> int:
        if number in self.refused:
            raise ValueError(f"{number} cannot be doubled")
        if number in self.deadly or (number in self.unlucky and self.is_first_time(number)):
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * number

    def is_first_time(self, number: int) -> bool:
        assert self.folder
        note = self.folder / str(number)
        if note.exists():
            return False
        note.touch()
        return True

    def try_out(self) -> None:
        if self.is_deadly_itself:
            os.kill(os.getpid(), signal.SIGKILL)

    def give_up(self, numbers: Numbers) -> list[int]:
        assert numbers.stop == numbers.start + 1
        return [-numbers.start]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleeping:
    """Say who works, and do nothing for a long time."""

    folder: Path

    def __call__(self, _: Numbers) -> None:
        (self.folder / str(os.getpid())).touch()
        time.sleep(600)

    def try_out(self) -> None:
        raise AssertionError

    def give_up(self, numbers: Numbers) -> None:
        raise AssertionError(numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """Tell whether a worker has imported a module."""

    module: str

    def __call__(self, _: Numbers) -> bool:
        return self.module in sys.modules

    def try_out(self) -> None:
        raise AssertionError

    def give_up(self, numbers: Numbers) -> bool:
        raise AssertionError(numbers)


def tens(count: int) -> list[Numbers]:
    """Cut the numbers below ten times `count` into tens."""
    return [Numbers(start=10 * ten, stop=10 * ten + 10) for ten in range(count)]

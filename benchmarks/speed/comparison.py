"""Two checkouts that run the same commands in turns, so that whatever else the machine does slows both."""

import subprocess
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.archives import Archives
from benchmarks.speed.commands import Cost, Reading, costs

HERE = Path(__file__).parents[2]
NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What a command cost in a checkout, over so many articles of so many words together."""

    checkout: str
    articles: int
    words: int
    cost: Cost

    def as_row(self) -> dict[str, object]:
        """Return it flat, as a JSON object has it."""
        row = asdict(self)
        return {**row, **row.pop("cost")}


@contextmanager
def checked_out(revision: str, *, folder: Path) -> Iterator[Path]:
    """Check a revision of this repository out into a folder, and take it away again."""
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(folder), revision], cwd=HERE, check=True)  # noqa: S603, S607
    try:
        yield folder
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=HERE, check=True)  # noqa: S603, S607


def measured(
    checkouts: dict[str, Path],
    *,
    sizes: list[int],
    rounds: int,
    archives: Archives,
    only: Collection[str],
    reading: Reading,
) -> Iterator[Measurement]:
    """Yield the costs of each checkout's commands at each size, in turns: A B A B."""
    for size in sizes:
        with TemporaryDirectory() as folder:
            archive = Path(folder) / "archive"
            archives.write(archive, size)
            words = sum(len(path.read_text(encoding="utf-8").split()) for path in archive.glob("*.txt"))
            for turn in range(rounds):
                for name, checkout in checkouts.items():
                    used = Path(folder) / f"{turn} {name}"
                    used.mkdir()
                    for cost in costs(checkout, archive=archive, folder=used, only=only, reading=reading):
                        yield Measurement(checkout=name, articles=size, words=words, cost=cost)

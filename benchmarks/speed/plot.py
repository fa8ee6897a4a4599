"""A plot of what an article costs at each size of the archive, as SVG without any library."""

import math
from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, MARGIN = 640, 400, 60
COLOURS = ("#1b6ca8", "#c8553d", "#588157", "#8e6c8a", "#d4a017", "#444444", "#2a9d8f", "#bc4b51")
"""One a line; they are told apart by their labels too."""

Line = Sequence[tuple[float, float]]
"""Points: articles, and milliseconds of processor time an article."""


def plot(lines: Mapping[str, Line]) -> str:
    """Draw labelled lines over logarithmic axes; every size and cost must be above 0."""
    sizes = [size for line in lines.values() for size, _ in line]
    costs = [cost for line in lines.values() for _, cost in line]
    across, up = Axis(sizes, length=WIDTH - 3 * MARGIN), Axis(costs, length=HEIGHT - 2 * MARGIN)
    shapes = [
        *(tick(MARGIN + across.place(size), HEIGHT - MARGIN + 18, f"{size:,.0f}") for size in across.decades),
        *(tick(MARGIN - 24, HEIGHT - MARGIN - up.place(cost), f"{cost:,g}") for cost in up.decades),
        tick(WIDTH / 2 - MARGIN / 2, HEIGHT - 14, "articles"),
        tick(WIDTH / 2 - MARGIN / 2, 24, "milliseconds of processor time an article"),
    ]
    for number, (label, line) in enumerate(lines.items()):
        points = [(MARGIN + across.place(size), HEIGHT - MARGIN - up.place(cost)) for size, cost in sorted(line)]
        shapes += drawn(label, points, colour=COLOURS[number % len(COLOURS)])
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" '
        f'font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'
    )


class Axis:
    """A logarithmic axis over whole decades that hold all values, as many pixels long as given."""

    def __init__(self, values: Sequence[float], *, length: float) -> None:
        """Find the decades."""
        self._low = math.floor(math.log10(min(values)))
        self._high = max(math.ceil(math.log10(max(values))), self._low + 1)
        self._length = length

    @property
    def decades(self) -> list[float]:
        """The powers of ten along the axis."""
        return [10.0**power for power in range(self._low, self._high + 1)]

    def place(self, value: float) -> float:
        """Return how many pixels from the axis' origin a value lies."""
        return (math.log10(value) - self._low) / (self._high - self._low) * self._length


def tick(x: float, y: float, text: str) -> str:
    """Write a text, centred."""
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{text}</text>'


def drawn(label: str, points: Sequence[tuple[float, float]], *, colour: str) -> list[str]:
    """Draw a line, its points, and its label at the last of them."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points),
        f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{label}</text>',
    ]

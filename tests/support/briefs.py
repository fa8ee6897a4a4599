"""A small volume of a daily brief, of our own writing: two of its issues cite a day, the one between them does not."""

from pathlib import Path

BRIEFS = {
    "193-harbour.txt": (
        "Publication: Monitor Volume: 4 Issue: 193\n\n"
        "Harbour Workers Return.\n\n"
        "Dockers at the northern terminal went back to work yesterday after the owners raised pay by 8 percent. "
        "The strike had held up 14 ships (Interfax, October 19).\n"
    ),
    "194-ferry.txt": (
        "Publication: Monitor Volume: 4 Issue: 194\n\n"
        "Ferry Line to Close.\n\n"
        "The company said yesterday that the ferry across the strait would stop next month. It carried 60,000 "
        "passengers last year, 1,2,34 million tons of freight, and lost $2 million.\n"
    ),
    "195-grain.txt": (
        "Publication: Monitor Volume: 4 Issue: 195\n\n"
        "Grain Terminal Opens.\n\n"
        "The new terminal loaded its first ship on Wednesday. It cost the port $30 million "
        "(Itar-Tass, Kommersant-daily, October 21).\n"
    ),
    "512-tunnel.txt": (
        "Publication: Monitor Volume: 5 Issue: 12\n\n"
        "Tunnel Survey Begins.\n\n"
        "Surveyors began to drill yesterday at the eastern end of the tunnel (Xinhua, January 18).\n"
    ),
}
"""The texts by file name: those of volume 4 lean on each other, the one of volume 5 on nothing.

`1,2,34 million` is no number, so that a figure is refused whatever the date.
"""


def write_briefs(folder: Path) -> dict[str, str]:
    """Write the briefs to a new folder; return their paths by the number that their name begins with."""
    folder.mkdir(parents=True)
    for name, text in BRIEFS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name[:3]: str(folder / name) for name in BRIEFS}

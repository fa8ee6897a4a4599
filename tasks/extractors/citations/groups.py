"""Outlets named as a group: `Russian agencies`, `Russian and Western news agencies`, `the Georgian press`."""

import re

OF_A_COUNTRY = (
    r"[A-Z][a-z]*(?:an|ish|ese|ern|ch|ek|k|z|ss|al|i|ic)(?:-[A-Z][a-z]+)?"  # Russian, Czech, Kazakh, Western, Baltic
)
ADJECTIVES = rf"{OF_A_COUNTRY}(?:\s*,\s*{OF_A_COUNTRY}){{0,3}}(?:,?\s+and\s+{OF_A_COUNTRY})?"

GROUP = re.compile(
    rf"(?:(?:the|other|various|several|all|some)\s+){{0,2}}(?P<adjectives>{ADJECTIVES})\s+(?:news\s+|wire\s+)?"
    r"(?:(?P<agencies>agencies|agency\s+reports|wires|services)|(?P<media>media|press|newspapers|dailies|papers)|(?P<sources>sources))"
)
"""One or several countries' agencies or newspapers, as the whole name."""

GROUP_WITHIN = re.compile(rf"(?<![\w-]){GROUP.pattern}(?![\w-])")


def group_names(text: str) -> list[str]:
    """Return a name for each group that a text names and nothing else: `Russian agencies`, `Western agencies`."""
    group = GROUP.fullmatch(text)
    if not group:
        return []
    what = "agencies" if group["agencies"] else "media" if group["media"] else "sources"
    return [f"{adjective} {what}" for adjective in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", group["adjectives"])]

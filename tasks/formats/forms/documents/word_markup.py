"""The text that a Word document shows, from its markup (WordprocessingML, ECMA-376 part 1).

`python-docx` gives the runs that stand in a paragraph itself. What was inserted while changes were tracked, what fields
and content controls hold, and names that Word has marked stand a level deeper; they are shown, and read here.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tasks.formats.text.raised import raised

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs show in the place of what they do not know (ECMA-376 part 3)."""

CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "drawing", "pict", "object", "pPr", "rPr", "tblPr", "tcPr", "sdtPr"}
)
"""What was deleted or moved away while changes were tracked (17.13.5), codes of fields, pictures, and properties."""

OFF = frozenset({"0", "false", "off", "none"})


def blocks_of(root: "Element") -> Iterator[str]:
    """Yield the paragraphs of an element, and its tables: a line a row, a tab between cells."""
    for child in root:
        name = name_of(child)
        if name == "p":
            yield characters(child)
            yield from boxes_of(child)
        elif name == "tbl":
            yield "\n".join("\t".join(cells) for cells in rows_of(child))
        elif name not in LEFT_OUT:
            yield from blocks_of(child)


def boxes_of(paragraph: "Element") -> Iterator[str]:
    """Yield the paragraphs of the text boxes that are anchored in a paragraph, each once: older markup repeats them."""
    for box in paragraph.iter(f"{NAMESPACE}txbxContent"):
        around = {str(each.tag) for each in box.iterancestors()}
        if FALLBACK not in around and around.isdisjoint(f"{NAMESPACE}{name}" for name in ("del", "moveFrom")):
            yield from blocks_of(box)


def rows_of(table: "Element") -> Iterator[list[str]]:
    """Yield the cells of each row of a table that was not deleted."""
    for row in held(table, "tr"):
        if row.find(f"{NAMESPACE}trPr/{NAMESPACE}del") is None:
            yield ["\n".join(blocks_of(cell)) for cell in held(row, "tc")]


def held(root: "Element", name: str) -> Iterator["Element"]:
    """Yield the elements of a name that an element holds, itself or in its content controls."""
    for child in root:
        if name_of(child) == name:
            yield child
        elif name_of(child) not in LEFT_OUT:
            yield from held(child, name)


def characters(root: "Element") -> str:
    """Return the characters that a paragraph, or a part of one, shows."""
    parts = []
    for child in root:
        name = name_of(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in CHARACTERS:
            parts.append(CHARACTERS[name])
        elif name == "r" and is_set(child, "vanish"):
            continue
        elif name not in LEFT_OUT:
            within = characters(child)
            parts.append(raised(within) if name == "r" and value_of(child, "vertAlign") == "superscript" else within)
    return "".join(parts)


def name_of(element: "Element") -> str:
    """Return an element's name without its namespace; empty for one of another, and for a comment."""
    tag = element.tag
    return tag.removeprefix(NAMESPACE) if isinstance(tag, str) and tag.startswith(NAMESPACE) else ""


def is_set(run: "Element", name: str) -> bool:
    """Tell whether a run has a property that is on or off."""
    found = run.find(f"{NAMESPACE}rPr/{NAMESPACE}{name}")
    return found is not None and found.get(f"{NAMESPACE}val", "on") not in OFF


def value_of(run: "Element", name: str) -> str | None:
    """Return the value of a run's property."""
    found = run.find(f"{NAMESPACE}rPr/{NAMESPACE}{name}")
    return found.get(f"{NAMESPACE}val") if found is not None else None

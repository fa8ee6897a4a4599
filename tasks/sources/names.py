"""Names of files: which are hidden, which are archives, which are unsafe, and how to print them."""

import posixpath

PACKED_SUFFIXES = (".gz", ".bz2", ".xz")
TAR_SUFFIXES = (".tar", ".tgz", ".tbz2", ".txz", *(f".tar{suffix}" for suffix in PACKED_SUFFIXES))
ZIP_SUFFIXES = (".zip",)
ARCHIVE_SUFFIXES = (*ZIP_SUFFIXES, *TAR_SUFFIXES, *PACKED_SUFFIXES)

SYSTEM_NAMES = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
"""What macOS and Windows leave in folders and archives without a dot before its name."""


def is_hidden(name: str) -> bool:
    """Tell whether a name is hidden, as `.DS_Store` and `._article.txt` are, or a system's own, as `__MACOSX` is."""
    return (name.startswith(".") and name not in {".", ".."}) or name in SYSTEM_NAMES


def is_hidden_member(name: str) -> bool:
    """Tell whether a member of an archive, or a folder that it lies in, is hidden."""
    return any(is_hidden(part) for part in name.split("/"))


def is_unsafe_member(name: str) -> bool:
    r"""Tell whether a member's name leads out of the archive: `../x`, `/etc/x`, `C:\x`, or is empty."""
    parts = name.replace("\\", "/").split("/")
    return not name or parts[0] == "" or ".." in parts or parts[0].endswith(":") or "\0" in name


def member_name(name: str) -> str:
    """Return a member's name without `./` and double slashes; an unsafe one as it is."""
    return name if is_unsafe_member(name) else posixpath.normpath(name)


def printable(name: str) -> str:
    r"""Return a name that can be shown and stored: bytes that are not UTF-8 and control characters as `\xff`."""
    return name if name.isprintable() else "".join(map(printable_character, name))


def printable_character(char: str) -> str:
    """Return a character of a name, escaped if it cannot be shown; U+DC80 to DCFF are bytes that are not UTF-8."""
    if char.isprintable():
        return char
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")

"""Reading files, folders, globs and archives: in order, once, within limits, and nothing vanishes."""

import gzip
import io
import lzma
import os
import socket
import stat
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.sources import Limits, NothingFound, Skipped, read_sources, reading
from tasks.sources.globs import is_match, next_states, split_glob, start_states
from tasks.sources.names import is_hidden_member, is_unsafe_member, printable
from tasks.sources.selections import Selection, selection_of
from warehouse.records import RawFile, Rejection

LIMITS = Limits(max_file_bytes=2_000_000, max_member_count=50, max_archive_bytes=5_000_000, max_ratio=50)


def read_all(*paths: Path | str, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    """Read the paths; return each file's source with its text, or with the rule that refused it."""
    return [
        (item.source, item.rule if isinstance(item, Rejection) else item.content.decode())
        for item in read_sources([str(path) for path in paths], limits=limits)
    ]


def write(path: Path, content: bytes | str = "text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(members: dict[str, bytes | str], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, content in members.items():
            data = content if isinstance(content, bytes) else content.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def tarred_special(kind: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("special.txt")
        info.type = kind
        info.linkname = "/etc/passwd"
        archive.addfile(info)
    return packed.getvalue()


def test_read_sources_names_a_file_by_its_name_and_hashes_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "one")
    (item,) = read_sources([str(path)], limits=LIMITS)
    assert item == RawFile(
        source="a.txt",
        source_path=str(path),
        content_sha256="7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
        content=b"one",
    )


def test_read_sources_walks_a_folder_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c/a.txt"):
        write(tmp_path / name, name)
    assert read_all(tmp_path) == [(name, name) for name in ("a/b/c.txt", "a/z.txt", "b.txt", "c/a.txt")]


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["1998/b.txt", "1998/x/c.txt", "1999/d.txt", "a.txt"]),
        ("**", ["1998/b.txt", "1998/x/c.txt", "1999/d.txt", "a.txt", "e.md"]),
        ("199[89]/*.txt", ["1998/b.txt", "1999/d.txt"]),
        ("199?/**/c.txt", ["1998/x/c.txt"]),
        ("*8", ["1998/b.txt", "1998/x/c.txt"]),  # a folder that matches is read with all below it
        ("1998/*.txt", ["b.txt"]),  # relative to the part before the first wildcard
    ],
)
def test_read_sources_expands_globs(tmp_path: Path, glob: str, expected: list[str]) -> None:
    for name in ("a.txt", "1998/b.txt", "1998/x/c.txt", "1999/d.txt", "e.md"):
        write(tmp_path / name)
    assert [source for source, _ in read_all(f"{tmp_path}/{glob}")] == expected


def test_read_sources_takes_a_name_that_exists_for_no_glob(tmp_path: Path) -> None:
    write(tmp_path / "[1998].txt", "itself")
    assert read_all(tmp_path / "[1998].txt") == [("[1998].txt", "itself")]


SELECTIONS = [
    ("/news", "/news/a.txt", True),
    ("/news/", "/news/1998/a.txt", True),
    ("/news", "/newsletter/a.txt", False),
    ("/news/a.txt", "/news/a.txt", True),
    ("/news/a.zip", "/news/a.zip!1998/b.txt", True),
    ("/news/*.txt", "/news/a.txt", True),
    ("/news/*.txt", "/news/1998/a.txt", False),
    ("/news/**/*.txt", "/news/1998/a.txt", True),
    ("/news/19*", "/news/1998/05/a.txt", True),  # a folder that matches is walked whole
    ("/news/*.zip", "/news/a.zip!1998/b.txt", True),
    ("/news/*.txt", "/news/a.zip!b.txt", False),
    ("/", "/a.txt", True),
]


@pytest.mark.parametrize(("path", "source_path", "expected"), SELECTIONS)
def test_selection_holds_what_the_path_would_lead_to(path: str, source_path: str, *, expected: bool) -> None:
    assert selection_of(path).holds(source_path) is expected


def test_selection_of_takes_a_name_that_exists_for_no_glob(tmp_path: Path) -> None:
    (tmp_path / "a*").mkdir()
    assert selection_of(f"{tmp_path}/a*") == Selection(root=f"{tmp_path}/a*")


@pytest.mark.parametrize("path", ["missing", "missing/*.txt", "*.nothing", "**/x/*.txt", ""])
def test_read_sources_refuses_a_path_that_leads_to_nothing_before_it_reads(tmp_path: Path, path: str) -> None:
    write(tmp_path / "a.txt")
    with pytest.raises(NothingFound, match="Check"):
        read_sources([str(tmp_path / "a.txt"), f"{tmp_path}/{path}" if path else path], limits=LIMITS)


def test_read_sources_reads_a_file_once_however_it_is_reached(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "one.txt", "one")
    (tmp_path / "link.txt").symlink_to(path)
    (tmp_path / "linked").symlink_to(tmp_path / "a")
    expected = [("a/one.txt", "one")]
    assert read_all(tmp_path, path, f"{tmp_path}/**/*.txt", tmp_path / "linked") == expected


def test_read_sources_leaves_hidden_files_out_and_says_so(tmp_path: Path) -> None:
    for name in (".DS_Store", "._a.txt", ".git/config", "__MACOSX/a.txt", "a.txt"):
        write(tmp_path / name)
    write(tmp_path / "b.zip", zipped({"__MACOSX/._c.txt": "x", "c.txt": "c", ".hidden/d.txt": "x"}))
    skips: list[Skipped] = []
    items = list(read_sources([str(tmp_path)], limits=LIMITS, on_skip=skips.append))
    assert [item.source for item in items] == ["a.txt", "b.zip!c.txt"]
    hidden = [".DS_Store", "._a.txt", ".git", "__MACOSX", "b.zip!__MACOSX/._c.txt", "b.zip!.hidden/d.txt"]
    assert [skip.source for skip in skips] == hidden


def test_read_sources_reads_a_hidden_file_that_the_user_named(tmp_path: Path) -> None:
    write(tmp_path / ".notes" / ".a.txt", "named")
    assert read_all(tmp_path / ".notes" / ".a.txt") == [(".a.txt", "named")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", zipped({"in/x.txt": "x", "y.txt": "y"})),
        ("a.ZIP", zipped({"./in//x.txt": "x", "y.txt": "y"})),
        ("a.tar", tarred({"in/x.txt": "x", "./y.txt": "y"})),
        ("a.tar.gz", tarred({"in/x.txt": "x", "y.txt": "y"}, "w:gz")),
        ("a.tgz", tarred({"in/x.txt": "x", "y.txt": "y"}, "w:gz")),
        ("a.tar.xz", tarred({"in/x.txt": "x", "y.txt": "y"}, "w:xz")),
        ("a.tar.bz2", tarred({"in/x.txt": "x", "y.txt": "y"}, "w:bz2")),
    ],
)
def test_read_sources_reads_the_members_of_archives(tmp_path: Path, name: str, content: bytes) -> None:
    path = write(tmp_path / "sub" / name, content)
    assert read_all(path) == [(f"{name}!in/x.txt", "x"), (f"{name}!y.txt", "y")]
    (first, _) = read_sources([str(tmp_path)], limits=LIMITS)
    assert (first.source, first.source_path) == (f"sub/{name}!in/x.txt", f"{path}!in/x.txt")


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("xz", lzma.compress)])
def test_read_sources_reads_a_single_packed_file(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    assert read_all(write(tmp_path / f"a.txt.{suffix}", pack(b"packed"))) == [(f"a.txt.{suffix}", "packed")]


def test_read_sources_never_opens_a_member_with_an_unsafe_name(tmp_path: Path) -> None:
    names = ["../evil.txt", "/etc/evil.txt", "in/../../evil.txt", "C:\\evil.txt", "..\\evil.txt"]
    packed = dict.fromkeys(names, "evil") | {"good.txt": "good"}
    for content, suffix in ((zipped(packed), "zip"), (tarred(packed), "tar")):
        (tmp_path / suffix).mkdir()
        found = read_all(write(tmp_path / suffix / f"a.{suffix}", content))
        assert found[-1] == (f"a.{suffix}!good.txt", "good")
        assert [rule for _, rule in found[:-1]] == ["unsafe_member_name"] * len(names)
    assert not list(tmp_path.rglob("*evil*"))


def broken_zip(**flags: int) -> bytes:
    """A zip whose only member's flags are set in the central directory and in its own header."""
    content = bytearray(zipped({"a.txt": "secret"}))
    for at in (6, content.index(b"PK\x01\x02") + 8):
        content[at] |= flags["flags"]
    return bytes(content)


GOOD_TAR = tarred({"a.txt": "a" * 2000, "b.txt": "b" * 2000})
GOOD_ZIP = zipped({"a.txt": "a" * 2000, "b.txt": "b"}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.zip", b"", ["damaged_archive"]),
        ("a.zip", b"not a zip", ["damaged_archive"]),
        ("a.zip", GOOD_ZIP[:-30], ["damaged_archive"]),  # cut off: the directory at the end is gone
        ("a.zip", GOOD_ZIP.replace(b"aaa", b"axa", 1), ["damaged_archive", "b"]),  # checksum of one member
        ("a.zip", broken_zip(flags=1), ["encrypted_member"]),
        ("a.zip", zipped({}), ["empty_archive"]),
        ("a.zip", zipped({"b.zip": zipped({"a": "a"}), "c.txt.gz": "", "d.txt": "d"}), ["nested_archive"] * 2 + ["d"]),
        ("a.zip", zipped({"big.txt": b"x" * 2_000_001, "b.txt": "b"}), ["too_large", "b"]),
        ("a.zip", zipped({f"{n}.txt": "x" for n in range(51)}), ["x"] * 50 + ["too_many_members"]),
        ("a.zip", zipped({f"{n}": b"0" * 1_900_000 for n in range(3)}), ["archive_ratio"]),
        ("a.tar", b"", ["damaged_archive"]),
        ("a.tar", b"not a tar" * 100, ["damaged_archive"]),
        ("a.tar", GOOD_TAR[:1000], ["damaged_archive"] * 2),  # the member that is cut off, and the rest of the archive
        ("a.tar", GOOD_TAR[:2560] + b"\x07" + GOOD_TAR[2561:], ["a" * 2000, "damaged_archive"]),  # second header
        ("a.tar", tarred_special(tarfile.SYMTYPE), ["link_member"]),
        ("a.tar", tarred_special(tarfile.LNKTYPE), ["link_member"]),
        ("a.tar", tarred_special(tarfile.FIFOTYPE), ["not_a_regular_file"]),
        ("a.tar", tarred({"a.txt": "1"})[:1024] + tarred({"a.txt": "2"}), ["1", "duplicate_member_name"]),
        ("a.tar.gz", gzip.compress(GOOD_TAR, mtime=0)[:40], ["truncated_archive"]),
        ("a.tar.gz", b"no gzip", ["damaged_archive"]),
        ("a.tar.gz", tarred({"bomb": b"0" * 10_000_000, "b.txt": "b"}, "w:gz"), ["too_large", "archive_ratio"]),
        ("a.tar.xz", lzma.compress(GOOD_TAR)[:-20], ["a" * 2000, "b" * 2000, "truncated_archive"]),
        ("a.txt.gz", gzip.compress(b"text", mtime=0)[:-4], ["truncated_archive"]),
        ("a.txt.gz", gzip.compress(b"text", mtime=0) + b"tail", ["damaged_archive"]),
        ("a.txt.gz", b"", [""]),  # an empty file is an empty file, packed or not: its format refuses it
        ("a.txt.gz", gzip.compress(b"0" * 50_000_000, mtime=0), ["too_large"]),
        ("a.txt", b"0" * 2_000_001, ["too_large"]),
        ("a.txt", b"", [""]),
    ],
)
def test_read_sources_rejects_hostile_files_one_by_one(
    tmp_path: Path, name: str, content: bytes, expected: list[str]
) -> None:
    assert [outcome for _, outcome in read_all(write(tmp_path / name, content))] == expected


def test_read_sources_stops_an_archive_at_its_total_size(tmp_path: Path) -> None:
    members = {f"{number}.txt": os.urandom(600_000).hex() for number in range(5)}
    found = read_all(write(tmp_path / "a.zip", zipped(members)))
    assert [outcome for _, outcome in found[4:]] == ["archive_too_large"]


def test_read_sources_refuses_a_header_of_a_tar_that_claims_a_gigabyte(tmp_path: Path) -> None:
    info = tarfile.TarInfo("x")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 1_000_000_000
    header = info.tobuf(tarfile.GNU_FORMAT)
    assert read_all(write(tmp_path / "a.tar", header + b"\0" * 10_240)) == [("a.tar", "damaged_archive")]


def test_read_sources_rejects_what_is_no_regular_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    os.mkfifo("b.pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("c.socket")
        (tmp_path / "d.link").symlink_to("nowhere.txt")
        (tmp_path / "e.self").symlink_to("e.self")
        (tmp_path / "f").mkdir()
        (tmp_path / "f" / "up").symlink_to("..")
        write(tmp_path / "g.txt", "read")
        found = read_all(tmp_path)
    assert found == [
        ("b.pipe", "not_a_regular_file"),
        ("c.socket", "not_a_regular_file"),
        ("d.link", "dangling_symlink"),
        ("e.self", "symlink_loop"),
        ("f/up/", "symlink_loop"),
        ("g.txt", "read"),
    ]
    assert read_all("b.pipe", "d.link", "/dev/null") == [
        ("b.pipe", "not_a_regular_file"),
        ("d.link", "dangling_symlink"),
        ("null", "not_a_regular_file"),
    ]


def test_read_sources_enters_folders_of_links_once(tmp_path: Path) -> None:
    """Twenty folders with two links each to the next are a million paths."""
    for number in range(20):
        write(tmp_path / f"{number:02}" / "a.txt", str(number))
        for name in ("l1", "l2"):
            (tmp_path / f"{number:02}" / name).symlink_to(tmp_path / f"{number + 1:02}")
    found = read_all(tmp_path)
    assert sorted(text for _, text in found if text.isdigit()) == sorted(map(str, range(20)))
    assert len(read_all(f"{tmp_path}/**/a.txt")) == 20


def test_read_sources_rejects_an_unreadable_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.zip"):
        write(tmp_path / name, "text")
    open_file = os.open

    def refuse(path: str, flags: int) -> int:
        if not path.endswith("b.txt"):
            raise PermissionError(13, "Permission denied", path)
        return open_file(path, flags)

    monkeypatch.setattr(reading.os, "open", refuse)  # permission bits mean nothing to root
    assert read_all(tmp_path) == [("a.txt", "unreadable"), ("b.txt", "text"), ("c.zip", "unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="permission bits mean nothing to root")
def test_read_sources_rejects_files_and_folders_without_permission(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    write(tmp_path / "b" / "c.txt").parent.chmod(0)
    assert read_all(tmp_path) == [("a.txt", "unreadable"), ("b/", "unreadable")]
    (tmp_path / "b").chmod(0o700)


@pytest.mark.parametrize(
    ("error", "rule"),
    [
        (FileNotFoundError(2, "No such file"), "vanished"),
        (OSError(5, "Input/output error"), "unreadable"),
        (PermissionError(13, "Permission denied"), "unreadable"),
    ],
)
def test_read_sources_rejects_a_folder_that_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, rule: str
) -> None:
    write(tmp_path / "a" / "b.txt")
    write(tmp_path / "c.txt", "read")
    list_folder = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("a"):
            raise error
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert read_all(tmp_path) == [("a/", rule), ("c.txt", "read")]


def test_read_sources_rejects_a_file_that_vanishes(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    items = read_sources([str(tmp_path)], limits=LIMITS)
    assert isinstance(next(items), RawFile)
    (tmp_path / "b.txt").unlink()
    (gone,) = items
    assert isinstance(gone, Rejection)
    assert gone.rule == "vanished"


def test_read_sources_reads_a_file_that_changed_once_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "old")
    states = iter([(3, 1), (3, 2), (3, 2), (3, 2)])
    monkeypatch.setattr(reading, "state_of", lambda _: next(states))
    assert read_all(path) == [("a.txt", "old")]


def test_read_sources_rejects_a_file_that_goes_on_changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "old")
    states = iter(range(100))
    monkeypatch.setattr(reading, "state_of", lambda _: (3, next(states)))
    assert read_all(path) == [("a.txt", "changed_during_read")]


def test_read_sources_rejects_an_archive_that_changes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", zipped({"a.txt": "a", "b.txt": "b"}))
    items = read_sources([str(path)], limits=LIMITS)
    next(items)
    with path.open("ab") as file:
        file.write(b"more")
    rules = [item.rule for item in items if isinstance(item, Rejection)]
    assert rules == ["changed_during_read"]


def test_read_sources_prints_names_that_are_not_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\n.txt")).write_text("odd")
    (item,) = read_sources([str(tmp_path)], limits=LIMITS)
    assert (item.source, item.source_path) == ("a\\xff\\n.txt", f"{tmp_path}/a\\xff\\n.txt")
    item.source_path.encode("utf-8")


def test_read_sources_reads_twenty_thousand_tiny_files_in_seconds(tmp_path: Path) -> None:
    for folder in range(20):
        (tmp_path / str(folder)).mkdir()
        for number in range(1000):
            os.mknod(tmp_path / str(folder) / f"{number}.txt", stat.S_IFREG | 0o600)
    started = time.process_time()
    assert sum(1 for _ in read_sources([str(tmp_path)], limits=LIMITS)) == 20_000
    assert time.process_time() - started < 20


def test_read_sources_goes_down_a_thousand_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("deep")
    found = read_all(tmp_path)
    Path("a.txt").unlink()
    for _ in range(1200):  # pytest's own cleaning up would run out of stack
        os.chdir("..")
        Path("d").rmdir()
    assert found == [("d/" * 1200 + "a.txt", "deep")]


@settings(deadline=None, max_examples=150)
@given(
    content=st.sampled_from([GOOD_ZIP, GOOD_TAR, gzip.compress(GOOD_TAR, mtime=0), tarred({"a": "b"}, "w:xz")]),
    data=st.data(),
)
def test_read_sources_never_raises_on_a_damaged_archive(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    damaged = damaged[: data.draw(st.integers(0, len(damaged)))]
    folder = tmp_path_factory.mktemp("damaged")
    for name in ("a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.gz"):
        path = write(folder / name, bytes(damaged))
        items = list(read_sources([str(path)], limits=LIMITS))
        assert items
        assert all(isinstance(item, RawFile | Rejection) for item in items)


@pytest.mark.parametrize("limit", ["max_file_bytes", "max_member_count", "max_archive_bytes", "max_ratio"])
def test_limits_refuse_what_lets_nothing_pass(limit: str) -> None:
    with pytest.raises(ValueError, match=limit):
        Limits(**{limit: 0})


@pytest.mark.parametrize("name", ["..", "a/../b", "", "a\0b", "D:/a", "/a", "\\a"])
def test_is_unsafe_member_knows_names_that_lead_out(name: str) -> None:
    assert is_unsafe_member(name)


@pytest.mark.parametrize("name", ["a/b.txt", "a..b/c", "...", "a:b/c", "./a"])
def test_is_unsafe_member_lets_odd_names_pass(name: str) -> None:
    assert not is_unsafe_member(name)


@pytest.mark.parametrize("name", ["a/.b", ".a/b", "__MACOSX/x", "Thumbs.db", "a/desktop.ini"])
def test_is_hidden_member_looks_at_every_folder(name: str) -> None:
    assert is_hidden_member(name)


@pytest.mark.parametrize("name", ["./a", "a.b", "a/../b", "MACOSX/a"])
def test_is_hidden_member_leaves_others(name: str) -> None:
    assert not is_hidden_member(name)


@given(st.binary().map(os.fsdecode) | st.text(st.characters()))
def test_printable_gives_what_can_be_stored_and_shown(name: str) -> None:
    shown = printable(name)
    assert shown.isprintable()
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("*.txt", (".", ("*.txt",))),
        ("/*", ("/", ("*",))),
        ("/a/b/**/c", ("/a/b", ("**", "c"))),
        ("a/[x]/", ("a", ("[x]",))),
    ],
)
def test_split_glob_finds_the_folder_to_walk(glob: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert split_glob(glob) == expected


def test_next_states_stay_few_on_a_hostile_pattern() -> None:
    pattern = ("**", "a") * 50
    states = start_states(pattern)
    for _ in range(500):
        states = next_states(pattern, states, "a")
        assert len(states) <= len(pattern) + 1
    assert is_match(pattern, states)

"""A stream with a byte order mark is given in UTF-8, with nothing lost that was damaged."""

import codecs
from io import BytesIO

import pytest

from tasks.formats.forms.transcoding import Transcoded

TEXT = '<?xml version="1.0" encoding="utf-16"?><p>Ōsaka → Ærø</p>'


def read_whole(content: bytes, mark: bytes, *, size: int) -> str:
    stream = Transcoded(BytesIO(content), mark)
    return b"".join(iter(lambda: stream.read(size), b"")).decode()


@pytest.mark.parametrize("size", [1, 3, 64, 10_000])
@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_text_is_given_whole_whatever_the_size_of_reads(mark: bytes, encoding: str, size: int) -> None:
    whole = read_whole(mark + TEXT.encode(encoding), mark, size=size)
    assert whole.endswith("<p>Ōsaka → Ærø</p>")
    assert whole.startswith("<?xml version")


def test_half_a_character_at_the_end_is_shown() -> None:
    mark = codecs.BOM_UTF16_LE
    assert read_whole(mark + "Ōsaka".encode("utf-16-le")[:-1], mark, size=4) == "Ōsak�"

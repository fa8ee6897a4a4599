"""From bytes to text: which encoding, which repairs, and what is refused."""

import codecs
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.formats import Refusal
from tasks.formats.text import LOST_CHARACTERS, DecodedText, decode

CURLY = "Zhu’s “strategic partnership” – 10 percent – cost 5 million… The café’s owner, Müller, agreed."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"Plain ASCII.", "utf-8"),
        (CURLY.encode(), "utf-8"),
        (codecs.BOM_UTF8 + CURLY.encode(), "utf-8"),
        (CURLY.encode("cp1252"), "windows-1252"),
        (CURLY.encode("mac-roman"), "mac-roman"),
        (CURLY.encode("utf-16"), "utf-16-le"),
        (CURLY.encode("utf-16-le"), "utf-16-le"),
        (CURLY.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), "utf-16-be"),
        (CURLY.encode("utf-32"), "utf-32-le"),
        ("Россия и Китай подписали договор".encode("utf-16"), "utf-16-le"),  # no ASCII, but a mark
        ("Россия и Китай подписали договор".encode(), "utf-8"),
    ],
)
def test_decode_finds_the_encoding(content: bytes, encoding: str) -> None:
    decoded = decode(content)
    assert decoded.encoding == encoding
    assert decoded.text in (CURLY, "Plain ASCII.", "Россия и Китай подписали договор")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Russia’s forces", "cp1252"),  # one apostrophe decides
        ("Russia’s forces", "mac-roman"),
        ("the “partnership”", "cp1252"),
        ("the “partnership”", "mac-roman"),
        ("in the ’90s", "cp1252"),
        ("in the ’90s", "mac-roman"),
        ("nations–particularly those in Asia–", "cp1252"),
        ("nations—particularly those in Asia—", "mac-roman"),
        ("President Havel met José Müller in Málaga", "cp1252"),
        ("President Havel met José Müller in Málaga", "mac-roman"),
        ("about 5\u00a0percent of 20\u00a0million", "cp1252"),
        ("about 5\u00a0percent of 20\u00a0million", "mac-roman"),
        ("and so on… and on…", "cp1252"),
        ("and so on… and on…", "mac-roman"),
        ("it costs £20 or €30", "cp1252"),
        ("it costs £20 or €30", "mac-roman"),
        ("Émile Zédillo", "cp1252"),
        ("• Talks\n• Trade", "cp1252"),
        ("• Talks\n• Trade", "mac-roman"),
        ("about ¥500", "cp1252"),
    ],
)
def test_decode_tells_windows_1252_from_mac_roman(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text.replace("\u00a0", " ")
    assert codecs.lookup(decoded.encoding).name == codecs.lookup(encoding).name


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Lech Wałęsa came to Łódź", "windows-1250"),
        ("Slobodan Milošević spoke", "windows-1250"),
        ("Lech Wałęsa came to Łódź", "iso-8859-2"),
        ("The paper Правда and the paper Известия were read in English", "cp866"),
        ("The paper Правда and the paper Известия were read in English", "windows-1251"),
        ("The paper Правда and the paper Известия were read in English", "koi8-r"),
    ],
)
def test_decode_tells_other_single_byte_encodings_apart(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_decode_says_where_an_encoding_is_uncertain() -> None:
    assert decode("crème".encode("cp1252")).repairs[0] == "encoding uncertain: windows-1250 reads as well"
    assert decode("café".encode("cp1252")).repairs == ()  # the same in both


@pytest.mark.parametrize(
    ("given", "expected", "repairs"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n", ("line ends",)),
        ("one\u2028two\u2029three", "one\ntwo\nthree", ("line ends",)),
        ("page\fpage", "page\npage", ("form feeds",)),
        ("Russiaâ€™s â€œpartnershipâ€\x9d", "Russia’s “partnership”", ("mojibake",)),
        ("Russia\x92s \x93partnership\x94", "Russia’s “partnership”", ("mojibake",)),  # Latin-1 for Windows-1252
        ("Russia‚Äôs ‚Äúpartnership‚Äù", "Russia’s “partnership”", ("mojibake",)),  # UTF-8 read as Mac Roman
        ("cafÃ© in MÃ¼nchen", "café in München", ("mojibake",)),
        ("cafÃƒÂ©", "café", ("mojibake",)),  # twice
        ("Ã\u00a0 la carte", "à la carte", ("mojibake",)),
        ("20Â\u00a0percent", "20 percent", ("mojibake", "spaces")),
        ("the port³ lent $6 billion¹ in 2004²", "the port lent $6 billion in 2004", ("marks of notes",)),
        ("it rose 5%², a bank said.³ “Too much,”⁴", "it rose 5%, a bank said. “Too much,”", ("marks of notes",)),
        ("30 km², 3 m/s², 4 miles², E=mc², CO², 10⁹", "30 km², 3 m/s², 4 miles², E=mc², CO², 10⁹", ()),  # exponents
        ("rose 12<sup>3</sup> percent", "rose 12³ percent", ("HTML tags",)),
        ("cost <s>$5 million</s> $6 million", "cost  $6 million", ("HTML tags",)),
        ("<td>12</td><td>13</td>", " 12  13 ", ("HTML tags",)),
        ("co\u00adoperation", "cooperation", ("soft hyphens",)),
        ("no\u200bwhere \ufeffin\u2060side", "nowhere inside", ("zero-width characters",)),
        ("a bell\x07 in a sentence of text\x7f", "a bell in a sentence of text", ("control characters",)),
        ("some 100,0\x1b[1;31m00 tons\x1b[0m were sold", "some 100,000 tons were sold", ("control characters",)),
        ("5\u00a0percent of\u202f20\u2009million", "5 percent of 20 million", ("spaces",)),
        ("Cafe\u0301", "Café", ("composition",)),
        ("â\u200b€™", "’", ("mojibake", "zero-width characters")),  # one repair uncovers another
        ("“curly” ‘marks’ – and — dashes…", "“curly” ‘marks’ – and — dashes…", ()),
        ("“curly” and â€œbrokenâ€\x9d", "“curly” and “broken”", ("mojibake",)),
        ("Ångström, Ærø, naïve, L’Être, São Paulo, Åland", "Ångström, Ærø, naïve, L’Être, São Paulo, Åland", ()),
        ("x² Ⅳ ⅓ ½ ㎏", "x² Ⅳ ⅓ ½ ㎏", ()),  # nothing else that ftfy would do
        ("“yes” and â€œnoâ€ again", "“yes” and “no” again", ("mojibake",)),  # repaired once, in part
        ("Orlov &amp; Sons paid &#163;5 &mdash; so", "Orlov & Sons paid £5 — so", ("HTML entities",)),
        ("AT&T, R&D; Q&A", "AT&T, R&D; Q&A", ()),
        ("One <b>two</b>.<br>Three", "One two.\nThree", ("HTML tags",)),
        ("<p>One.</p><p class='x'>Two.</p>", "\n\nOne.\n\n\n\nTwo.\n\n", ("HTML tags",)),
        ("Sears <S> and <GM> rose; a < b > c", "Sears <S> and <GM> rose; a < b > c", ()),  # tickers
        ("o\ufb03ce ｆｕｌｌ １２", "office full 12", ("ligatures and full-width forms",)),
        ("lost \ufffd here", "lost \ufffd here", ("characters lost before (U+FFFD)",)),
        ("tab\tstays", "tab\tstays", ()),
    ],
)
def test_decode_repairs_and_names_each_repair(given: str, expected: str, repairs: tuple[str, ...]) -> None:
    decoded = decode(given.encode())
    assert (decoded.text, decoded.repairs) == (expected, repairs)


def test_decode_names_the_byte_order_mark() -> None:
    assert decode(codecs.BOM_UTF8 + b"text").repairs == ("byte order mark",)


@pytest.mark.parametrize("sign", ["Ò", "Ó", "Õ"])
def test_decode_leaves_rare_letters_of_utf_8_alone(sign: str) -> None:
    assert decode(f"{sign}n {sign}".encode()).text == f"{sign}n {sign}"


@pytest.mark.parametrize(
    ("content", "rule", "reason"),
    [
        (b"", "empty", "empty"),
        (b" \r\n\t\xc2\xa0", "empty", "no visible text"),
        (codecs.BOM_UTF16_LE, "empty", "no visible text"),
        (b"\0" * 1000, "binary", "NUL"),
        (b"some text \0 and more", "binary", "NUL"),
        (b"text\x01\x02\x03\x04", "binary", "control characters"),
        (codecs.BOM_UTF16_LE + b"odd", "broken_encoding", "utf-16-le"),
        (codecs.BOM_UTF8 + b"\xff\xfe", "broken_encoding", "utf-8"),
        ("“Zhu” said ‘so’ – ".encode() + b"\xe2\x80", "broken_encoding", "byte 28"),  # cut within a character
        ("The office said on Monday — “a".encode()[:-2], "broken_encoding", "unexpected end"),
        (b"The office said on Monday \xe2", "broken_encoding", "unexpected end"),
        ("He said — ".encode() + "“a record” — and left".encode("cp1251"), "unknown_encoding", "reads badly"),
        ("He said — “".encode() + "a record” — and “left”".encode("cp1251"), "unknown_encoding", "reads badly"),
        ("Президент России подписал указ о реформе".encode("koi8-r"), "unknown_encoding", "windows-1252"),
        ("Президент России подписал указ о реформе".encode("cp1251"), "unknown_encoding", "windows-1252"),
        ("<html><body>Omsk voted.</body></html>", "markup", "<html>"),
        ("<quote>Omsk voted.</quote>", "markup", "</quote>"),
        ("a" + "\u0301\u0316" * 100, "stacked_marks", "200 combining marks"),
    ],
)
def test_decode_refuses_what_is_no_text(content: bytes | str, rule: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason) as refused:
        decode(content if isinstance(content, bytes) else content.encode())
    assert refused.value.rule == rule
    assert refused.value.repair


PIECES = (
    *(
        "Russia",
        "’s",
        " “",
        "” ",
        "–",
        "\r\n",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "â€œ",
        "Ã©",
        "e\u0301",
        "\x92",
        "Õ",
        "\ufeff",
    ),
    *("$5", "â", "€", "œ", "Ã", "Â", "\x9d", "‚Äú", "\u0316", "\f", "%PDF-"),
)
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.binary(max_size=200) | NEWS.map(str.encode) | st.text().map(lambda text: text.encode("utf-8", "ignore"))


def decode_or_refuse(content: bytes) -> DecodedText | Refusal:
    try:
        return decode(content)
    except Refusal as refusal:
        return refusal


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_decode_changes_nothing_in_its_own_output(content: bytes) -> None:
    decoded = decode_or_refuse(content)
    if isinstance(decoded, DecodedText):
        again = decode(decoded.text.encode("utf-8"))
        assert (again.text, again.encoding) == (decoded.text, "utf-8")
        assert set(again.repairs) <= {LOST_CHARACTERS}
        assert unicodedata.is_normalized("NFC", decoded.text)
        assert not {"\r", "\u00a0", "\u00ad", "\u200b", "\ufeff"} & set(decoded.text)


@settings(deadline=None, max_examples=200)
@given(NEWS, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac-roman"]))
def test_decode_never_raises_anything_but_its_own(text: str, encoding: str) -> None:
    decoded = decode_or_refuse(text.encode(encoding, "ignore"))
    assert decoded.text.strip() if isinstance(decoded, DecodedText) else decoded.rule


@pytest.mark.parametrize("piece", ["x", "é ", "â€œ", "\u200b", "\r", "\u0301a", "Ã", "“"])
def test_decode_takes_linear_time(piece: str) -> None:
    content = (piece * (1_000_000 // len(piece))).encode()
    started = time.process_time()
    decode_or_refuse(content)
    assert time.process_time() - started < 10

"""Which language a text is in, and that only what is English is read as English."""

import json

import pytest

from tasks.formats import parse_article, recognise
from tasks.languages.detection import language_of
from tasks.languages.passages import RULE, readable
from warehouse.records import Article, RawFile

ENGLISH = (
    "The mayor of Port Allen said on Monday that the new bridge would open in the spring and cost 12 million euros. "
    "Work on it took three years, Karl Weber of the building office said."
)
SENTENCES = {
    "en": ENGLISH,
    "de": "Der Bürgermeister von Hafenstadt sagte am Montag, die neue Brücke werde im Frühjahr eröffnet und koste 12 "
    "Millionen Euro. Der Bau habe drei Jahre gedauert, erklärte Karl Weber vom Bauamt.",
    "fr": "Le maire de la ville a déclaré lundi que le nouveau pont ouvrirait au printemps et coûterait 12 millions "
    "d'euros. Les travaux ont duré trois ans, selon Paul Martin du service des travaux.",
    "es": "El alcalde de la ciudad dijo el lunes que el nuevo puente se abrirá en la primavera y costará 12 millones "
    "de euros. Las obras han durado tres años, según Pablo Ortega, de la oficina de obras.",
    "it": "Il sindaco della città ha detto lunedì che il nuovo ponte aprirà in primavera e costerà 12 milioni di "
    "euro. I lavori sono durati tre anni, ha spiegato Carlo Bassi dell'ufficio tecnico.",
    "pl": "Burmistrz miasta powiedział w poniedziałek, że nowy most zostanie otwarty wiosną i będzie kosztował 12 "
    "milionów euro. Budowa trwała trzy lata, wyjaśnił Karol Zając z urzędu budowlanego.",
    "ru": "Мэр города заявил в понедельник, что новый мост откроется весной и обойдется в 12 миллионов евро. Работы "
    "продолжались три года, пояснил Карл Вебер из управления строительства.",
    "uk": "Мер міста заявив у понеділок, що новий міст відкриють навесні і він коштуватиме 12 мільйонів євро. Роботи "
    "тривали три роки, пояснив Карло Вебер з управління будівництва.",
    "zh": "市长星期一表示,新桥将于春天开放,耗资一千二百万欧元。建设局的卡尔说,工程历时三年。",
    "ar": "قال رئيس البلدية يوم الاثنين إن الجسر الجديد سيفتتح في الربيع وسيكلف 12 مليون يورو، "
    "وإن العمل استمر ثلاث سنوات.",
}
UNSURE = {
    "a headline of names": "Weber Meets Keller in Lindau",
    "names of newspapers": "Nezavisimaya gazeta, Kommersant, May 5",
    "a table": "Shr 12 cts vs 10 cts\n\nNet 1.2 mln vs 1.0 mln\n\nRevs 34 mln vs 29 mln",
    "digits": "12,345 67,890 " * 20,
    "nothing": "",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_language_of_sentences(language: str) -> None:
    assert language_of(SENTENCES[language]) == language
    assert language_of(SENTENCES[language].upper()) in {language, None}  # capitals say nothing


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_language_of_what_is_unsure(text: str) -> None:
    assert language_of(text) in {None, "en"}
    article = recognise(text, article_id="x")
    assert readable(article) == (article, ())


@pytest.mark.parametrize("language", sorted(SENTENCES.keys() - {"en"}))
def test_readable_leaves_nothing_of_another_language(language: str) -> None:
    article = recognise(SENTENCES[language], article_id="x")
    assert (article.language, article.language_basis) == (language, "text")
    english, (note,) = readable(article)
    assert (english.text.strip(), len(english.text)) == ("", len(article.text))
    assert (note.rule, note.start_char, note.article_id) == (RULE, 0, "x")
    assert note.reason.startswith("The article is in ")


def test_readable_keeps_the_places_of_english_passages() -> None:
    text = "\n\n".join([SENTENCES["de"], SENTENCES["de"], "Kurz.", ENGLISH, SENTENCES["de"], ENGLISH])
    article = recognise(text, article_id="x")
    english, notes = readable(article)
    assert article.language == "de"
    assert english.text.split() == f"{ENGLISH} {ENGLISH}".split()
    assert english.text.index("The mayor") == text.index("The mayor")
    assert [note.reason.partition(":")[0] for note in notes] == ["A passage is in German"] * 2
    assert [note.start_char for note in notes] == [0, text.rindex("Der Bürgermeister")]


def test_readable_takes_a_short_paragraph_for_the_language_of_its_article() -> None:
    article = recognise(
        f"{ENGLISH}\n\nDie Brücke ist lang, und die Stadt freut sich darüber sehr.\n\n{ENGLISH}", article_id="x"
    )
    assert article.language == "en"
    assert readable(article) == (article, ())


def parsed(text: str, *, language: str | None) -> Article:
    raw = RawFile(source="a.txt", source_path="/a.txt", content_sha256="0", content=text.encode())
    return parse_article(raw, format_name="plain", language=language)


def test_readable_believes_what_the_user_says() -> None:
    given = parsed(SENTENCES["de"], language="en")
    assert (given.language, given.language_basis, readable(given)) == ("en", "given", (given, ()))
    given = parsed(ENGLISH, language="de")
    assert readable(given).article.body.strip() == ""
    assert parsed(ENGLISH, language=None).language_basis == "text"


def stating(language: str, text: str) -> Article:
    row = json.dumps({"title": "Notice", "text": text, "language": language})
    raw = RawFile(source="a.jsonl#1", source_path="/a.jsonl", content_sha256="0", content=row.encode())
    return parse_article(raw)


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        pytest.param("German", "Kein Markt.", ("de", "header"), id="a notice too short to tell"),
        pytest.param("de-AT", "Kein Markt.", ("de", "header"), id="a tag"),
        pytest.param("German", ENGLISH, ("en", "text"), id="the language of a frame"),
        pytest.param("English; German", "Kein Markt.", (None, None), id="two"),
        pytest.param("Latin script", "Kein Markt.", (None, None), id="none"),
    ],
)
def test_what_a_form_states_is_believed_where_the_text_is_not_sure(
    language: str, text: str, known: tuple[str | None, str | None]
) -> None:
    article = stating(language, text)
    assert (article.language, article.language_basis) == known

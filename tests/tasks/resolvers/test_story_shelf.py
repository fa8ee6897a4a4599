"""The words of articles, put down and taken again."""

from pathlib import Path

import pytest

from tasks.resolvers.stories import shelf
from tasks.resolvers.stories.shelf import shelved
from tasks.resolvers.stories.wording import wording_of

TEXTS = {
    "plain": ("The ferry Adele was late on Monday.\n\nIt carried 1,250.5 tons.", "Late"),
    "accents": ("Şişli ve İstanbul: 12:30.\n\nDžemal said “no”.", None),
    "half a character": ("A lone \udcff and a \ud83d in a text.", "\udcff"),
    "long": ("One word more. " * 60, "Without a headline"),
    "nothing": ("", None),
}


@pytest.mark.parametrize("texts_in_memory", [0, 2, 100])
def test_words_are_taken_as_they_were_put_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts_in_memory: int
) -> None:
    monkeypatch.setattr(shelf, "TEXTS_IN_MEMORY", texts_in_memory)
    wordings = {key: wording_of(body, headline) for key, (body, headline) in TEXTS.items()}
    with shelved(wordings.items(), folder=tmp_path) as take:
        for key in [*wordings, *reversed(wordings), *wordings]:
            assert take(key) == wordings[key]
    assert not list(tmp_path.iterdir())

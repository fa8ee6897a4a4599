"""Documents in XML of kinds that are known by their first element, as a table has them."""

import csv
import re
from functools import partial
from pathlib import Path

from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.xml import root_name

TABLE = Path(__file__).with_name("roots.csv")
ARTICLE = re.compile(
    r"<(?:\w+:)?article\b[^<>]*>\s*(?:<[^<>]*>\s*)*?<(?:\w+:)?(?:front|article-meta|info|para|sect1|section)\b"
)
"""The first element of journals' articles (JATS) and of DocBook has the name of one of HTML."""


def forms() -> dict[str, Form]:
    """Return a form for each line of the table, and one for articles of journals and handbooks."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        found = {
            row["name"]: Form(says=row["says"], recognise=partial(has_root, row["root"]), repair=row["repair"])
            for row in csv.DictReader(file)
        }
    found["journal_article"] = Form(says="an article in JATS or DocBook", recognise=is_article)
    return found


def has_root(root: str, head: Head) -> bool:
    """Tell whether a document's first element has a name."""
    return root_name(head) == root


def is_article(head: Head) -> bool:
    """Tell whether a document's first element is an article, and holds what one of HTML does not."""
    return root_name(head) == "article" and ARTICLE.search(head.start) is not None

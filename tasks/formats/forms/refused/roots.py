"""Documents in XML of kinds that are known by their first element, as a table has them."""

import re
from functools import partial

from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.refused.tables import forms_of
from tasks.formats.forms.xml import root_name

ARTICLE = re.compile(
    r"<(?:\w+:)?article\b[^<>]*>\s*(?:<[^<>]*>\s*)*?<(?:\w+:)?(?:front|article-meta|info|para|sect1|section)\b"
)
"""The first element of journals' articles (JATS) and of DocBook has the name of one of HTML."""


def forms() -> dict[str, Form]:
    """Return a form for each line of the table, and one for articles of journals and handbooks."""
    article = Form(says="an article in JATS or DocBook", recognise=is_article)
    return forms_of("roots.csv", lambda row: partial(has_root, row["root"])) | {"journal_article": article}


def has_root(root: str, head: Head) -> bool:
    """Tell whether a document's first element has a name."""
    return root_name(head) == root


def is_article(head: Head) -> bool:
    """Tell whether a document's first element is an article, and holds what one of HTML does not."""
    return root_name(head) == "article" and ARTICLE.search(head.start) is not None

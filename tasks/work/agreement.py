"""A worker reads by the same rules as whoever gives it the work, and does that at all."""

import socket

from tasks.engines.engine import EngineError
from tasks.formats.article import bare_article
from tasks.resolvers.versions import pipeline_version

SAMPLE = bare_article(
    " ".join(
        f"The grain terminal loaded {number},400 tons of wheat in May {year}, 12 percent more than a year before, "
        f"the port's director, Anna Weber, told Reuters in Odessa on Wednesday. “We spent $1.{number} million on it.”"
        for number, year in enumerate(range(1990, 2000), start=1)
    ),
    article_id="sample",
)
"""An article of some 400 words, as long as most: whatever ends a worker over it is no fault of the user's articles."""


def require_same_rules(version: str) -> None:
    """Raise EngineError where a worker, with the model that reads at present, would find facts by another version."""
    if pipeline_version() != version:
        raise EngineError(
            f"The worker on {socket.gethostname()} has another version of Newsledger than this machine. "
            "Install the same one on all machines of the cluster, then start its workers again."
        )

"""International organizations, each with its acronyms and the other forms of its name: `United Nations`, `UN`."""

import functools
from collections.abc import Mapping

from tasks.extractors.mentions.lexicon.spelling import normalised
from tasks.extractors.mentions.lexicon.tables import rows


@functools.cache
def organizations() -> Mapping[str, str]:
    """Map each form of an organization's name, as it is compared, to the name itself."""
    return {
        normalised(form): row["name"]
        for row in rows("organizations.csv")
        for form in (row["name"], *filter(None, row["others"].split("|")))
    }


def organization_named(name: str) -> str | None:
    """Tell the name of the international organization that an acronym or another form of it stands for."""
    return organizations().get(normalised(name))

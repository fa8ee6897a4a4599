"""What an article must be before anything is extracted from it."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite
from great_expectations.expectations.row_conditions import Column

from expectations.demands import CRITICAL, WARNING, because
from expectations.facts import in_order

LONGEST_BODY = 1_000_000
"""Characters: some 160,000 words, several times the longest report that a news publication prints as one article."""

FIRST_VOLUME, LAST_VOLUME = 1, 200
"""What a header may say, as its format reads it: more volumes than any news publication of our kind has years."""

ISSUES_IN_A_VOLUME = 400
"""More than one issue for every day of a year."""

SUITE = ExpectationSuite(
    name="articles",
    expectations=[
        gxe.ExpectColumnValuesToBeUnique(
            column="article_id", severity=CRITICAL, meta=because("two articles have one key")
        ),
        gxe.ExpectColumnValuesToNotBeNull(column="text", severity=CRITICAL, meta=because("the article has no text")),
        gxe.ExpectColumnValuesToNotBeNull(
            column="publication",
            row_condition=Column("format") == "monitor",
            severity=WARNING,
            meta=because("the header names no publication", repair="Complete the header and ingest the file again."),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="volume",
            row_condition=Column("format") == "monitor",
            severity=WARNING,
            meta=because("the header has no volume", repair="Complete the header and ingest the file again."),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="volume",
            min_value=FIRST_VOLUME,
            max_value=LAST_VOLUME,
            severity=WARNING,
            meta=because("the volume is out of range", repair="Correct the header and ingest the file again."),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="issue",
            row_condition=Column("format") == "monitor",
            severity=WARNING,
            meta=because("the header has no issue", repair="Complete the header and ingest the file again."),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="issue",
            min_value=1,
            max_value=ISSUES_IN_A_VOLUME,
            severity=WARNING,
            meta=because("the issue is out of range", repair="Correct the header and ingest the file again."),
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="body",
            min_value=1,
            severity=WARNING,
            meta=because("the body is empty", repair="Complete the file and ingest it again."),
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="body",
            max_value=LONGEST_BODY,
            severity=WARNING,
            meta=because(
                f"the body is longer than {LONGEST_BODY:,} characters",
                repair="Split the file into one article each and ingest them.",
            ),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="paragraph_count",
            min_value=1,
            severity=WARNING,
            meta=because("the body has no paragraph", repair="Complete the file and ingest it again."),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="word_count",
            min_value=2,
            severity=WARNING,
            meta=because("the body has fewer than two words", repair="Complete the file and ingest it again."),
        ),
        gxe.ExpectColumnValuesToNotMatchRegex(
            column="text",
            regex=r"[\x00-\x08\x0b\x0c\x0e-\x1f]",
            severity=WARNING,
            meta=because("the text holds control characters", repair="Save the file as plain text and ingest it."),
        ),
        gxe.ExpectColumnValuesToMatchRegex(
            column="body",
            regex=r"[^\W\d_]",
            severity=WARNING,
            meta=because("the body holds no letter", repair="Complete the file and ingest it again."),
        ),
        in_order("published_on_low", "published_on_high"),
    ],
)

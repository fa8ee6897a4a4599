#!/usr/bin/env bash
# dateparser takes the 1990s for 1,990 seconds ago, and `May 10-12` for a day of 1912.
#
# Guess: a date of news that the library does not know gives nothing, or at worst less than was said: the year alone,
# or the first day of two.
#
# Seen: with a day to count from (12 May 1999) and `PREFER_DATES_FROM: past`, a decade is read as so many seconds, the
# end of a range of days as a year, a half of a year as a day in its first month. A search in text reads a part
# and drops what changes it: of `the fourth of July` the month, with the day that one counts from.
#
#   last Friday: 1999-05-07 00:00
#   the 1990s: 1999-05-11 23:26
#   May 10-12: 1912-05-10 00:00
#   H1 1998: 1998-01-12 00:00
#   search, the fourth of July: [('of July', '1998-07-12')]
#   search, March last year: [('March', '1999-03-12'), ('last year', '1998-05-12')]
#   search, half a year ago: [('a year ago', '1998-05-12')]
#
# Matters: each is a day with all its digits, and no sign that it was guessed. A talk of 1999 is filed under 1912, a
# decade's growth under yesterday evening.
#
# Versions: dateparser 1.5.0.

source "$(dirname -- "$0")/lib.sh"
environment now dateparser==1.5.0

run now <<'PY'
from datetime import datetime

import dateparser
from dateparser.search import search_dates
from finding import seen

SETTINGS = {"RELATIVE_BASE": datetime(1999, 5, 12), "PREFER_DATES_FROM": "past"}


def parsed(text):
    return f"{dateparser.parse(text, languages=['en'], settings=SETTINGS):%Y-%m-%d %H:%M}"


def found(text):
    dates = search_dates(text, languages=["en"], settings=SETTINGS) or []
    return [(words, f"{day:%Y-%m-%d}") for words, day in dates]


seen("last Friday", parsed("last Friday"), then="1999-05-07 00:00")
seen("the 1990s", parsed("the 1990s"), then="1999-05-11 23:26")
seen("May 10-12", parsed("May 10-12"), then="1912-05-10 00:00")
seen("H1 1998", parsed("H1 1998"), then="1998-01-12 00:00")
seen("search, the fourth of July", found("the fourth of July"), then=[("of July", "1998-07-12")])
seen("search, March last year", found("March last year"), then=[("March", "1999-03-12"), ("last year", "1998-05-12")])
seen("search, half a year ago", found("half a year ago"), then=[("a year ago", "1998-05-12")])
PY

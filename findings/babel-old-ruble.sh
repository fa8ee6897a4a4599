#!/usr/bin/env bash
# By Unicode's CLDR, and so by Babel, Russia's currency in 1998 is the ruble that ISO 4217 ended in 1997.
#
# Guess: `get_territory_currencies` with a day gives the currency of that day. Russia cut three zeros off the ruble on
# January 1, 1998, and the new one has had the code RUB since. Where one currency follows another, a day has one of
# them, or the new one comes first.
#
# Seen: all of 1998 belongs to RUR, in which sums were a thousand times larger; RUB begins with 1999. Elsewhere both are
# valid for months, and the old one stands first: Turkey's lira of 2004, a million to the new one, in 2005.
#
#   Russia on 1997-12-31: ['RUR']
#   Russia on 1998-01-01: ['RUR']
#   Russia on 1998-12-31: ['RUR']
#   Russia on 1999-01-01: ['RUB']
#   Turkey on 2005-01-01: ['TRL', 'TRY']
#   Belarus on 2000-06-01: ['BYB', 'BYR']
#
# Matters: the ruble's collapse of August 1998 is in every archive of the time. With the wrong code, its sums are joined
# to the rates of a currency a thousand times cheaper.
#
# Versions: babel 2.18.0.

source "$(dirname -- "$0")/lib.sh"
environment now babel==2.18.0

run now <<'PY'
from datetime import date

from babel.numbers import get_territory_currencies
from finding import seen


def currencies(territory, day):
    return get_territory_currencies(territory, day, day)


seen("Russia on 1997-12-31", currencies("RU", date(1997, 12, 31)), then=["RUR"])
seen("Russia on 1998-01-01", currencies("RU", date(1998, 1, 1)), then=["RUR"])
seen("Russia on 1998-12-31", currencies("RU", date(1998, 12, 31)), then=["RUR"])
seen("Russia on 1999-01-01", currencies("RU", date(1999, 1, 1)), then=["RUB"])
seen("Turkey on 2005-01-01", currencies("TR", date(2005, 1, 1)), then=["TRL", "TRY"])
seen("Belarus on 2000-06-01", currencies("BY", date(2000, 6, 1)), then=["BYB", "BYR"])
PY

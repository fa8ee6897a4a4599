#!/usr/bin/env bash
# pyarrow converts Python values to a given type that it refuses to cast them to.
#
# Guess: `pa.array(values, type)` is as strict as `cast`, which refuses to lose anything unless it is told to. A value
# that does not fit the type given raises.
#
# Seen: building an array cuts a float to an integer and an instant to the day of its own clock. A cast refuses the same
# float, and takes the same instant to its day in UTC, which is the one before. A time without a zone is taken for UTC.
# A key of a row that no field knows is left out, and a field without a key is null even where it must not be:
# `validate(full=True)` passes that, and only the Parquet writer refuses it.
#
#   1.9 as an integer: 1
#   the same by a cast: 'ArrowInvalid'
#   half past one on May 1 in Moscow, as a day: datetime.date(1998, 5, 1)
#   the same by way of a time stamp in UTC: datetime.date(1998, 4, 30)
#   a time without a zone, as a time stamp in UTC: '1998-05-01T01:30:00+00:00'
#   a row with a misspelt key: {'article': 'a', 'outlet': None}
#   its validation with outlet not nullable: 'accepted'
#   writing it: 'ArrowInvalid'
#
# Matters: the day of a report decides which issue it belongs to, and many reports are filed at night. A misspelt key
# loses a fact, and schema and validation, which were meant to catch that, look on.
#
# Versions: pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now pyarrow==26.0.1

run now <<'PY'
from datetime import date, datetime, timedelta, timezone

import pyarrow as pa
import pyarrow.parquet as pq
from finding import outcome, seen

UTC_STAMP = pa.timestamp("us", tz="UTC")
moscow_in_summer = timezone(timedelta(hours=4))
night = datetime(1998, 5, 1, 1, 30, tzinfo=moscow_in_summer)

seen("1.9 as an integer", pa.array([1.9], pa.int64())[0].as_py(), then=1)
seen("the same by a cast", outcome(lambda: pa.array([1.9]).cast(pa.int64())), then="ArrowInvalid")

own_day = pa.array([night], pa.date32())[0].as_py()
seen("half past one on May 1 in Moscow, as a day", own_day, then=date(1998, 5, 1))
day_in_utc = pa.array([night], UTC_STAMP).cast(pa.date32())[0].as_py()
seen("the same by way of a time stamp in UTC", day_in_utc, then=date(1998, 4, 30))
naive = pa.array([night.replace(tzinfo=None)], UTC_STAMP)[0].as_py()
seen("a time without a zone, as a time stamp in UTC", naive.isoformat(), then="1998-05-01T01:30:00+00:00")

schema = pa.schema([("article", pa.string()), pa.field("outlet", pa.string(), nullable=False)])
table = pa.Table.from_pylist([{"article": "a", "outlett": "Interfax"}], schema=schema)
seen("a row with a misspelt key", table.to_pylist()[0], then={"article": "a", "outlet": None})
valid = outcome(lambda: table.validate(full=True))
seen("its validation with outlet not nullable", valid, then="accepted")
seen("writing it", outcome(lambda: pq.write_table(table, "outlets.parquet")), then="ArrowInvalid")
PY

#!/usr/bin/env bash
# Great Expectations checks a column of decimals with doubles, and its sums fail on one null.
#
# Guess: bounds given as Decimal are compared exactly, a bound that is reached is met, and nulls are left out of sums,
# as they are out of all other expectations.
#
# Seen: the bound becomes a float when the expectation is made. The double next to 0.1 is a little more than 0.1, so a
# column that starts at exactly Decimal("0.1") fails a minimum of Decimal("0.1"). A set of values keeps its decimals and
# passes. A sum of decimals is a double, 0.6000000000000001 for 0.1, 0.2 and 0.3. With one null among the decimals the
# sum is no number: the expectation fails with an exception inside, where that of the minimum passes.
#
#   the minimum kept for Decimal('0.1'): 0.1
#   values refused by it: [Decimal('0.1')]
#   the set of the same decimals: True
#   the sum of 0.1, 0.2 and 0.3: 0.6000000000000001
#   the least value with a null among them: True
#   the sum with a null among them: False
#   its message: "float() argument must be a string or a real number, not 'NoneType'"
#
# Matters: a bound is often a value that news states, such as a threshold of 0.1 percent, and facts at the bound are
# refused as implausible. A suite that held for months fails with the first article that leaves the optional amount out.
#
# Versions: great-expectations 1.24.1, pandas 3.1.1.

source "$(dirname -- "$0")/lib.sh"
environment now great-expectations==1.24.1 pandas==3.1.1

export GX_ANALYTICS_ENABLED=false
run now <<'PY'
from decimal import Decimal

import great_expectations as gx
import great_expectations.expectations as gxe
import pandas as pd
from finding import seen
from great_expectations.data_context.types.base import ProgressBarsConfig

TENTHS = [Decimal("0.1"), Decimal("0.2"), Decimal("0.3")]

context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = ProgressBarsConfig(globally=False)
asset = context.data_sources.add_pandas("memory").add_dataframe_asset("figures")
whole = asset.add_batch_definition_whole_dataframe("whole")


def check(values, expectation):
    frame = pd.DataFrame({"share": pd.Series(values, dtype=object)})
    return whole.get_batch({"dataframe": frame}).validate(expectation)


def exception_of(result):
    (information,) = result.exception_info.values()
    return information["exception_message"]


least = gxe.ExpectColumnValuesToBeBetween(column="share", min_value=Decimal("0.1"))
seen("the minimum kept for Decimal('0.1')", least.min_value, then=0.1)
refused = check(TENTHS, least).result["partial_unexpected_list"]
seen("values refused by it", refused, then=[Decimal("0.1")])
in_set = gxe.ExpectColumnValuesToBeInSet(column="share", value_set=TENTHS)
seen("the set of the same decimals", check(TENTHS, in_set).success, then=True)

total = gxe.ExpectColumnSumToBeBetween(column="share", min_value=0, max_value=1)
observed = check(TENTHS, total).result["observed_value"]
seen("the sum of 0.1, 0.2 and 0.3", observed, then=0.6000000000000001)

with_null = [*TENTHS, None]
least_of_all = gxe.ExpectColumnMinToBeBetween(column="share", min_value=0, max_value=1)
seen("the least value with a null among them", check(with_null, least_of_all).success, then=True)
failed = check(with_null, total)
seen("the sum with a null among them", failed.success, then=False)
message = "float() argument must be a string or a real number, not 'NoneType'"
seen("its message", exception_of(failed), then=message)
PY

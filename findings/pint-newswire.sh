#!/usr/bin/env bash
# pint reads the abbreviations of trade news as other units that exist: 10 pct weigh two picograms, a tanker 78 kilograms.
#
# Guess: a registry of a thousand units either knows an abbreviation as those who trade write it, or raises
# UndefinedUnitError; nothing that stands for tons or barrels comes out as something else.
#
# Seen: many of them it does know, each as another unit, since prefixes go before whatever is defined: `pct` is a
# picocarat, `mt` a thousandth of a ton, `mcm` a micrometre, `mb/d` a millibarn a day. `kt` is a knot, `dwt` a
# pennyweight, `cts` are carats, `bp` is a printer's point. `bcm` and `bpd` do raise.
#
#   40 km: 40000 meter
#   10 pct: 2e-15 kilogram
#   50000 dwt: 77.7587 kilogram
#   2 mt: 2 kilogram
#   10 kt: 5.14444 meter / second
#   4 mcm: 4e-06 meter
#   8 cts: 0.0016 kilogram
#   25 bp: 0.00881944 meter
#   bcm: UndefinedUnitError
#
# Matters: whoever turns a number and the word behind it into a quantity by the registry stores a fact with a unit and a
# dimension, wrong by a factor of a billion or more, and nothing raises.
#
# Versions: pint 0.25.3.

source "$(dirname -- "$0")/lib.sh"
environment now pint==0.25.3

run now <<'PY'
import pint
from finding import seen

registry = pint.UnitRegistry()


def in_base_units(text):
    quantity = registry(text).to_base_units()
    return f"{float(quantity.magnitude):.6g} {quantity.units}"


def outcome(text):
    try:
        return in_base_units(text)
    except pint.UndefinedUnitError as error:
        return type(error).__name__


seen("40 km", in_base_units("40 km"), then="40000 meter")
seen("10 pct", in_base_units("10 pct"), then="2e-15 kilogram")
seen("50000 dwt", in_base_units("50000 dwt"), then="77.7587 kilogram")
seen("2 mt", in_base_units("2 mt"), then="2 kilogram")
seen("10 kt", in_base_units("10 kt"), then="5.14444 meter / second")
seen("4 mcm", in_base_units("4 mcm"), then="4e-06 meter")
seen("8 cts", in_base_units("8 cts"), then="0.0016 kilogram")
seen("25 bp", in_base_units("25 bp"), then="0.00881944 meter")
seen("bcm", outcome("3 bcm"), then="UndefinedUnitError")
PY

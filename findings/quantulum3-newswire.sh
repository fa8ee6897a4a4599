#!/usr/bin/env bash
# quantulum3 reads the mln of newswire as cubic centimetre newtons, and adds up the ends of a range of millions.
#
# Guess: what is not on the list of units is no unit: `12 mln rubles` gives twelve rubles, or twelve of something, at
# worst without the million. A range before `million` is read like one without it.
#
# Seen: an abbreviation that is not on the list is spelt out as a product of units, and the rubles behind it are
# not read any more; the `m` of `$15m` becomes metres. A range is its middle with an uncertainty, but
# before `million` the sum of its ends, with none.
#
#   12 million rubles: [(12000000.0, 'russian ruble', None)]
#   12 mln rubles: [(12.0, 'cubic centimetre newton', None)]
#   38 bln rubles: [(38.0, 'barn litre newton', None)]
#   $15m: [(15.0, 'dollar metre', None)]
#   20-30 tons: [(25.0, 'ton', 5.0)]
#   20-30 million tons: [(50000000.0, 'ton', None)]
#   $200-300 million: [(500000000.0, 'dollar', None)]
#
# Matters: every value has a unit, so nothing looks unread. A harvest estimated at 20 to 30 million tons is stored as
# one of 50, and no check of plausibility can object to that.
#
# Versions: quantulum3 0.10.0, without its classifier.

source "$(dirname -- "$0")/lib.sh"
environment now quantulum3==0.10.0

run now <<'PY'
import warnings

from finding import seen

warnings.filterwarnings("ignore", message="Classifier dependencies")
from quantulum3 import parser  # noqa: E402


def quantities(text):
    return [(quantity.value, quantity.unit.name, quantity.uncertainty) for quantity in parser.parse(text)]


seen("12 million rubles", quantities("The region owes 12 million rubles."), then=[(12000000.0, "russian ruble", None)])
seen("12 mln rubles", quantities("The region owes 12 mln rubles."), then=[(12.0, "cubic centimetre newton", None)])
seen("38 bln rubles", quantities("Output rose to 38 bln rubles."), then=[(38.0, "barn litre newton", None)])
seen("$15m", quantities("The loan is worth $15m."), then=[(15.0, "dollar metre", None)])
seen("20-30 tons", quantities("They need 20-30 tons."), then=[(25.0, "ton", 5.0)])
seen("20-30 million tons", quantities("They need 20-30 million tons."), then=[(50000000.0, "ton", None)])
seen("$200-300 million", quantities("The deal is worth $200-300 million."), then=[(500000000.0, "dollar", None)])
PY

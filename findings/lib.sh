# shellcheck shell=bash
# What all findings share: a temporary folder, environments with pinned packages, and the comparison with what was seen.
# A finding sources this file; see README.md for how one is written.

set -euo pipefail

NOT_INSTALLED=2

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

# Show the title and the guess, which are written once, in the comment at the top of the finding.
introduce() {
    sed -n '2s/^# //p' "$0"
    echo
    awk '/^# Guess:/ { inside = 1 } inside && /^#$/ { exit } inside { sub(/^# ?/, ""); print }' "$0"
}

# environment NAME PACKAGE==VERSION…: make a virtual environment that holds these packages.
environment() {
    local name=$1
    shift
    "${PYTHON:-python3}" -m venv "$folder/$name"
    "$folder/$name/bin/python" -m pip install --quiet --quiet --disable-pip-version-check "$@" || {
        echo "The packages could not be installed: $*" >&2
        exit "$NOT_INSTALLED"
    }
    echo
    echo "With $("$folder/$name/bin/python" --version) and $*:"
}

# run NAME <<'PY' … PY: run a program in an environment, in the temporary folder, which is its home as well.
run() {
    cat > "$folder/program.py"
    (cd "$folder" && HOME=$folder PYTHONPATH=$folder PYTHONNOUSERSITE=1 "$folder/$1/bin/python" program.py)
}

cat > "$folder/finding.py" <<'PY'
import sys


def seen(what, value, *, then):
    """Print what is seen; end the program where it is not what was seen when the finding was written."""
    print(f"  {what}: {value!r}")
    if type(value) is not type(then) or value != then:
        sys.exit(f"CHANGED: {what}: it was {then!r}")


def outcome(call):
    """Return the name of the exception that a call raises, or `accepted`."""
    try:
        call()
    except Exception as error:
        return type(error).__name__
    return "accepted"
PY

introduce

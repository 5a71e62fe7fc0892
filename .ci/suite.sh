# The suite in parts, each remembered when it fails. Sourced by `test` and `coverage`.

py=.venv/bin/python
suite=("$py" -m pytest -n 3)
left_out=()
failed=()

part() { # NAME COMMAND…
    local name=$1
    shift
    echo "== $name"
    "$@" || failed+=("$name")
}

leave_out() { # NAME PROGRAM: out loud, and in CI a failure
    echo "== $1: left out, $2 is missing"
    left_out+=("$1")
    ! in_ci || failed+=("$1")
}

finish() {
    if [ ${#failed[@]} -gt 0 ]; then
        printf 'FAILED: %s\n' "${failed[@]}" >&2
        exit 1
    fi
}

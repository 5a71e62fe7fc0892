# What the machine has. Sourced by the other scripts here; every question is a command that
# succeeds or fails.

python="${PYTHON:-python3}"

has_python() { "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_library() { "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }
has_pango() { has_library libpango-1.0.so.0; }
has_pangoft2() { has_library libpangoft2-1.0.so.0; }
has_harfbuzz() { has_library libharfbuzz-subset.so.0; }
has_make() { command -v make >/dev/null; }
has_poppler() { command -v pdftotext >/dev/null; }
has_atomic() { has_library libatomic.so.1; }
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

# Debian keeps the server outside PATH.
has_postgresql() { command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }

in_ci() { [ "${CI:-}" = true ]; }

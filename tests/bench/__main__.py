"""What an answer and a page cost, as ratios to a floor that is measured in the same run.

    python -m tests.bench [--rounds 200]
    python -m tests.postgres python -m tests.bench

Times are reported, never judged; a page that fails or asks too many queries ends with code 1.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

from tests.bench.run import main  # noqa: E402 - models come after the settings

sys.exit(main())

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import now

from trajects.actions.wiping import retire, wipe_box


class Command(BaseCommand):
    help = (
        "Erase the names of guests of sessions, thirty days after their traject ended, and what "
        "the boxes of dream images held before from the files of the database."
    )

    def handle(self, **_options: Any) -> None:
        self.stdout.write(f"Guests forgotten: {retire(at=now())}")
        clean = "yes" if wipe_box() else "no, somebody is reading: run this again"
        self.stdout.write(f"Boxes of dream images clean: {clean}")

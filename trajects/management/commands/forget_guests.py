from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import now

from trajects.actions.wiping import retire


class Command(BaseCommand):
    help = "Erase the names of guests of sessions, thirty days after their traject ended."

    def handle(self, **_options: Any) -> None:
        self.stdout.write(f"Guests forgotten: {retire(at=now())}")

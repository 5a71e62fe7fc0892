from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.actions.users import get_or_create_user
from scans.actions.editors import make_questionnaire_editor


class Command(BaseCommand):
    help = "Gives somebody the right to edit questionnaires in the administration, and no other."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", required=True)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            user, created = get_or_create_user(email=options["email"], name=options["name"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        make_questionnaire_editor(user=user)
        self.stdout.write(f"{user.email} edits questionnaires at /beheer/.")
        if created:
            self.stdout.write(f"Set a password: python manage.py changepassword {user.email}")

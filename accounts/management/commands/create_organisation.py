from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.actions.organisations import create_organisation
from accounts.actions.users import get_or_create_user
from accounts.identifiers import normalise_kbo
from accounts.models import Organisation, OrganisationType
from accounts.models.organisation import DEFAULT_ACCENT


class Command(BaseCommand):
    help = "Creates an organisation with its first MVO coordinator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help='for example "Gemeente Elzenvoorde"')
        parser.add_argument("--type", default="municipality", choices=OrganisationType.values)
        parser.add_argument("--kbo", required=True, help="KBO number: ten digits")
        parser.add_argument("--nis", default="", help="NIS code of a municipality: five digits")
        parser.add_argument("--accent", default=DEFAULT_ACCENT, help="#rrggbb")
        parser.add_argument("--coordinator", required=True, help="e-mail address")
        parser.add_argument("--coordinator-name", required=True)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        organisation = Organisation(
            name=options["name"],
            type=options["type"],
            kbo_number=normalise_kbo(options["kbo"]),
            nis_code=options["nis"],
            accent=options["accent"].lower(),
        )
        try:
            user, created = get_or_create_user(
                email=options["coordinator"], name=options["coordinator_name"]
            )
            create_organisation(organisation=organisation, coordinator=user)
        except ValidationError as error:
            raise CommandError(_one_line_per_field(error)) from error
        self.stdout.write(f"Created {organisation} (number {organisation.pk}).")
        if created:
            self.stdout.write(f"Set a password: python manage.py changepassword {user.email}")


def _one_line_per_field(error: ValidationError) -> str:
    return "\n".join(
        f"{field}: {message}"
        for field, messages in error.message_dict.items()
        for message in messages
    )

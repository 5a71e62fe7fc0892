"""The demo data, loaded as `make run` does."""

from io import StringIO

from django.core.management import call_command

from trajects.models import Traject

TODAY = "2026-05-04 09:00+0000"


def load_municipalities() -> None:
    quiet = StringIO()
    call_command("load_taxonomy", stdout=quiet)
    call_command("load_questionnaire", "fixtures/questionnaires/overheid-2", stdout=quiet)
    call_command("load_examples", stdout=quiet)
    call_command("load_demo", stdout=quiet)


def load_all() -> None:
    load_municipalities()
    load()


def load() -> str:
    out = StringIO()
    call_command("load_demo_traject", stdout=out)
    return out.getvalue()


def of_elzenvoorde() -> Traject:
    """The one halfway its photo."""
    return Traject.objects.get(organisation__kbo_number="0999990123")


def of_zavelbeke() -> Traject:
    """The one that carries out its plan."""
    return Traject.objects.get(organisation__kbo_number="0999990222")

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from accounts.models import User

EDITORS = "Vragenlijstbeheerders"
# What an editor may do with each model; everything else stays closed.
RIGHTS = {
    "questionnaire": ("view", "change", "delete"),
    "questionnairetheme": ("view", "change", "delete"),
    "subtheme": ("view", "add", "change", "delete"),
    "statement": ("view", "add", "change", "delete"),
    "profilefact": ("view", "delete"),
    "exampleaction": ("view", "change"),
    "theme": ("view",),
    "sdg": ("view",),
    "isosubject": ("view",),
    "departmentkind": ("view",),
}


@transaction.atomic
def make_questionnaire_editor(*, user: User) -> User:
    """Staff, in the group of editors, whose rights are set anew: exactly those of RIGHTS."""
    group, _created = Group.objects.get_or_create(name=EDITORS)
    codenames = [f"{right}_{model}" for model, rights in RIGHTS.items() for right in rights]
    permissions = Permission.objects.filter(
        content_type__app_label__in=("scans", "accounts"), codename__in=codenames
    )
    group.permissions.set(permissions)
    user.groups.add(group)
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    return user

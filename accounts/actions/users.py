from django.db import IntegrityError, transaction

from accounts.addresses import as_stored
from accounts.errors import InvitationUnusable
from accounts.models import User


def get_or_create_user(*, email: str, name: str, password: str | None = None) -> tuple[User, bool]:
    """The user with this address; a new one cannot sign in until a password is set.

    Raises ValidationError, by field, for a new one.
    """
    user = User.objects.filter(email__iexact=as_stored(email)).first()
    if user:
        return user, False
    User(email=email.strip(), name=name).full_clean(exclude=["password"])
    return User.objects.create_user(email=email, name=name, password=password), True


def change_profile(*, user: User, name: str, language: str) -> None:
    User.objects.filter(pk=user.pk).update(name=name, language=language)


def choose_language(*, user: User, language: str) -> None:
    """Kept with the person too: the next browser and the mails speak it."""
    User.objects.filter(pk=user.pk).update(language=language)


def choose_first_password(
    *, account: User | None, email: str, name: str, password: str | None, language: str
) -> User:
    """Of who follows a link that was mailed to this address: makes the account, or completes one
    that never had a password. Raises InvitationUnusable."""
    if not name or not password:
        raise InvitationUnusable
    account = account or User(email=email, language=language)
    account.name = name
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError as made_meanwhile:  # by the link of another organisation
        raise InvitationUnusable from made_meanwhile
    return account

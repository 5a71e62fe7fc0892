from accounts.addresses import as_stored
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

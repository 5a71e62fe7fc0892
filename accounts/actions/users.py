from accounts.models import User


def get_or_create_user(*, email: str, name: str, password: str | None = None) -> tuple[User, bool]:
    """The user with this address; a new one cannot sign in until a password is set."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user:
        return user, False
    return User.objects.create_user(email=email, name=name, password=password), True

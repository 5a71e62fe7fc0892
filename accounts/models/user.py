from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.addresses import as_stored, normalise_address


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user who can sign in only once a password is set (None: not yet). Raises ValueError for
        an address that no mail can go to."""
        user = self.model(email=normalise_address(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(
            email, password, **{**fields, "is_staff": True, "is_superuser": True}
        )

    def get_by_natural_key(self, email: str | None) -> "User":
        """Found whatever the case of the letters: people type their address as they like."""
        return self.get(email__iexact=as_stored(email or ""))


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Switch off instead of deleting: answers keep a name."),
    )
    is_staff = models.BooleanField(
        _("staff"), default=False, help_text=_("May open the administration pages.")
    )
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="nl"
    )
    last_seen_on = models.DateField(_("last seen on"), null=True, blank=True, editable=False)
    date_joined = models.DateTimeField(_("added on"), auto_now_add=True)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ("name", "email")
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_message=_("There is already a user with this e-mail address."),
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="user_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Sign-in looks an address up in this spelling."""
        super().clean()
        try:
            self.email = normalise_address(self.email)
        except ValueError as wrong:
            raise ValidationError(
                {"email": _("No mail can go to this address. Check what stands after the @.")}
            ) from wrong

    @property
    def first_name(self) -> str:
        return self.name.partition(" ")[0]

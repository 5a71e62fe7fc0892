from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.colours import AccentTooWeak, accent_palette
from accounts.identifiers import is_valid_kbo, is_valid_nis

DEFAULT_ACCENT = "#0d5863"


def validate_kbo(value: str) -> None:
    if not is_valid_kbo(value):
        raise ValidationError(
            _("This is not a valid KBO number: ten digits, of which the last two check the others.")
        )


def validate_nis(value: str) -> None:
    if not is_valid_nis(value):
        raise ValidationError(_("A NIS code has five digits."))


def validate_accent(value: str) -> None:
    try:
        accent_palette(value)
    except AccentTooWeak as weak:
        raise ValidationError(
            _("Text on this colour is hard to read. Take %(proposal)s, which is close and clear."),
            params={"proposal": weak.proposal},
        ) from weak
    except ValueError as error:
        raise ValidationError(
            _("Write the colour as # and six digits, such as #4a6a1e.")
        ) from error


class OrganisationType(models.TextChoices):
    """Kinds of local authority; companies come with a questionnaire of their own."""

    MUNICIPALITY = "municipality", _("municipality with OCMW")
    PROVINCE = "province", _("province")
    INTERMUNICIPAL = "intermunicipal", _("intermunicipal association")
    AUTONOMOUS_COMPANY = "autonomous_company", _("autonomous municipal or provincial company")
    WELFARE_ASSOCIATION = "welfare_association", _("welfare association")
    AGENCY = "agency", _("agency or department")
    OTHER = "other", _("other authority")


class Organisation(models.Model):
    type = models.CharField(_("type"), max_length=20, choices=OrganisationType)
    name = models.CharField(_("name"), max_length=120)
    kbo_number = models.CharField(
        _("KBO number"),
        max_length=10,
        unique=True,
        validators=(validate_kbo,),
        help_text=_("Ten digits. You find it on every invoice."),
    )
    nis_code = models.CharField(
        _("NIS code"),
        max_length=5,
        blank=True,
        validators=(validate_nis,),
        help_text=_("Five digits, for municipalities only."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default=DEFAULT_ACCENT,
        validators=(RegexValidator(r"^#[0-9a-f]{6}\Z"), validate_accent),
        help_text=_("A line in your own colour above every page, such as #4a6a1e."),
    )
    logo = models.FileField(_("logo"), upload_to="logos", blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(nis_code="") | models.Q(type=OrganisationType.MUNICIPALITY),
                name="organisation_nis_only_for_municipalities",
                violation_error_message=_("Only a municipality has a NIS code."),
            ),
            models.UniqueConstraint(
                fields=("nis_code",),
                condition=~models.Q(nis_code=""),
                name="organisation_nis_unique",
                violation_error_message=_("Another organisation has this NIS code."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def accent_hex(self) -> str:
        """The accent without its #: the version in the address of the stylesheet."""
        return self.accent.removeprefix("#")

    @property
    def logo_version(self) -> str:
        """The random part of the name of the file: the version in the address of the logo."""
        return PurePath(self.logo.name or "").stem


class Predecessor(models.Model):
    """An organisation that merged into this one, as it was known. It gives no right to its data."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="predecessors",
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name"), max_length=120)
    kbo_number = models.CharField(
        _("KBO number"), max_length=10, blank=True, validators=(validate_kbo,)
    )
    nis_code = models.CharField(_("NIS code"), max_length=5, blank=True, validators=(validate_nis,))
    merged_on = models.DateField(_("merged on"), null=True, blank=True)

    class Meta:
        verbose_name = _("predecessor")
        verbose_name_plural = _("predecessors")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "name"),
                name="predecessor_name_unique_in_organisation",
                violation_error_message=_("There is already a predecessor with this name."),
            ),
        )

    def __str__(self) -> str:
        return self.name

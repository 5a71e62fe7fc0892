"""What all questionnaires share: SDGs, ISO 26000 subjects and themes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Sdg(models.Model):
    """A Sustainable Development Goal of the United Nations, by number and Dutch name."""

    number = models.PositiveSmallIntegerField(
        _("number"), unique=True, validators=(MinValueValidator(1), MaxValueValidator(17))
    )
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("SDG")
        verbose_name_plural = _("SDGs")
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class IsoSubject(models.Model):
    """A core subject of ISO 26000, such as 6.2."""

    code = models.CharField(_("code"), max_length=5, unique=True)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("ISO 26000 subject")
        verbose_name_plural = _("ISO 26000 subjects")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Theme(models.Model):
    """One of the fifteen maturity themes; its texts belong to a questionnaire version."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    code = models.SlugField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=20)
    iso_subjects = models.ManyToManyField(
        IsoSubject, related_name="themes", verbose_name=_("ISO 26000 subjects")
    )
    sdgs = models.ManyToManyField(Sdg, related_name="themes", verbose_name=_("SDGs"))

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

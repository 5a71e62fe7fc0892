from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from scans.models.scan import Scan
from scans.names import Names


class Imprint(models.Model):
    """Names, colour and logo as they were when the scan was finished: the result keeps them,
    whatever is renamed later. It lives as long as the finish it belongs to."""

    scan = models.OneToOneField(
        Scan, on_delete=models.CASCADE, related_name="imprint", verbose_name=_("scan")
    )
    organisation_name = models.CharField(
        _("name of the organisation"), max_length=Organisation._meta.get_field("name").max_length
    )
    accent = models.CharField(
        _("accent colour"), max_length=7, validators=(RegexValidator(r"^#[0-9a-f]{6}\Z"),)
    )
    logo = models.FileField(_("logo"), upload_to="imprints", blank=True)
    finisher_name = models.CharField(
        _("name of who finished"), max_length=User._meta.get_field("name").max_length
    )
    # In alphabetical order.
    answerer_names = models.JSONField(_("names of who answered"), default=list, blank=True)
    # As Names.stored gives it.
    names = models.JSONField(_("names of themes and departments"))

    class Meta:
        verbose_name = _("imprint")
        verbose_name_plural = _("imprints")

    def __str__(self) -> str:
        return f"{self.organisation_name}: {self.scan_id}"

    @cached_property
    def frozen_names(self) -> Names:
        return Names.from_stored(self.names)

from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from accounts.layouts import one_button
from scans.models import Scan
from trajects.models import Traject


class ScanChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Scan) -> str:
        name = _text("Scan %(year)s, %(depth)s") % {
            "year": obj.year,
            "depth": obj.get_depth_display(),
        }
        if obj.finished_at is None:
            return _text("%(scan)s: still running") % {"scan": name}
        day = date_format(obj.finished_at, "j F Y")
        return _text("%(scan)s: finished on %(date)s") % {"scan": name, "date": day}


class LinkScanForm(forms.Form):
    """The scans of the organisation; the newest finished one is proposed."""

    def __init__(self, *args: Any, traject: Traject) -> None:
        super().__init__(*args)
        scans = Scan.objects.filter(organisation=traject.organisation_id)
        newest = scans.finished().first() or scans.first()
        self.fields["scan"] = ScanChoice(
            scans,
            label=_("Which scan is the mirror of this traject?"),
            empty_label=None,
            initial=traject.scan_id or (newest.pk if newest else None),
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Choose a scan."),
                "invalid_choice": _("Choose a scan of your organisation."),
            },
        )
        self.helper = one_button(Submit("link", _("Use this scan")))

"""Which document of the plan somebody asks for."""

from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.layouts import one_button
from trajects.entries import PlanPaper
from trajects.models import Audience, Paper
from trajects.queries.standing import Standing

AUDIENCES = (
    (Audience.COUNCIL, _("For the council: everything it takes to decide")),
    (Audience.PUBLIC, _("For everybody: on the website, or on a table")),
    (Audience.OWN, _("For ourselves: to work with")),
)
PAPERS = (
    (Paper.PDF, _("PDF: to print, to send and to keep")),
    (Paper.WORD, _("Word: to change and to add to")),
)


class PlanDocumentForm(forms.Form):
    """What may be in it besides the plan is offered to who may have it, and is left out unless
    chosen."""

    audience = forms.ChoiceField(
        label=_("Who is it for?"),
        choices=AUDIENCES,
        initial=Audience.COUNCIL,
        widget=forms.RadioSelect,
    )
    paper = forms.ChoiceField(
        label=_("What kind of file?"), choices=PAPERS, initial=Paper.PDF, widget=forms.RadioSelect
    )
    names = forms.BooleanField(
        label=_("Personal names"),
        help_text=_(
            "Who carries an action, who takes part and who wrote what. Without this box functions "
            "and departments stand there instead. A nickname or a family name alone in a text "
            "stays: read the document before you share it."
        ),
        required=False,
    )
    remarks = forms.BooleanField(
        label=_("Remarks and progress"),
        help_text=_("What colleagues wrote about an action and beside the answers of the scan."),
        required=False,
    )
    notes = forms.BooleanField(
        label=_("Notes of the moderator"),
        help_text=_(
            "Whoever gets the file reads them. Only moderators find it on this page: you decide "
            "who gets it."
        ),
        required=False,
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not standing.may_contribute:
            del self.fields["names"], self.fields["remarks"]
        if not standing.may_moderate:
            del self.fields["notes"]
        self._button = Submit("make", _("Make the document"))
        self.helper = one_button(self._button)

    def give_way(self) -> None:
        """Another button of the page comes first."""
        self._button.field_classes = "btn btn-secondary"

    @property
    def choice(self) -> PlanPaper:
        chosen = self.cleaned_data
        return PlanPaper(
            paper=chosen["paper"],
            audience=chosen["audience"],
            with_names=chosen.get("names", False),
            with_remarks=chosen.get("remarks", False),
            with_notes=chosen.get("notes", False),
        )

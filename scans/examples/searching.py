"""What somebody looks for in the catalogue, as it stands in an address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import DepartmentKind
from scans.labels import COST_NAMES, EFFORT_NAMES
from scans.models import Effort, Sdg, Theme
from scans.queries.examples import Search

ANYTHING = ("", _("Everything"))
LONGEST = 100


class SearchForm(forms.Form):
    """What is no choice at all counts as not chosen: an address that somebody kept goes on
    working. Three queries."""

    zoek = forms.CharField(label=_("Words"), required=False, max_length=LONGEST, strip=True)
    thema = forms.ChoiceField(label=_("Theme"), required=False)
    moeite = forms.ChoiceField(label=_("Effort"), required=False)
    kosten = forms.ChoiceField(label=_("Cost in the first year"), required=False)
    dienst = forms.ChoiceField(label=_("Department that leads"), required=False)
    sdg = forms.ChoiceField(label=_("SDG"), required=False)
    stelling = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        themes = Theme.objects.values_list("code", "name").order_by("number")
        leads = DepartmentKind.objects.filter(examples__withdrawn_at=None, examples__isnull=False)
        departments = leads.order_by("name").values_list("code", "name").distinct()
        sdgs = Sdg.objects.order_by("number").values_list("number", "name")
        self._choose("thema", themes)
        self._choose("moeite", ((key, EFFORT_NAMES[key]) for key in Effort))
        self._choose("kosten", COST_NAMES.items())
        self._choose("dienst", departments)
        self._choose("sdg", ((str(number), f"{number} {name}") for number, name in sdgs))

    @property
    def search(self) -> Search:
        self.full_clean()
        cleaned = self.cleaned_data
        return Search(
            words=cleaned.get("zoek", ""),
            theme=cleaned.get("thema", ""),
            statement=cleaned.get("stelling", ""),
            effort=cleaned.get("moeite", ""),
            cost=cleaned.get("kosten", ""),
            department=cleaned.get("dienst", ""),
            sdg=int(cleaned["sdg"]) if cleaned.get("sdg") else None,
        )

    def _choose(self, name: str, choices: object) -> None:
        self.fields[name].choices = [ANYTHING, *choices]  # type: ignore[attr-defined,misc]

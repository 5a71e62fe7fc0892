"""What somebody types in the form of a goal, and what they get back."""

from django.utils import translation

from tests.page import page_of

PROPOSAL = (
    "De dienst aankoop zorgt ervoor dat het aandeel bestekken tegen 31 december 2028 stijgt van "
    "18,5 procent naar 60 procent."
)


def typed(theme, **own):
    return {"sentence": "We kopen duurzamer.", "candidate": theme.pk, "version": 4, **own}


ANSWERS = {
    "indicator": "aandeel bestekken",
    "unit": "%",
    "baseline": "18,5",
    "target": "60",
    "carrier": "dienst aankoop",
    "due_on": "2028-12-31",
}


def errors(response):
    with translation.override("en"):
        found = response.context["form"].errors.items()
        return {name: [str(one) for one in said] for name, said in found}


def ticked(response, name):
    boxes = page_of(response).xpath(f"//input[@name='{name}'][@checked]")
    return [box.get("value") for box in boxes]

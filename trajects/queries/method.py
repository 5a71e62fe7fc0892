from trajects.models import MethodText
from trajects.steps import Key

FALLBACK = "nl"  # the language every text is written in first


def method_text(step: Key, language: str) -> MethodText | None:
    """What, why, how and tips of a step, in this language or else in Dutch; None when nothing is
    loaded."""
    found = MethodText.objects.filter(step=step, language__in={language, FALLBACK})
    return min(found, key=lambda text: text.language != language, default=None)

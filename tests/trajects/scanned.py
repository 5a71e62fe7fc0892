"""A traject with a scan of its organisation, answered."""

from collections.abc import Sequence

from scans.models import Answer
from tests.factories import ScanFactory, answer_all, published_questionnaire
from trajects.models import Traject


def link_scan(traject: Traject, letters: str = "jjj jjn", ticked: Sequence[str] = ()) -> None:
    questionnaire = published_questionnaire(themes=(7,))
    scan = ScanFactory(organisation=traject.organisation, questionnaire=questionnaire)
    answer_all(scan, letters, by=scan.started_by)
    Answer.objects.filter(statement__code__in=ticked).update(interesting=True)
    traject.scan, traject.scan_linked_at = scan, traject.created_at
    traject.save()

from django.db.models import Q

from trajects.models import Initiative, Traject


def known_titles(traject: Traject) -> frozenset[str]:
    """Of what is on the photo or waits for it, without regard to capitals; one query."""
    there = Q(refused_at__isnull=True, merged_into__isnull=True)
    titles = Initiative.objects.filter(there, traject=traject).values_list("title", flat=True)
    return frozenset(title.casefold() for title in titles)

"""The words for what somebody is in a traject."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.models import Part

# As they stand in an address: ?rol=…
PART_SLUGS: Mapping[Part, str] = {
    Part.MODERATOR: "moderator",
    Part.LEAD_GROUP: "kopgroep",
    Part.POLICY_MAKER: "beleid",
    Part.COLLEAGUE: "collega",
}
PARTS_BY_SLUG: Mapping[str, Part] = {slug: part for part, slug in PART_SLUGS.items()}

ADD_TITLES: Mapping[Part, Promise] = {
    Part.MODERATOR: _("Add a moderator"),
    Part.LEAD_GROUP: _("Add to the lead group"),
    Part.POLICY_MAKER: _("Add a policy maker"),
    Part.COLLEAGUE: _("Ask a colleague to take part"),
}
ADD_LEADS: Mapping[Part, Promise] = {
    Part.MODERATOR: _(
        "A moderator leads the meetings and keeps the notes. Who you add here also reads the notes "
        "that the moderators wrote before. Somebody from outside sees this traject only, and "
        "nothing else of your organisation."
    ),
    Part.LEAD_GROUP: _(
        "The lead group does the work: it collects, chooses and dreams. Six to twenty-five people "
        "from as many departments as you can."
    ),
    Part.POLICY_MAKER: _(
        "Who decides later on: the college, the management team, the council. You only name them "
        "here; nobody gets a mail."
    ),
    Part.COLLEAGUE: _(
        "Somebody who knows what a department does, or who carries out actions of the plan. A "
        "personal link is enough to add to the local photo and to tell how an action goes; an "
        "account is not needed."
    ),
}
# What the mail and the form say about the link.
LINK_MEANINGS: Mapping[Part, Promise] = {
    Part.MODERATOR: _("This person gets a mail with a link, and chooses a password."),
    Part.LEAD_GROUP: _("With an address this person gets a personal link, without an account."),
    Part.POLICY_MAKER: _("Nobody gets a mail."),
    Part.COLLEAGUE: _("This person gets a mail with a personal link, without an account."),
}

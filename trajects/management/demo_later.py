"""The later steps of the demo traject that has a plan: from the photo to the actions."""

from accounts.models import User
from trajects.actions.steps import complete_step
from trajects.management.demo_choice import choose_themes
from trajects.management.demo_days import Days
from trajects.management.demo_dreams import Dreaming
from trajects.management.demo_goals import Goals
from trajects.management.demo_papers import write_papers
from trajects.management.demo_plan import Actions
from trajects.models import Part, Traject
from trajects.steps import Key


def load_later_steps(traject: Traject, data: dict, *, coordinator: User, days: Days) -> None:
    moderator = User.objects.get(
        participations__traject=traject, participations__part=Part.MODERATOR
    )

    def done(key: Key, day: str) -> None:
        complete_step(traject=traject, key=key, by=coordinator, at=days.moment(data[day]))

    done(Key.PHOTO, "photo_done")
    themes = choose_themes(traject, data, coordinator=coordinator, moderator=moderator, days=days)
    done(Key.THEMES, "themes_done")
    dreams = Dreaming(traject, data, themes, moderator, days).load()
    done(Key.DREAMS, "dreams_done")
    goals = Goals(traject, data, themes, dreams, coordinator, days).load()
    done(Key.GOALS, "goals_done")
    Actions(traject, data["plan"], goals, coordinator, days).load()
    write_papers(traject, data["plan"], coordinator=coordinator, days=days)

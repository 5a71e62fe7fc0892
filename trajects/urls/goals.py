from django.urls import URLPattern, path

from trajects.views.goals.adopting import adopt_goal, withdraw_adoption
from trajects.views.goals.ambition import ambition
from trajects.views.goals.checking import check_goal
from trajects.views.goals.discussing import settle_remark
from trajects.views.goals.goal import goal, remark_goal
from trajects.views.goals.guests import guest_goal, guest_goals
from trajects.views.goals.hub import goals
from trajects.views.goals.setting_aside import bring_back_goal, set_aside_goal
from trajects.views.goals.writing import edit_goal, new_goal

goal_urlpatterns: list[URLPattern] = [
    path("", goals, name="goals"),
    path("ambitie/", ambition, name="ambition"),
    path("nieuw/", new_goal, name="new_goal"),
    path("controle/", check_goal, name="check_goal"),
    path("<int:goal_pk>/wijzigen/", edit_goal, name="edit_goal"),
    path("<int:goal_pk>/", goal, name="goal"),
    path("<int:goal_pk>/opmerkingen/", remark_goal, name="remark_goal"),
    path(
        "<int:goal_pk>/opmerkingen/<int:remark_pk>/besproken/",
        settle_remark,
        name="settle_remark",
    ),
    path("<int:goal_pk>/aannemen/", adopt_goal, name="adopt_goal"),
    path("<int:goal_pk>/aanneming-intrekken/", withdraw_adoption, name="withdraw_adoption"),
    path("<int:goal_pk>/opzij/", set_aside_goal, name="set_aside_goal"),
    path("<int:goal_pk>/terug/", bring_back_goal, name="bring_back_goal"),
]
# Behind a personal link.
guest_goal_urlpatterns: list[URLPattern] = [
    path("", guest_goals, name="guest_goals"),
    path("<int:goal_pk>/", guest_goal, name="guest_goal"),
]

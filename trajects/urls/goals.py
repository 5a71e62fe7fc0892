from django.urls import URLPattern

goal_urlpatterns: list[URLPattern] = []
# Behind a personal link.
guest_goal_urlpatterns: list[URLPattern] = []

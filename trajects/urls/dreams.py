from django.urls import URLPattern

dream_urlpatterns: list[URLPattern] = []
# Behind a personal link.
guest_dream_urlpatterns: list[URLPattern] = []
# On a phone, in a session.
phone_dream_urlpatterns: list[URLPattern] = []

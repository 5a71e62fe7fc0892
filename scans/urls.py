from django.urls import path

from scans.views.compare import compare
from scans.views.examples import example, examples
from scans.views.export import export
from scans.views.lifecycle import delete, finish, reopen
from scans.views.overview import overview
from scans.views.report import download, report
from scans.views.results import results
from scans.views.start import start
from scans.views.themes import theme

app_name = "scans"

urlpatterns = [
    path("besturen/<int:pk>/scans/nieuw/", start, name="start"),
    path("scans/<int:pk>/", overview, name="overview"),
    path("scans/<int:pk>/themas/<slug:code>/", theme, name="theme"),
    path("scans/<int:pk>/resultaat/", results, name="results"),
    path("scans/<int:pk>/resultaat/cijfers/", export, name="export"),
    path("scans/<int:pk>/resultaat/pdf/", report, name="report"),
    path("scans/<int:pk>/resultaat/pdf/<int:report_pk>/", download, name="report_download"),
    path("scans/<int:pk>/vergelijken/<int:other_pk>/", compare, name="compare"),
    path("scans/<int:pk>/afronden/", finish, name="finish"),
    path("scans/<int:pk>/heropenen/", reopen, name="reopen"),
    path("scans/<int:pk>/verwijderen/", delete, name="delete"),
    path("voorbeeldacties/", examples, name="examples"),
    path("voorbeeldacties/<slug:example_code>/", example, name="example"),
]

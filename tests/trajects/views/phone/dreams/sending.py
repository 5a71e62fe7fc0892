"""What a phone sends as a dream image."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.views.phone.phones import URL
from trajects.models import DreamBox

DREAMS = f"{URL}droombeelden/"
SENT = f"{DREAMS}verstuurd/"


def chosen(traject, name):
    candidate = CandidateFactory(traject=traject, name=name, short_name=name)
    ThemeChoiceFactory(candidate=candidate)
    return candidate


def to(session, stage, **fields):
    session.stage = stage
    for name, value in fields.items():
        setattr(session, name, value)
    session.save()


def sent(theme, *, name="named", text="Zon op elk dak", **more):
    return {"themes": [theme.pk], "text": text, "picture_alt": "", "name": name, **more}


def picture():
    content = BytesIO()
    Image.new("RGB", (20, 10), (10, 90, 100)).save(content, "PNG")
    return SimpleUploadedFile("dak.png", content.getvalue(), content_type="image/png")


def box(traject):
    return DreamBox.objects.get(traject=traject).bag

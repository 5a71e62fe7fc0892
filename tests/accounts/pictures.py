"""Pictures as people, and attackers, send them."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GREEN = (74, 106, 30)
PAYLOAD = b"<script>alert('mvoscan')</script>"


def saved(picture: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def png(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    return saved(Image.new(mode, size, GREEN if mode == "RGB" else 0))


def jpeg(size: tuple[int, int] = (60, 40), **options) -> bytes:
    return saved(Image.new("RGB", size, GREEN), "JPEG", **options)


def upload(content: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def chunk(kind: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum


def bomb(width: int, height: int) -> bytes:
    """A few bytes that promise a picture of this size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def slow_jpeg(scans: int) -> bytes:
    """A large progressive picture whose last pass comes again and again."""
    content = jpeg((2000, 2000), progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:-2] + content[last:-2] * (scans - content.count(b"\xff\xda")) + content[-2:]


def opened(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture

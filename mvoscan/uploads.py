from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

# Room for a photograph, so that its sender gets a sentence about the size of a logo.
LARGEST_REQUEST = 10 * 1024 * 1024  # bytes


class BoundedUpload(FileUploadHandler):
    """Refuses a request with files that is far too large before any of it is read (400); for what
    is smaller it leaves the work to the next handler."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        if content_length > LARGEST_REQUEST:
            raise RequestDataTooBig(f"{content_length} bytes is more than {LARGEST_REQUEST}")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

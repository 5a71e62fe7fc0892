from tests.scans.views.conftest import browse, clock

__all__ = ["browse", "clock"]

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when database, migrations and PDF libraries are fine, else 503; says which, not why."""
    database = _database_answers()
    checks = {
        "database": database,
        "migrations": database and _migrations_applied(),
        "pdf": _pdf_libraries_load(),
    }
    words = {name: "ok" if fine else "failing" for name, fine in checks.items()}
    return JsonResponse(words, status=200 if all(checks.values()) else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _migrations_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _pdf_libraries_load() -> bool:
    try:
        import weasyprint  # slow, and raises OSError where Pango is missing
    except OSError:
        return False
    return bool(weasyprint.__version__)

"""Every route of the product, found by walking its address map."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Route:
    """`name` with its namespaces; a route without name goes by its pattern. `path` has the
    groups of the pattern still open, as {group}."""

    name: str
    pattern: str
    arguments: tuple[str, ...]
    is_private: bool

    def url(self, **values: object) -> str:
        if self.is_named:
            return reverse(self.name, kwargs={name: values[name] for name in self.arguments})
        filled = self.pattern.replace("<path:object_id>", str(values["object_id"]))
        return "/" + filled.replace("(?P<url>.*)$", "geen-bladzijde")

    @property
    def is_named(self) -> bool:
        return not self.name.endswith(("/", "$"))


def routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns))


def _walk(
    patterns: Iterable[URLPattern | URLResolver],
    prefix: str = "",
    names: tuple[str, ...] = (),
    above: tuple[str, ...] = (),
) -> Iterator[Route]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        arguments = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from _walk(pattern.url_patterns, path, (*names, *space), arguments)
        else:
            yield Route(
                name=":".join([*names, pattern.name or str(pattern.pattern)]),
                pattern=path,
                arguments=arguments,
                is_private=getattr(pattern.callback, "login_required", True),
            )

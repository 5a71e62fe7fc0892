"""`{% load once %}`: in a loop, what is the same in every turn.

    {% for row in rows %}<dt>{% once %}{% translate "Example" %}{% endonce %}</dt>…{% endfor %}

It is rendered in the first turn and repeated in the others; the next page renders it anew.
With a key, `{% once line.number %}`, it is rendered once for each value of it.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token

register = template.Library()


class OnceNode(template.Node):
    def __init__(self, nodelist: NodeList, key: FilterExpression | None) -> None:
        self.nodelist = nodelist
        self.key = key

    def render(self, context: template.Context) -> str:
        # What belongs to the whole page, includes and all; Django keeps its own includes there.
        rendered: dict[Any, str] = context.render_context.dicts[0]
        place = (self, self.key.resolve(context) if self.key else None)
        if place not in rendered:
            rendered[place] = self.nodelist.render(context)
        return rendered[place]


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    _name, *keys = token.split_contents()
    if len(keys) > 1:
        raise template.TemplateSyntaxError("once takes at most one key")
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(nodelist, parser.compile_filter(keys[0]) if keys else None)

"""`{% load once %}`: in a loop, what is the same in every turn.

    {% for row in rows %}<dt>{% once %}{% translate "Example" %}{% endonce %}</dt>…{% endfor %}

It is rendered in the first turn and repeated in the others; the next page renders it anew.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token

register = template.Library()


class OnceNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        # What belongs to the whole page, includes and all; Django keeps its own includes there.
        rendered: dict[Any, str] = context.render_context.dicts[0]
        if self not in rendered:
            rendered[self] = self.nodelist.render(context)
        return rendered[self]


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(nodelist)

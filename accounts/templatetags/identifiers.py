from django import template

from accounts.identifiers import format_kbo

register = template.Library()


@register.filter
def kbo(digits: str) -> str:
    """0207451227 as it is printed: 0207.451.227."""
    return format_kbo(digits)

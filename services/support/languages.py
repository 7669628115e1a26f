"""Languages by their own names, for whoever chooses one."""

from django.utils.text import capfirst
from django.utils.translation import get_language_info


def named(codes):
    return [(code, capfirst(get_language_info(code)["name_local"])) for code in codes]

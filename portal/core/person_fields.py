"""The answers a registration asks for, with the words of each mistake."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

EMAIL_SHAPE = _("Write a whole e-mail address, e.g. firstname.name@organisation.be")


class NotTooLong:
    """Says by how much a text must be shortened."""

    def __init__(self, limit):
        self.limit = limit

    def __call__(self, text):
        excess = len(text) - self.limit
        if excess > 0:
            words = ngettext(
                "Shorten this text: %(count)s character too many",
                "Shorten this text: %(count)s characters too many",
                excess,
            )
            raise ValidationError(words % {"count": excess})


class Text(forms.CharField):
    """A short text; a browser never cuts it off without a word."""

    def __init__(self, *, limit, missing="", autocomplete="off", **kwargs):
        kwargs.setdefault("widget", forms.TextInput())
        kwargs.setdefault("required", bool(missing))
        messages = {"required": missing}
        super().__init__(
            validators=[NotTooLong(limit)], error_messages=messages, **kwargs
        )
        self.widget.attrs.update({"class": "in in--l", "autocomplete": autocomplete})

    def to_python(self, value):
        # Browsers send each end of line as two characters.
        return super().to_python(value).replace("\r\n", "\n")


class Name(Text):
    def __init__(self, **kwargs):
        super().__init__(limit=80, **kwargs)
        self.widget.attrs.update({"class": "in in--m", "spellcheck": "false"})


class LongText(Text):
    def __init__(self, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), **kwargs)


class Email(forms.EmailField):
    def __init__(self, *, missing, autocomplete="email", **kwargs):
        messages = {"required": missing, "invalid": EMAIL_SHAPE}
        messages["max_length"] = EMAIL_SHAPE
        super().__init__(max_length=254, error_messages=messages, **kwargs)
        self.widget.attrs.update(
            {"class": "in in--l", "autocomplete": autocomplete, "spellcheck": "false"}
        )

    def widget_attrs(self, widget):
        # An address that was cut off by a browser would look right and be wrong.
        return {}

    def clean(self, value):
        return super().clean(value).lower()

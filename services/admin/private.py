"""The private part of an entry: who to write to, and what the team keeps in mind."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin

from services.models import Contact, PrivateNote, Service

EDIT = "wagtailsnippets_services_service:edit"
PERMISSION = "services.view_private_part"

ContactFormSet = forms.inlineformset_factory(
    Service,
    Contact,
    fields=["name", "title", "email", "phone", "language", "confirms"],
    extra=1,
    max_num=20,
)


class NoteForm(forms.ModelForm):
    class Meta:
        model = PrivateNote
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}


class PrivatePartView(PermissionCheckedMixin, SingleObjectMixin, View):
    """Kept apart from the entry, its history and its drafts: seen by few, and gone
    once removed."""

    model = Service
    permission_required = "change"
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk):
        return self._show(*self._forms())

    def post(self, request, pk):
        note, contacts = self._forms(request.POST)
        if not (note.is_valid() and contacts.is_valid()):
            return self._show(note, contacts)
        with transaction.atomic():
            note.instance.changed_at = timezone.now()
            note.save()
            contacts.save()
        messages.success(request, _("The private part is saved."))
        return redirect(EDIT, pk)

    def _forms(self, *data):
        service = self.get_object()
        stored = PrivateNote.objects.filter(service=service).first()
        note = NoteForm(*data, instance=stored or PrivateNote(service=service))
        return note, ContactFormSet(*data, instance=service)

    def _show(self, note, contacts):
        context = {"note": note, "contacts": contacts, "service": contacts.instance}
        return render(self.request, "services/admin/private.html", context)

"""A mail of the outbox as it travels: who writes, who answers, and its parts."""

from email.mime.text import MIMEText
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation

from portal.core.models import SiteSettings


def envelope(mail):
    """The mail in plain text first, in HTML beside it, from the network's name."""
    site = SiteSettings.objects.filter(site__is_default_site=True).first()
    answers = mail.reply_to or (site and site.team_email)
    with translation.override(mail.language):
        name = site.network_name if site else ""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=formataddr((name, address)),
        to=[mail.to],
        reply_to=[answers] if answers else None,
        headers={
            # The same for each attempt: who gets a mail twice can tell.
            "Message-ID": f"<{mail.uuid}@{address.rpartition('@')[2]}>",
            # No machine is to answer this one (RFC 3834).
            "Auto-Submitted": "auto-generated",
            "Content-Language": mail.language,
        },
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for attachment in mail.attachments:
        message.attach(_part(**attachment))
    return message


def _part(*, name, text, subtype, parameters):
    part = MIMEText(text, subtype, "utf-8")
    for key, value in parameters:
        part.set_param(key, value)
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part

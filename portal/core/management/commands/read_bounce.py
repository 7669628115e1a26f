import sys
from email import message_from_binary_file, policy

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.core import bounces


class Command(BaseCommand):
    help = "Read one message that came back from standard input, and note it."

    def handle(self, **options):
        report = message_from_binary_file(sys.stdin.buffer, policy=policy.default)
        bounce = bounces.read(report)
        if bounce and bounces.note(bounce, now=timezone.now()):
            self.stdout.write(f"{bounce.mail}: not delivered")
        else:
            # Whatever else comes to that address is not the portal's to judge.
            self.stdout.write("nothing to note")

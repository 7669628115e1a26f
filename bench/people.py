"""People who register over HTTP as with a browser, all of them at once."""

import asyncio
import html
import re
from dataclasses import dataclass, field

from bench.browser import Browser

STAMP = re.compile(r'name="stamp" value="([^"]+)"')
HEADING = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
PATIENCE = 120  # seconds
SEATED, WAITS = "confirmed", "waiting"


@dataclass
class Visitor:
    """One person, what they were answered, and what their last page told them."""

    email: str
    answers: list = field(default_factory=list)
    told: str = ""
    failure: str = ""
    # What the form in front of them carries.
    stamp: str = ""

    @property
    def seconds(self):
        return self.answers[-1].had_at - self.answers[0].asked_at

    @property
    def posted(self):
        """The answer to the form, or None."""
        posts = [answer for answer in self.answers if answer.method == "POST"]
        return posts[-1] if posts else None

    async def register(self, port, path, headings, pause=0):
        """Form, answers, confirmation; a form already in hand is sent again.

        ``pause`` is how many seconds it takes to fill in the form.
        """
        browser = Browser(port)
        try:
            if not self.stamp:
                shown = await self._keep(browser.get(path))
                self.stamp = html.unescape(STAMP.search(shown.text)[1])
                await asyncio.sleep(pause)
            sent = await self._keep(browser.post(path, self._fields()))
            page = await self._keep(browser.get(sent.location))
            heading = TAG.sub("", HEADING.search(page.text)[1]).strip()
            self.told = headings[html.unescape(heading)]
        except (OSError, EOFError, TypeError, ValueError, KeyError) as error:
            self.failure = f"{type(error).__name__}: {error}"
        finally:
            browser.close()

    async def _keep(self, asking):
        answer = await asyncio.wait_for(asking, PATIENCE)
        self.answers.append(answer)
        return answer

    def _fields(self):
        return {
            "stamp": self.stamp,
            "given_name": "Samira",
            "family_name": "Essai",
            "email": self.email,
            "organisation": "À titre indépendant",
            "role": "assistante sociale",
            "language": "fr",
            "access_need": "",
            "question": "Comment joindre l’équipe mobile ?",
            "website": "",
            "checked_email": "",
            "may_wait": "1",
        }


def named(crowd, number):
    """``number`` people whom nobody knows yet."""
    return [Visitor(f"{crowd}-{n:03}@essai.example") for n in range(number)]


async def register_at_once(visitors, port, path, headings, pause=0):
    """Everybody begins at the same instant and takes as long to fill in the form."""
    await asyncio.gather(
        *(visitor.register(port, path, headings, pause) for visitor in visitors)
    )

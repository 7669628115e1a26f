"""What is new, for programs that follow it: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.

An item keeps its identity whatever happens to its page or to the host. It is as old as
its publication or its last change, never as the event it tells of.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import format_html_join

from portal.core.plain_text import clean

# Programs ask often: they are sent what is newest.
LIMIT = 50


@dataclass(frozen=True)
class Item:
    uuid: UUID
    title: str
    url: str
    published_at: datetime
    updated_at: datetime
    paragraphs: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    @property
    def id(self):
        return f"urn:uuid:{self.uuid}"

    @property
    def html(self):
        said = ((clean(text),) for text in self.paragraphs if text)
        return str(format_html_join("", "<p>{}</p>", said))


@dataclass(frozen=True)
class Channel:
    uuid: UUID
    title: str
    description: str
    # Where a person reads the same, and where a program does.
    url: str
    feed_url: str
    author: str
    language: str
    # When it is as old as its newest item would make it, if it has none.
    changed_at: datetime
    items: list[Item]

    @property
    def updated_at(self):
        return max((item.updated_at for item in self.items), default=self.changed_at)


def rss(channel):
    return _xml(Rss201rev2Feed, channel)


def atom(channel):
    return _xml(Atom1Feed, channel)


def json_feed(channel):
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(channel.title),
        "description": clean(channel.description),
        "home_page_url": channel.url,
        "feed_url": channel.feed_url,
        "language": channel.language,
        "authors": [{"name": channel.author, "url": channel.url}],
        "items": [_json_item(item, channel) for item in channel.items],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


# How each ending of an address is written, and under what name it travels.
FORMATS = {
    "rss": (rss, "application/rss+xml; charset=utf-8"),
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}


def _json_item(item, channel):
    return {
        "id": item.id,
        "url": item.url,
        "title": clean(item.title),
        "content_html": item.html,
        "date_published": item.published_at.isoformat(timespec="seconds"),
        "date_modified": item.updated_at.isoformat(timespec="seconds"),
        "tags": [clean(tag) for tag in item.tags],
        "language": channel.language,
    }


def _xml(kind, channel):
    class Feed(kind):
        def latest_post_date(self):
            # Django's is the present moment for a feed of nothing.
            return channel.updated_at

    feed = Feed(
        title=clean(channel.title),
        link=channel.url,
        description=clean(channel.description),
        subtitle=clean(channel.description),
        language=channel.language,
        author_name=channel.author,
        feed_url=channel.feed_url,
        feed_guid=f"urn:uuid:{channel.uuid}",
    )
    for item in channel.items:
        feed.add_item(
            title=clean(item.title),
            link=item.url,
            description=item.html,
            pubdate=item.published_at,
            updateddate=item.updated_at,
            unique_id=item.id,
            unique_id_is_permalink=False,
            categories=[clean(tag) for tag in item.tags],
        )
    return feed.writeString("utf-8").encode()

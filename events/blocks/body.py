from events.blocks.meetings import MeetingBlock
from portal.core.blocks import BodyBlock


class BodyWithMeetings(BodyBlock):
    """The text of a page that may refer to meetings."""

    meeting = MeetingBlock()

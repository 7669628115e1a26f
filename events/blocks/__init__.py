from events.blocks.body import BodyWithMeetings
from events.blocks.meetings import MeetingBlock
from events.blocks.programme import PresenterBlock, ProgrammeSlotBlock
from events.blocks.report_sections import ReportSections

__all__ = [
    "BodyWithMeetings",
    "MeetingBlock",
    "PresenterBlock",
    "ProgrammeSlotBlock",
    "ReportSections",
]

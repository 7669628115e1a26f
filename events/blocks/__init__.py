from events.blocks.meetings import MeetingBlock
from events.blocks.programme import PresenterBlock, ProgrammeSlotBlock
from events.blocks.report_sections import ReportSections

__all__ = [
    "MeetingBlock",
    "PresenterBlock",
    "ProgrammeSlotBlock",
    "ReportSections",
]

"""The roles of the admin and what each may do."""

from dataclasses import dataclass

DRAFTING, COMMUNICATION, ADMINISTRATION = "Rédaction", "Communication", "Administration"
RECEPTION = "Accueil"
# Whose members see what their own team is asked, and nobody else does.
SUPPORT = "Équipe d’appui"
REVIEW = "Relecture"
REVIEW_TASK = "Relecture par la communication"

ON_MEDIA = [
    f"{verb}_{thing}"
    for thing in ("image", "document")
    for verb in ("add", "change", "choose")
]
# The facts an editor needs at hand to write about a meeting.
FACTS = [
    ("events", f"{verb}_{thing}")
    for thing in ("meeting", "venue")
    for verb in ("add", "change", "view")
]
SERIES = [
    ("events", f"{verb}_{thing}")
    for thing in ("concertation", "cycle")
    for verb in ("add", "change", "view")
]
# Whoever writes may change an entry of the directory; publishing it is apart, and so
# is seeing who the team knows there.
DIRECTORY = [
    ("services", f"{verb}_{thing}")
    for thing in ("service", "organisation", "location")
    for verb in ("add", "change", "view")
]
ON_SERVICES = [
    ("services", f"{verb}_service") for verb in ("publish", "lock", "unlock")
]
# What is handed out is frozen or removed, never changed afterwards.
ORIENTATION = [
    *(("services", f"{verb}_aidememoireedition") for verb in ("add", "delete", "view")),
    *(("services", f"{verb}_typeprofile") for verb in ("add", "change", "view")),
    *(("services", f"{verb}_correction") for verb in ("change", "view")),
]
PRIVATE_PART = [("services", "view_private_part")]
# Partners send their dates; the team reads them, and adds none by hand.
PARTNERS = [
    *(("events", f"{verb}_partnercalendar") for verb in ("add", "change", "view")),
    *(("events", f"{verb}_partnerentry") for verb in ("change", "view")),
]
# What professionals ask to learn and what answers it; what people suggest and what
# partners announce is decided on, never added by hand.
TRAININGS = [
    *(
        ("trainings", f"{verb}_{thing}")
        for thing in ("trainingneed", "training")
        for verb in ("add", "change", "view")
    ),
]
ON_TRAININGS = [
    *(
        ("trainings", f"{verb}_{thing}")
        for thing in ("trainingneed", "training")
        for verb in ("publish", "delete")
    ),
    *(("trainings", f"{verb}_needsuggestion") for verb in ("change", "view")),
    *(("trainings", f"{verb}_feedentry") for verb in ("change", "view")),
    *(
        ("trainings", f"{verb}_partnerfeed")
        for verb in ("add", "change", "delete", "view")
    ),
]
# The words of the search, and what is shown first for some of them.
WORDS = [
    *(("core", f"{verb}_synonyms") for verb in ("add", "change", "view")),
    *(("search", f"{verb}_promotion") for verb in ("add", "delete", "view")),
    ("search", "view_querycount"),
]
# Seeing who comes, acting for them, exporting and checking in are given apart.
PARTICIPANTS = [
    ("events", f"{verb}_registration")
    for verb in ("view", "add", "change", "export", "check_in")
]

# What was heard and decided; whoever drafts a report may add to it.
MEMORY = [
    ("events", f"{verb}_{thing}")
    for thing in ("observation", "collectiveaction", "pollquestion")
    for verb in ("add", "change", "view")
]
ON_MEMORY = [
    *(("events", f"{verb}_reportedneed") for verb in ("change", "view")),
    *(("events", f"{verb}_impasse") for verb in ("add", "change", "view")),
    ("events", "delete_observation"),
    ("events", "delete_collectiveaction"),
]
REQUESTS = [
    *(("services", f"{verb}_supportrequest") for verb in ("view", "change")),
    *(("services", f"{verb}_supportanswer") for verb in ("view", "add", "change")),
    *(("events", f"{verb}_impasse") for verb in ("view", "add")),
]


@dataclass(frozen=True)
class Role:
    name: str
    on_pages: tuple = ()
    on_records: tuple = ()
    # Apps whose every record this role may change.
    all_of: tuple = ()


ROLES = [
    Role(name=RECEPTION, on_records=(("events", "check_in_registration"),)),
    Role(name=SUPPORT, on_records=tuple(REQUESTS)),
    Role(
        name=DRAFTING,
        on_pages=("add_page", "change_page"),
        on_records=(*FACTS, *DIRECTORY, *MEMORY, *TRAININGS),
    ),
    Role(
        name=COMMUNICATION,
        on_pages=(
            "add_page",
            "change_page",
            "publish_page",
            "lock_page",
            "unlock_page",
        ),
        on_records=(
            *FACTS,
            *SERIES,
            *PARTNERS,
            *ORIENTATION,
            *PARTICIPANTS,
            *DIRECTORY,
            *ON_SERVICES,
            *PRIVATE_PART,
            *WORDS,
            *MEMORY,
            *ON_MEMORY,
            *TRAININGS,
            *ON_TRAININGS,
            ("events", "delete_meeting"),
            ("events", "delete_venue"),
            ("wagtail_localize", "submit_translation"),
        ),
    ),
    Role(
        name=ADMINISTRATION,
        on_pages=(
            "add_page",
            "change_page",
            "publish_page",
            "bulk_delete_page",
            "lock_page",
            "unlock_page",
        ),
        all_of=(
            "auth",
            "core",
            "events",
            "search",
            "services",
            "trainings",
            "wagtail_localize",
            "wagtailcore",
            "wagtaildocs",
            "wagtailimages",
            "wagtailredirects",
        ),
    ),
]

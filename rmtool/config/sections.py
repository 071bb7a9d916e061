"""The sections a report may have, and which ones the shipped reports have unless the profile says otherwise.

On the way of every command, as the profile is, so it imports nothing.
"""

DAILY = ("visits", "planned", "done", "results", "remarks", "market", "support", "plan")
WEEKLY = (
    "clients", "visits", "measures", "targets", "needs", "deals", "feedback", "market", "done", "open", "overdue", "plan", "support",
    "duties",
)  # fmt: skip
MONTHLY = (
    "weeks", "tiers", "measures", "targets", "clients", "needs", "deals", "feedback", "market", "overdue", "plan", "support",
    "duties",
)  # fmt: skip
# What only some trades report (LOAN.8).
OTHERS = ("enquiries",)
# Templates hold one macro for each.
SECTIONS = tuple(sorted({*DAILY, *WEEKLY, *MONTHLY, *OTHERS}))

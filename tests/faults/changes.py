"""Every command of rmtool: how one that changes something is called on the seed, and which only read.

A command that is in neither place fails a test, so that whatever comes later is covered too.
"""

from typing import NamedTuple


class Change(NamedTuple):
    """The words of a command that changes something, what is typed into it, and whether the store is encrypted before."""

    words: tuple[str, ...]
    typed: str = ""
    locked: bool = False


# What the seed is made by, in order; each must succeed.
SEED = (
    ("use-profile", "decoration", "--yes"),
    ("config", "owner", "王敏"),
    ("add-client", "张三", "--kind", "person", "--phone", "13800138000"),
    ("add-client", "云岫精密机械", "--phone", "13900139000"),
    ("add-contact", "云岫", "陈波", "--role", "总经理"),
    ("add-client-day", "云岫", "公司成立日", "2008-06-18"),
    ("log-visit", "张三", "谈续贷", "--on", "mon", "--next", "+3d"),
    ("log-visit", "云岫", "看货", "--on", "mon"),
    ("add-complaint", "云岫", "两箱渗漏"),
    ("add-deal", "云岫", "loan", "500万"),
    ("add-note", "对门开店", "--tell", "经理"),
    ("add-paper", "云岫", "licence"),
    ("set-target", "visits", "2026-W48", "25"),
    ("schedule", "weekly", "--at", "fri 17:30", "--to", "."),
    ("backup", "copy.db"),
    ("add-task", "后来的"),
    ("export", "-o", "week.xlsx"),
    ("move-task", "3", "+9d"),
    ("undo", "--yes"),
)
CHANGES = {
    "log-visit": Change(("log-visit", "zs", "谈续贷，要求下调利率", "--next", "下周三")),
    "plan-day": Change(("plan-day", "--save")),
    "edit-visit": Change(("edit-visit", "1", "--text", "改了", "--result", "成")),
    "delete-visit": Change(("delete-visit", "2", "--yes")),
    "add-client": Change(("add-client", "赵四", "--phone", "13700137000")),
    "edit-client": Change(("edit-client", "云岫", "--phone", "13600136000")),
    "archive-client": Change(("archive-client", "云岫")),
    "client-data": Change(("client-data", "云岫", "-o", "out.txt")),
    "forget-client": Change(("forget-client", "云岫", "--yes")),
    "add-contact": Change(("add-contact", "云岫", "周敏")),
    "edit-contact": Change(("edit-contact", "云岫", "陈波", "--taboos", "周一不打电话")),
    "remove-contact": Change(("remove-contact", "云岫", "陈波", "--yes")),
    "greetings": Change(("greetings", "中秋", "--sent", "-o", "out.txt")),
    "record-gift": Change(("record-gift", "云岫", "茶叶")),
    "add-client-day": Change(("add-client-day", "张三", "结婚纪念日", "10-02")),
    "remove-client-day": Change(("remove-client-day", "云岫", "公司成立日")),
    "add-task": Change(("add-task", "送方案", "--client", "张三", "--due", "+3d")),
    "add-milestone": Change(("add-milestone", "张三", "completion", "--due", "+3d")),
    "close-task": Change(("close-task", "1", "--result", "已送")),
    "move-task": Change(("move-task", "1", "+5d")),
    "add-complaint": Change(("add-complaint", "张三", "太慢", "--who", "陈")),
    "hand-over": Change(("hand-over", "2", "设计部")),
    "settle-complaint": Change(("settle-complaint", "2", "--result", "换货", "--told", "today")),
    "add-paper": Change(("add-paper", "张三", "id-copy")),
    "remove-paper": Change(("remove-paper", "云岫", "licence", "--yes")),
    "tick-duty": Change(("tick-duty", "reception-forms")),
    "add-deal": Change(("add-deal", "张三", "loan", "30万")),
    "move-deal": Change(("move-deal", "1", "won")),
    "set-target": Change(("set-target", "visits", "2026-11", "80")),
    "add-note": Change(("add-note", "降价了", "--kind", "price")),
    "mark-told": Change(("mark-told", "1")),
    "edit-note": Change(("edit-note", "1", "--kind", "price")),
    "delete-note": Change(("delete-note", "1", "--yes")),
    "import-clients": Change(("import-clients", "clients.csv")),
    "import-visits": Change(("import-visits", "visits.csv")),
    "pull": Change(("pull", "week.xlsx", "--yes")),
    "schedule": Change(("schedule", "daily", "--at", "17:30", "--to", ".")),
    "add-robot": Change(("add-robot", "team", "-"), "https://oapi.dingtalk.com/robot/send?access_token=x\n"),
    "unschedule": Change(("unschedule", "1")),
    "run-schedule": Change(("run-schedule", "1")),
    "use-profile": Change(("use-profile", "tobacco", "--yes")),
    "config": Change(("config", "department", "公司业务部")),
    "backup": Change(("backup", "second.db")),
    "restore": Change(("restore", "copy.db", "--yes")),
    "encrypt": Change(("encrypt", "--key-file", "first.key")),
    "rekey": Change(("rekey", "--key-file", "second.key"), locked=True),
    "decrypt": Change(("decrypt", "--yes"), locked=True),
    "undo": Change(("undo", "--yes")),
    "redo": Change(("redo", "--yes")),
    "demo": Change(("demo", "--to", "demo")),
    # These write a file only, which must be whole or not there.
    "daily-report": Change(("daily-report", "-o", "out.md")),
    "export": Change(("export", "-o", "out.xlsx")),
    "combine": Change(("combine", "week.xlsx", "-o", "out.xlsx")),
    "fill-form": Change(("fill-form", "form.xlsx", "--yes", "-o", "out.xlsx")),
}
READS = {
    "today", "plan-week", "due", "list-visits", "show-visit", "show-client", "list-clients", "care", "list-greetings",
    "list-tasks", "show-task", "list-complaints", "list-papers", "duties", "list-deals", "list-targets", "list-notes",
    "morning-brief", "proofread", "handed-in", "list-schedules", "profile", "check",
    "history", "exports", "backup-status",
    # As daily-report.
    "weekly-report", "tenday-report", "monthly-report", "quarterly-report", "market-report", "satisfaction-report",
    "client-base", "client-report", "complaints-report", "report",
}  # fmt: skip

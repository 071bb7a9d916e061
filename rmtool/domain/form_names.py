"""What a form may ask for: the names of facts and of lists with their fields, and the words that mean them."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

from rmtool.domain import headers
from rmtool.domain.headers import folded

# A fact, and the words beside an empty cell that ask for it.
FACTS: Mapping[str, str] = {
    "owner": "姓名 填报人 填表人 客户经理 客户经理姓名 报告人 汇报人 业务代表 业务员 经办人 检查人 走访人 name owner manager preparedby reportedby",
    "department": "部门 单位 所属部门 所属单位 填报单位 填报部门 报送单位 网点 机构 支行 市场部 团队 department unit branch team",
    "today": "填表日期 填报日期 制表日期 报告日期 上报日期 日期 date dateofreport reportdate filledinon",
    "period": "周期 期间 报告期 报告期间 起止日期 起止时间 走访周期 检查期间 统计期间 时间段 period reportingperiod",
    "week_number": "周次 第几周 week weekno",
    "visits_count": "拜访次数 走访次数 拜访量 本周拜访次数 本期拜访次数 visits visitscount numberofvisits",
    "clients_count": "拜访户数 走访户数 涉及客户 拜访客户数 clients clientscount clientsvisited",
    "new_clients_count": "新增客户 新增客户数 新开发客户 新客户数 newclients",
    "tasks_done": "办结事项 办结数 已办结 完成事项 tasksdone",
    "tasks_open": "未办结 未办结事项 待办数 待办事项数 tasksopen opentasks",
    "tasks_overdue": "逾期事项 逾期数 tasksoverdue overduetasks",
}
# Facts that only a placeholder asks for.
MORE_FACTS = (
    "supervisor", "first_day", "last_day", "year", "month", "quiet_count", "deals_open", "deals_total", "deals_weighted",
    "deals_won",
)  # fmt: skip

_CLIENT_OF_VISIT = {
    "tier": "级别 客户级别 档位 客户等级 等级 tier grade",
    "area": "区域 片区 地区 商圈 area district",
    "address": "地址 经营地址 address",
    "phone": "电话 手机 联系电话 订货电话 phone mobile",
    "industry": "行业 业态 industry",
}
_NEXT_STEP = {
    "next_step": "下一步 下一步措施 下一步计划 下一步工作 后续计划 后续措施 跟进措施 跟进计划 整改措施 解决措施 nextstep nextsteps followup action",
    "next_due": "完成时限 跟进日期 下次拜访 下次联系 下次拜访时间 nextdue nextvisit",
}
_TASK = {
    "due": "日期 到期 期限 完成时限 完成日期 计划日期 计划时间 时限 拜访日期 due date deadline when",
    "client": "客户 客户名称 客户姓名 单位 单位名称 企业名称 商户名称 零售户 零售户名称 经销商 经销商名称 拜访对象 client customer",
    "text": "事项 工作事项 待办事项 计划事项 工作内容 工作安排 工作计划 计划内容 内容 任务 拜访目的 目的 措施 task text plan whattodo content",
    "kind": "类型 类别 事项类型 kind type",
    "owner": "责任人 负责人 经办人 客户经理 owner responsible",
    "state": "状态 完成情况 进度 state status",
    "result": "结果 办理结果 处理结果 result outcome",
    "opened_on": "受理日期 提出日期 登记日期 openedon",
    "closed_on": "办结日期 完成时间 closedon",
}
_CLIENT = {
    "name": "客户 客户名称 客户姓名 姓名 名称 单位名称 企业名称 零售户 零售户名称 商户名称 经销商名称 client name customer",
    "tier": _CLIENT_OF_VISIT["tier"],
    "stage": "阶段 状态 客户状态 stage status",
    "area": _CLIENT_OF_VISIT["area"],
    "visits": "拜访次数 走访次数 次数 visits",
    "last_touch": "最近联系 最近拜访 最近拜访日期 最后联系 lasttouch lastvisit",
}
_DEAL = {
    "client": _TASK["client"],
    "product": "产品 产品名称 意向产品 业务品种 品种 product",
    "amount": "金额 意向金额 预计金额 需求金额 amount",
    "stage": "阶段 商机阶段 进展 进度 stage",
    "expected": "预计日期 预计时间 预计成交 预计落地时间 expected expecteddate",
    "reason": "原因 reason",
}
_NOTE = {
    "day": "日期 date day",
    "kind": "类型 类别 kind type",
    "text": "情报 信息 市场信息 市场情况 内容 note text content",
    "client": _TASK["client"],
    "competitor": "竞品 竞争对手 同业 competitor",
    "product": "产品 product",
    "place": "地点 place",
}
_VISIT_FIELDS = (
    "day", "time", "client", "kind", "text", "result", "need", "feedback", "products", "competitor", "people", "place",
    "purpose", "minutes", "owner",
)  # fmt: skip

# The lists a row may repeat for, with their fields; `done` and `plan` are tasks: closed ones, and those that come next.
LISTS: Mapping[str, tuple[str, ...]] = {
    "visit": (*_VISIT_FIELDS, *_NEXT_STEP, *_CLIENT_OF_VISIT),
    "client": tuple(_CLIENT),
    "task": tuple(_TASK),
    "done": tuple(_TASK),
    "plan": tuple(_TASK),
    "deal": tuple(_DEAL),
    "note": tuple(_NOTE),
}
INDEX = "index"
_INDEX = "序号 编号 no number 行号"


def _table(fields: Mapping[str, str]) -> dict[str, str]:
    return {folded(word): field for field, words in fields.items() for word in words.split()}


def facts() -> dict[str, str]:
    """The words that ask for a fact, folded, with its name."""
    return _table(FACTS)


def fields(name: str, own: Iterable[tuple[str, Sequence[str]]] = ()) -> dict[str, str]:
    """The headings, folded, of the fields of list `name`; `own` are a profile's fields and measures of visits with theirs."""
    index = _table({INDEX: _INDEX})
    if name != "visit":
        tables = {"client": _CLIENT, "deal": _DEAL, "note": _NOTE}
        return _table(tables.get(name, _TASK)) | index
    known = {word: field for word, field in headers.VISITS.items() if field in _VISIT_FIELDS}
    mine = {folded(word): field for field, words in own for word in words if folded(word)}
    return _table(_CLIENT_OF_VISIT) | known | _table(_NEXT_STEP) | mine | index

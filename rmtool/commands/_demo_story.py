"""What the demo's corporate-bank RM hears and does: invented firms, people and talks, in Chinese."""

from typing import NamedTuple

# Two made-up halves and a trade: no firm of the register is meant.
FIRST = (
    "云岫", "澄江", "远帆", "禾谷", "砺石", "青梧", "朗川", "沐辰", "玉衡", "泓景",
    "岚屿", "星野", "鹤汀", "松涛", "景曜", "榆林坊", "临溪", "望舒", "锦帆", "安栎",
)  # fmt: skip
TRADES = (
    ("机械制造", "精密机械有限公司"), ("机械制造", "数控设备有限公司"), ("纺织服装", "纺织有限公司"),
    ("食品加工", "食品有限公司"), ("物流运输", "物流有限公司"), ("建筑装饰", "装饰工程有限公司"),
    ("电子信息", "电子科技有限公司"), ("医药医疗", "医疗器械有限公司"), ("批发零售", "商贸有限公司"),
    ("新能源", "新能源科技有限公司"), ("农业", "农业发展有限公司"), ("化工材料", "新材料有限公司"),
)  # fmt: skip
AREAS = ("高新区", "城东", "城西", "临港", "开发区", "老城区")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = (
    "建平",
    "晓岚",
    "国栋",
    "雅琴",
    "志远",
    "文静",
    "海涛",
    "春梅",
    "立新",
    "佩华",
    "永康",
    "思敏",
    "启明",
    "玉洁",
)
ROLES = (("董事长", "总"), ("总经理", "总"), ("财务总监", "总监"), ("财务经理", "经理"), ("出纳", "会计"))
LIKES = (
    "喝岩茶，不喝咖啡",
    "爱打乒乓球",
    "关心孩子高考",
    "喜欢钓鱼",
    "爱聊足球",
    "收藏紫砂壶",
    "周末骑行",
    "",
)
TABOOS = ("不接受周一上午来访", "不谈家事", "忌酒", "不喜欢临时改约", "", "", "", "")
SOURCES = ("老客户介绍", "园区走访", "网点推荐", "行业协会", "陌生拜访")


class Talk(NamedTuple):
    """One thing talked about: {m} is an amount in 万元, {r} a rate, {n} a small number."""

    kind: str
    purpose: str
    text: str
    result: str = ""
    need: str = ""
    feedback: str = ""
    competitor: str = ""
    product: str = ""
    todo: str = ""
    days: int = 7
    task: str = "follow-up"
    weight: int = 4


TALKS = (
    Talk("visit", "续贷", "谈{m}万元流动资金贷款续贷，企业希望利率下调{n}0个基点，已说明定价由分行审批。",
         "同意先报材料", "流贷续贷{m}万元，要求下调利率", product="流动资金贷款", todo="上报续贷材料并跟进利率审批", days=8),
    Talk("visit", "贷后检查", "现场查看车间和库存，{n}条线满负荷，原料库存约{n}个月；资金用途与合同一致，未见挪用。",
         "贷后检查正常", product="流动资金贷款", todo="整理贷后检查报告", days=3),
    Talk("check", "贷后检查", "核对近三个月水电费和纳税申报，用电量环比下降{n}%，财务解释为换线停产一周，下月复查。",
         "列入关注", todo="复查用电量和开工情况", days=20),
    Talk("call", "催收提醒", "电话提醒本月21日结息，财务已安排资金，账户余额{m}万元。", "已确认付息", days=0),
    Talk("visit", "存款营销", "介绍对公大额存单和智能通知存款，客户有{m}万元闲置资金，比较三家银行报价。",
         need="闲置资金{m}万元理财或存单", competitor="某股份行大额存单利率高{n}个基点", product="大额存单", todo="带书面报价再访", days=5),
    Talk("call", "结算", "企业反映网银跨行转账限额偏低，影响月底付货款，希望调到{m}万元。",
         need="提高网银转账限额", feedback="网银限额太低，付款要分几笔", todo="协调网点调整网银限额", days=2, task="request"),
    Talk("meeting", "授信方案", "与财务、采购一起讨论供应链融资方案，上游{n}家供应商愿意接受电子债权凭证。",
         "方案可行，先做一家试点", "供应链融资，上游{n}家", product="供应链融资", todo="出供应链融资方案初稿", days=10),
    Talk("visit", "代发工资", "谈代发工资，员工{n}0余人，现在在另一家银行代发，人事希望附带班车月卡优惠。",
         need="代发工资{n}0人", competitor="同业为代发客户送体检", product="代发工资", todo="提交代发工资优惠申请", days=6),
    Talk("reception", "开户咨询", "客户到网点咨询一般户开立，介绍开户资料清单，缺法人身份证复印件和公司章程。",
         todo="催客户补开户资料", days=4, task="paper"),
    Talk("return-visit", "回访", "回访上次反映的回单机故障，已修好，客户表示满意，又问电子回单能不能批量下载。",
         "问题已解决", feedback="回单机修好了，服务及时", days=0),
    Talk("call", "政策通知", "告知科技企业贴息政策，申报截止本月底，企业初步符合条件，有专利{n}项。",
         need="科技贷贴息申报", product="科技贷", todo="协助准备贴息申报材料", days=9),
    Talk("visit", "国际结算", "企业新接东南亚订单，问远期锁汇和信用证费率，月收汇约{m}万元人民币。",
         need="远期锁汇、信用证", product="国际结算", todo="请国际部一起上门讲锁汇", days=7, task="request"),
    Talk("call", "投诉", "客户投诉柜面排队{n}0分钟办不了预约取现，情绪较大，已道歉并答应当面解释。",
         feedback="预约取现仍排队，很不满意", todo="查明预约取现情况并答复", days=1, task="complaint", weight=1),
    Talk("visit", "风险排查", "原材料涨价约{n}%，毛利变薄，应收账款账期拉长到{n}0天；暂无他行抽贷迹象。",
         "建议压降信用敞口{n}%", competitor="", todo="写风险排查说明", days=5),
    Talk("message", "节日问候", "发短信问候并附最新存款利率表。", days=0),
    Talk("visit", "新客户", "首次上门，了解主营和上下游，年销售约{m}0万元，基本户在外地，愿意先开结算户。",
         "建立联系", "开立结算账户", product="结算账户", todo="送开户资料上门", days=6),
)  # fmt: skip


class Pitch(NamedTuple):
    """A deal: its product, its amount in 万元, the stage it is in, and how many days ago it began and came there."""

    product: str
    amount: int
    stage: str
    begun: int
    moved: int
    reason: str = ""


PITCHES = (
    Pitch("流动资金贷款", 800, "negotiation", 40, 9), Pitch("大额存单", 500, "proposal", 16, 6),
    Pitch("供应链融资", 1200, "proposal", 60, 44), Pitch("代发工资", 90, "lead", 5, 5),
    Pitch("科技贷", 300, "won", 50, 3), Pitch("国际结算", 260, "negotiation", 30, 12),
    Pitch("流动资金贷款", 600, "lost", 45, 4, "同业利率低30个基点"), Pitch("结算账户", 50, "won", 20, 15),
)  # fmt: skip


class Rumour(NamedTuple):
    """A market note: its kind, what it says, how many days ago, the product it is about, and whom to tell at once."""

    kind: str
    text: str
    ago: int
    product: str = ""
    tell: str = ""


RUMOURS = (
    Rumour("competitor", "某股份行对科技企业首贷免收评估费", 12, "科技贷"),
    Rumour("price", "同业三年期大额存单报价上浮20个基点", 6, "大额存单"),
    Rumour("policy", "开发区对技改贷款贴息，下月起申报", 3, "科技贷"),
    Rumour("suspicious-paper", "两份购销合同的印章位置完全一致，已留复印件", 1, tell="风险部"),
)

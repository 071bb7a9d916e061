"""How people head the columns of their tables, in both languages: which field each heading means."""

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Sequence

# A field, and the headings that mean it; letter case, blanks, width and what stands in brackets make no difference.
_CLIENT = {
    "name": "客户名称 客户姓名 客户名 客户 姓名 名称 名字 单位名称 单位 企业名称 公司名称 公司 商户名称 商户 零售户 零售户名称 店名 店铺名称"
    " 户名 name fullname clientname client customername customer companyname accountname",
    "kind": "客户类型 客户类别 类型 个人或企业 kind type clienttype clientkind personorcompany",
    "phone": "手机 手机号 手机号码 手机电话 电话 电话号码 联系电话 联系方式 移动电话 固定电话 座机 办公电话 订货电话 客户电话"
    " phone phones telephone tel mobile mobilephone cell cellphone phonenumber",
    # Of a phone book: a number that can't be checked is no reason to lose the person.
    "phone_as_written": "phone_as_written",
    "email_as_written": "email_as_written",
    "email": "邮箱 电子邮箱 电子邮件 邮件 email emails mail emailaddress",
    "wechat": "微信 微信号 wechat wechatid weixin",
    "tier": "级别 等级 客户级别 客户等级 分类 客户分类 档位 类别 tier level grade class rating",
    "stage": "阶段 状态 客户状态 客户阶段 stage status",
    "industry": "行业 所属行业 行业类别 业态 industry sector",
    "area": "区域 片区 地区 所属区域 辖区 商圈 区县 市场部 area district region territory",
    "route": "线路 路线 拜访线路 访销线路 送货线路 route",
    "address": "地址 联系地址 通讯地址 经营地址 注册地址 单位地址 办公地址 家庭住址 住址 address street location",
    "source": "来源 客户来源 获客渠道 渠道 source leadsource channel",
    "referred_by": "推荐人 介绍人 转介绍人 referredby referrer introducedby",
    "birthday": "生日 出生日期 出生年月日 出生年月 birthday birthdate dateofbirth dob",
    "birthday_lunar": "农历 农历生日 是否农历 lunar lunarbirthday",
    "id_number": "身份证 身份证号 身份证号码 公民身份号码 证件号 证件号码 idnumber identitynumber nationalid idcard",
    "uscc": "统一社会信用代码 社会信用代码 信用代码 统一信用代码 营业执照号 uscc creditcode unifiedsocialcreditcode",
    "owner": "客户经理 负责人 管户经理 主办客户经理 所属客户经理 管户人 责任人 owner manager relationshipmanager accountmanager rm",
    "remark": "备注 说明 附注 其他 remark remarks note notes comment comments",
}
_VISIT = {
    "client": "客户 客户名称 客户姓名 客户名 姓名 名称 单位名称 单位 企业名称 公司名称 商户名称 零售户 零售户名称 店名 户名 拜访客户 拜访对象 客户单位 经销商名称 经销商 借款人 借款企业"
    " client clientname customer customername name company companyname account accountname",
    "phone": "手机 手机号 手机号码 电话 电话号码 联系电话 客户电话 phone telephone tel mobile phonenumber",
    "id_number": "身份证 身份证号 身份证号码 证件号码 idnumber identitynumber",
    "uscc": "统一社会信用代码 社会信用代码 信用代码 uscc creditcode",
    "day": "日期 拜访日期 走访日期 拜访时间 走访时间 联系日期 访问日期 日期时间 date day visitdate dateofvisit visitedon datetime",
    "time": "时间 几点 时刻 time timeofday",
    "kind": "方式 拜访方式 拜访类型 走访方式 联系方式 类型 形式 kind type visittype visitkind channel",
    "text": "内容 拜访内容 走访内容 谈话内容 谈了什么 拜访记录 走访记录 走访情况 拜访情况 记录 情况 备注 沟通内容 工作内容"
    " text content notes note summary whatwassaid details description remark comment",
    "minutes": "时长 分钟 拜访时长 minutes",
    "place": "地点 拜访地点 place location where",
    "people": "参加人 参加人员 同行人 陪同人员 陪同人 在场人员 联系人 接待人 with people attendees participants",
    "purpose": "目的 拜访目的 走访目的 事由 主题 purpose subject aim",
    "result": "结果 拜访结果 走访结果 成果 处理结果 result outcome",
    "need": "需求 客户需求 need needs demand",
    "feedback": "反馈 客户反馈 意见 意见建议 客户意见 feedback opinion",
    "products": "产品 意向产品 推介产品 营销产品 product products",
    "competitor": "同业 同业信息 同业情况 竞争对手 竞品 竞品情况 竞品信息 竞争情况 competitor competitors competition",
    "measures": "计量 measures",
    "owner": "客户经理 拜访人 走访人 负责人 记录人 owner manager rm visitedby visitor",
}


def folded(heading: str) -> str:
    """`heading` as headings are compared."""
    whole = unicodedata.normalize("NFKC", heading).casefold()
    plain = re.sub(r"[(\[【〔].*?[)\]】〕]", "", whole)
    return re.sub(r"[\W_]+", "", plain) or re.sub(r"[\W_]+", "", whole)


def _table(fields: dict[str, str]) -> dict[str, str]:
    table = {folded(word): field for field, words in fields.items() for word in words.split()}
    return table | {folded(field): field for field in fields}


CLIENTS = _table(_CLIENT)
VISITS = _table(_VISIT)


def with_own(synonyms: dict[str, str], prefix: str, rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """`synonyms` with what a profile calls its own fields or measures: each a key, and the headings that mean it."""
    own = {folded(word): prefix + names[0] for names in rows for word in names if word and folded(word)}
    return {**synonyms, **own}


def known_fields(synonyms: dict[str, str]) -> tuple[str, ...]:
    """The fields that headings of this table may mean."""
    return tuple(dict.fromkeys(synonyms.values()))

# A month of customer care at a car dealer's, around Spring Festival 2026 (15 to 23 February off; the Saturdays 14 and
# 28 February worked): return calls, complaints with their hand-overs, greetings, the assessment by the 10th.
@lang zh
@now 2026-02-09T08:40:00+08:00
$ rmtool use-profile auto --yes > /dev/null; rmtool config owner 关雎; rmtool config supervisor 叶总
2> 行业方案现在是 auto，存放在 $HERE/.home/rmtool/profile.toml。
2> owner 现在是 关雎。
2> supervisor 现在是 叶总。
# AUTO.6: customer data complete and correct: what is missing is told, and counted.
$ rmtool add-client 顾安 --phone 13811110001 --tier club --stage active --birthday 1988-02-20 --source 展厅 --field 车型=远山X5 --field 车牌=浙A10001 --field 购车日期=2024-03-02 --field 里程=32000 --field 性别=男
2> 已添加客户 1：顾安 (俱乐部会员)。
$ rmtool add-client 沈秋 --phone 13811110002 --tier owner --stage active --source 老客介绍 --referred-by 顾安 --field 车型=远山S3 --field 性别=女
2> 已添加客户 2：沈秋 (一般车主)。
2> 还缺：车牌；用 `rmtool edit-client 2 --field 车牌=…` 补上。
$ rmtool add-client 长风物流 --phone 0571-88880003 --tier fleet --stage active --industry 物流 --source 大客户 --field 车型=远山V8 --field 车牌=浙A20003
2> 已添加客户 3：长风物流 (单位车队)。
$ rmtool add-contact 长风 魏东 --role 经理 --phone 13811110003
2> 已添加 长风物流 的联系人 1：魏东。
$ rmtool add-client 欧阳雪 --phone 13811110004 --tier owner --stage prospect --source 展厅 --field 车型=远山X5 --field 车牌=未上牌 --field 性别=女
2> 已添加客户 4：欧阳雪 (一般车主)。
$ rmtool list-clients --incomplete
> 编号  名称  级别   还缺
> ───────────────────────
>    2  沈秋  owner  车牌
$ rmtool edit-client 沈秋 --field 车牌=浙A10002 --field 里程=51000 --field 下次保养=2026-03-05
2> 已修改客户 2：沈秋。
# AUTO.7: yearly targets of the department, and one for each who reports to it.
$ rmtool set-target 满意度 2026 4.6
2> 指标：2026年，满意度 4.60 分。
$ rmtool set-target 回访人次 2026-02 12
2> 指标：2026年2月，回访人次 12。
$ rmtool set-target 回访人次 2026-02 6 --owner 吕宁
2> 指标：2026年2月，回访人次 6。
$ rmtool tick-duty 部门年度指标 --remark "指标已分到人"
2> 已登记 2026-02-09 周一：部门年度指标与下属考核。
# AUTO.1: the return call after a repair, with its score and the reason.
$ rmtool add-task "更换刹车片" --client 顾安 --kind return-call --due 02-10
2> 已添加事项 1，期限 2026-02-10 周二：更换刹车片 (顾安)
$ rmtool add-task "五万公里保养" --client 沈秋 --kind return-call
2> 已添加事项 2，期限 2026-02-12 周四：五万公里保养 (沈秋)
$ rmtool today
> 2026-02-09 周一
> 快到了 （rmtool care）：小年 02-10 周二
>
> 到期和逾期：无
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：无
>
> 7 天内生日：无
@now 2026-02-10T10:00:00+08:00
$ rmtool today | head -6
> 2026-02-10 周二
> 快到了 （rmtool care）：小年 02-10 周二；除夕 02-16 周一
> 该做或有风险的职责：2 （rmtool duties、tick-duty） 修后回访按期；每月10日前报送…
>
> 到期和逾期：1 （rmtool close-task N、move-task N 日期、list-tasks）
>      1  今天            顾安              更换刹车片
$ rmtool log-visit 顾安 "刹车正常，师傅讲得清楚" --kind return-visit --field 维修项目=刹车片 --measure 满意度=5
2> 已记录拜访 1：顾安，2026-02-10 周二，修后回访。
$ rmtool close-task 1 --result "满意"
2> 已办结事项 1：更换刹车片 (顾安)
# AUTO.3: the assessment goes to the company by the 10th; today is the last day.
$ rmtool duties | grep -E "状态|AUTO.3"
> 状态              完成     职责
> 有风险 02-10      0/1      每月10日前报送CIS评估、每月 1 次  [AUTO.3]
2> 2026年2月：应做的按时完成 100%。
$ rmtool satisfaction-report
> 满意度 2026年
> 关雎
>
> 评分 1 次，平均 5.00；5分 100%（1），1–2分 0%（0）。
>
> 【按拜访方式】
> • 修后回访：1 次，平均 5.00，5分 100%，1–2分 0%
>
> 【5分的原因】
> • 刹车正常，师傅讲得清楚
$ rmtool tick-duty CIS --remark "首报，建议：交车时讲清费用"
2> 已登记 2026-02-10 周二：每月10日前报送CIS评估。
$ rmtool duties | grep AUTO.3
> 达成              1/1      每月10日前报送CIS评估、每月 1 次  [AUTO.3]
2> 2026年2月：应做的按时完成 100%。
# AUTO.2: complaints are received, assigned, followed, closed.
@now 2026-02-11T14:00:00+08:00
$ rmtool log-visit 沈秋 "等了三小时，空调还是不热" --kind return-visit --field 维修项目=五万公里保养 --measure 满意度=2 --feedback "等太久，没人解释"
2> 已记录拜访 2：沈秋，2026-02-11 周三，修后回访。
$ rmtool close-task 2 --result "不满意，转投诉"
2> 已办结事项 2：五万公里保养 (沈秋)
$ rmtool add-complaint 沈秋 "保养后空调不热" --who 沈秋 --cause 维修质量 --severity serious
2> 已受理投诉 3，2026-02-12 周四 到期：保养后空调不热 (沈秋)
$ rmtool hand-over 3 维修车间 --to 吕师傅 --remark "明早试车"
2> 已把事项 3 转给 维修车间 (吕师傅)：保养后空调不热 (沈秋)
$ rmtool add-complaint 长风 "两台车等件 9 天" --who 魏东 --cause 配件缺货
2> 已受理投诉 4，2026-02-13 周五 到期：两台车等件 9 天 (长风物流)
$ rmtool hand-over 4 配件部 --to 岳琳
2> 已把事项 4 转给 配件部 (岳琳)：两台车等件 9 天 (长风物流)
@now 2026-02-12T17:30:00+08:00
$ rmtool today
> 2026-02-12 周四
> 快到了 （rmtool care）：除夕 02-16 周一；春节 02-17 周二
> 该做或有风险的职责：1 （rmtool duties、tick-duty） 投诉按期处理
>
> 到期和逾期：1 （rmtool close-task N、move-task N 日期、list-tasks）
>      3  今天            沈秋              保养后空调不热
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：无
>
> 7 天内生日：无
$ rmtool hand-over 3 售后服务部 --to 洪主管 --remark "暖风水箱要换，走保修"
2> 已把事项 3 转给 售后服务部 (洪主管)：保养后空调不热 (沈秋)
$ rmtool show-task 3
> 3  投诉
> 客户    沈秋
> 投诉人  沈秋
> 程度    严重
> 原因    维修质量
> 部门    售后服务部
> 受理    2026-02-11 周三 14:00
> 期限    2026-02-12 周四
> 状态    未结，快到期
> 负责人  关雎
>
> 保养后空调不热
>
> 转办经过
>   2026-02-11 周三 14:00  维修车间、吕师傅、明早试车
>   2026-02-12 周四 17:30  售后服务部、洪主管、暖风水箱要换，走保修
$ rmtool settle-complaint 3 --result "保修换暖风水箱" --told today --satisfied yes
2> 已办结投诉 3：保养后空调不热 (沈秋)
# AUTO.4: greetings for the festival, addressed rightly, to nobody twice.
@now 2026-02-14T09:30:00+08:00
$ rmtool care --days 10
> 2026-02-16 周一  还有 2 天
>   除夕：4 位客户已问候 0 位 （rmtool greetings new-years-eve）
>
> 2026-02-17 周二  还有 3 天
>   春节：4 位客户已问候 0 位 （rmtool greetings spring-festival）
>
> 2026-02-20 周五  还有 6 天
>      1  顾安  生日，满 38 岁
$ rmtool greetings 春节
> 顾安  138******01  顾先生，给您拜年了！感谢您过去一年的信任与支持，祝您和家人马年吉祥、身体健康、万事如意。——关雎
> 沈秋  138******02  沈女士，给您拜年了！感谢您过去一年的信任与支持，祝您和家人马年吉祥、身体健康、万事如意。——关雎
> 魏东  138******03  魏经理，给您拜年了！感谢您过去一年的信任与支持，祝您和家人马年吉祥、身体健康、万事如意。——关雎
> 欧阳雪  138******04  欧阳女士，给您拜年了！感谢您过去一年的信任与支持，祝您和家人马年吉祥、身体健康、万事如意。——关雎
2> 春节，2026-02-17 周二：4 条。
$ rmtool greetings 春节 --tier club --tier fleet -o spring.csv --sent
2> 春节，2026-02-17 周二：2 条。
2> 已写入 spring.csv，供短信平台使用：其中电话完整。
2> 已记为今天发出：2 条。
$ rmtool greetings 春节 --sent
> 沈秋  138******02  沈女士，给您拜年了！感谢您过去一年的信任与支持，祝您和家人马年吉祥、身体健康、万事如意。——关雎
> 欧阳雪  138******04  欧阳女士，给您拜年了！感谢您过去一年的信任与支持，祝您和家人马年吉祥、身体健康、万事如意。——关雎
2> 春节，2026-02-17 周二：2 条。
2> 已问候过 2 位：要再发请加 --again。
2> 已记为今天发出：2 条。
$ rmtool greetings 春节
2> 春节，2026-02-17 周二：0 条。
2> 已问候过 4 位：要再发请加 --again。
$ rmtool care --days 10 | head -5
> 2026-02-16 周一  还有 2 天
>   除夕：4 位客户已问候 0 位 （rmtool greetings new-years-eve）
>
> 2026-02-17 周二  还有 3 天
>   春节：4 位客户已问候 4 位 （rmtool greetings spring-festival）
$ rmtool list-greetings
> 发出日期         客户      联系人  场合  礼物  内容
> ────────────────────────────────────────────────────────────────────────────────
> 2026-02-14 周六  顾安              春节        顾先生，给您拜年了！感谢您过去一…
> 2026-02-14 周六  长风物流  魏东    春节        魏经理，给您拜年了！感谢您过去一…
> 2026-02-14 周六  沈秋              春节        沈女士，给您拜年了！感谢您过去一…
> 2026-02-14 周六  欧阳雪            春节        欧阳女士，给您拜年了！感谢您过去…
$ rmtool daily-report --format sms
> 【2月14日日报 关雎】今日无拜访。逾期1项。
# The Saturday is a working day, the nine days after it are not: what is left waits for the first day after them.
$ rmtool plan-day
> 2026-02-14 周六 的计划：1 户
>
> 未分片区
>      3  长风物流
>         原因  投诉 4：两台车等件 9 天（逾期 1 天）
>         资料  车型 远山V8
>
> 常规职责
>   周报  有风险，最迟 02-15 周日
$ rmtool plan-day 2026-02-16 | head -5
> 2026-02-24 周二 的计划：1 户
>
> 未分片区
>      3  长风物流
>         原因  投诉 4：两台车等件 9 天（逾期 11 天）
2> 2026-02-16 周一 不是工作日：以下是下一个工作日的计划。
$ rmtool tick-duty 周报
2> 已登记 2026-02-14 周六：周报。
@now 2026-02-24T09:00:00+08:00
$ rmtool today
> 2026-02-24 周二
>
> 到期和逾期：1 （rmtool close-task N、move-task N 日期、list-tasks）
>      4  逾期 11 天      长风物流          [上报 叶总] 两台车等件 9 天
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：无
>
> 7 天内生日：无
$ rmtool list-complaints
> 编号  受理        客户      原因      部门    投诉
> ───────────────────────────────────────────────────────────────────────────────
>    4  2026-02-11  长风物流  配件缺货  配件部  两台车等件 9 天 [逾期，上报 叶总]
$ rmtool settle-complaint 4 --result "调拨配件，两车已交" --told today --satisfied no
2> 已办结投诉 4：两台车等件 9 天 (长风物流)
$ rmtool log-visit 长风 "上门致歉，谈车队保养套餐" --kind visit --product 保养套餐 --next 03-03 --todo "送车队保养报价"
2> 已记录拜访 3：长风物流，2026-02-24 周二，拜访。
2> 下一步 2026-03-03 周二：送车队保养报价
$ rmtool add-deal 长风 保养套餐 12万 --expected 03-31 --from-visit 3
2> 已登记商机 1：长风物流、保养套餐、12万、线索、2026-03-31 周二。
# AUTO.2: the same cause again: the report tells repeats, and what was not in time.
@now 2026-02-28T10:00:00+08:00
$ rmtool add-complaint 沈秋 "等待室没人叫号，又等两小时" --cause 等待时间 --severity minor
2> 已受理投诉 6，2026-03-04 周三 到期：等待室没人叫号，又等两小时 (沈秋)
$ rmtool hand-over 6 售后服务部 --to 洪主管
2> 已把事项 6 转给 售后服务部 (洪主管)：等待室没人叫号，又等两小时 (沈秋)
$ rmtool complaints-report
> 投诉分析 2026年2月
> 关雎
>
> 受理 3 件（比上月 +3），办结 2 件（+2），未结 1 件。
> 办结中：按时 1 件，超时 1 件；满意 1 件，不满意 1 件，未知 0 件；已告知客户 2 件，未告知 0 件。
>
> 【按原因】
> • 维修质量：1 件（+1）
> • 等待时间：1 件（+1）
> • 配件缺货：1 件（+1）
>
> 【重复发生】
> • 沈秋：90 天内 2 件（编号 3、6）
>
> 【重点案例】
> • 3｜02-11 周三 14:00｜沈秋：保养后空调不热（投诉人 沈秋）
>   严重，维修质量，售后服务部，办结于 02-12 周四
>   结果：保修换暖风水箱
>   02-11 周三 14:00 转 维修车间 吕师傅：明早试车
>   02-12 周四 17:30 转 售后服务部 洪主管：暖风水箱要换，走保修
> • 4｜02-11 周三 14:00｜长风物流：两台车等件 9 天（投诉人 魏东）
>   配件缺货，配件部，办结于 02-24 周二，超时
>   结果：调拨配件，两车已交
>   02-11 周三 14:00 转 配件部 岳琳
>
> 【其他未结】
> • 6｜02-28 周六 10:00｜沈秋：等待室没人叫号，又等两小时
>   轻微，等待时间，售后服务部，处理中
>   02-28 周六 10:00 转 售后服务部 洪主管
$ rmtool tick-duty 投诉案例 --remark "配件缺货：常用件设安全库存；等待：分时预约"
2> 已登记 2026-02-28 周六：投诉案例分析。
$ rmtool add-note "对面城东汽修推 199 元小保养" --kind competitor --competitor 城东汽修
2> 已添加情报 1：竞品、对面城东汽修推 199 元小保养
$ rmtool tick-duty 周报; rmtool monthly-report | head -45
> 月报 2026年2月
> 关雎
>
> 合计拜访 3 次（比上月 +3）：拜访 1（+1）、修后回访 2（+2）；客户 3 户（+3），新增 4 户；办结 4 项（+4），未结 2 项。
>
> 【按周】
> • 2026-W05（02-01 至 02-01）：0 次，0 户
> • 2026-W06（02-02 至 02-08）：0 次，0 户
> • 2026-W07（02-09 至 02-15）：2 次，2 户
> • 2026-W08（02-16 至 02-22）：0 次，0 户
> • 2026-W09（02-23 至 02-28）：1 次，1 户
>
> 【按客户等级】
> • 俱乐部会员：1 户，已联系 1 户（100%），1 次
> • 单位车队：1 户，已联系 1 户（100%），1 次
> • 一般车主：2 户，已联系 1 户（50%），1 次
>
> 【计量】
> • 回访人次：2，比上月 +2
> • 满意度：3.5 分（2 条）
>
> 【客户】
> • 已联系 3 户：顾安、长风物流、沈秋
> • 新增 4 户：顾安、沈秋、长风物流、欧阳雪
>
> 【商机】
> 在谈 1 笔 12万，加权 1.2万
>
> • 新增｜长风物流：保养套餐 12万，线索
>
> 【反馈与投诉】
> • 沈秋：等太久，没人解释
> • 投诉｜沈秋：保养后空调不热（已办结）
> • 投诉｜长风物流：两台车等件 9 天（已办结）
> • 投诉｜沈秋：等待室没人叫号，又等两小时（未结）
>
> 【同业与市场】
> • 竞品｜对面城东汽修推 199 元小保养（城东汽修）
>
> 【下月计划】
> • 03-03 周二 长风物流：送车队保养报价
> • 03-04 周三 沈秋：等待室没人叫号，又等两小时
>
> 【需支持的问题】
> • 投诉｜沈秋：等待室没人叫号，又等两小时（03-04 周三 到期）
2> 已登记 2026-02-28 周六：周报。
$ rmtool tick-duty 月报
2> 已登记 2026-02-28 周六：月报。
# AUTO.7: what those who report to one have done: their own list is taken in, and held against their target.
$ cat > calls.csv <<EOF
客户,日期,类型,内容,负责人,满意度
顾安,2026-02-25,修后回访,机油更换后回访,吕宁,5
长风物流,2026-02-26,修后回访,两车交车后回访,吕宁,3
欧阳雪,2026-02-27,电话,试驾后回访,吕宁,
EOF
$ rmtool import-visits calls.csv 2>&1 | tail -1
> 3 行：新增 3，更新 0，不变 0，未导入 0。
$ rmtool list-targets
> 计量              期间     指标  完成  应完成  预计  走势    状态
> ─────────────────────────────────────────────────────────────────
> 回访人次          2026-02    12     5      12     5  ▁▁▆▁█▁  落后
> 回访人次（吕宁）  2026-02     6     3       6     3  ▁▁▁▁█▁  落后
> 满意度（分）      2026     4.60  3.75    4.60  3.75          落后
$ rmtool duties 2026-02 --owner 吕宁 | grep -E "状态|AUTO.1"
> 状态              完成     职责
> 无须做            0/0      修后回访按期、随时  [AUTO.1]
> 未达成            0/1      满意度调查登记、每周 1 次、漏 1 次  [AUTO.1]
2> 2026年2月：应做的按时完成 0%。
$ rmtool tick-duty 部门年度指标 --on 02-28 --remark "吕宁：3/6，下周跟访"
2> 已登记 2026-02-28 周六：部门年度指标与下属考核。
# AUTO.5: the make-up of the customer base, for marketing.
@now 2026-03-02T09:00:00+08:00
$ rmtool client-base
> 客户结构 2026年
> 关雎
>
> 截至 03-02 周一，客户 4 户；新增 4（比上年同期 +4），归档 0（±0），流失阶段 0。
>
> 【级别】
> • 单位车队：1 户，25%
> • 俱乐部会员：1 户，25%
> • 一般车主：2 户，50%
>
> 【阶段】
> • 潜在：1 户，25%
> • 保有：3 户，75%
>
> 【个人与企业】
> • 企业：1 户，25%
> • 个人：3 户，75%
>
> 【行业】
> • 物流：1 户，25%
> • 未知：3 户，75%
>
> 【来源】
> • 展厅：2 户，50%
> • 大客户：1 户，25%
> • 老客介绍：1 户，25%
>
> 【年龄（个人）】
> • 30-39岁：1 户，33%
> • 未知：2 户，67%
>
> 【合作年数】
> • 不满1年：4 户，100%
>
> 【按级别的拜访】
> • 单位车队：1 户，拜访过 1 户（100%），拜访 2 次
> • 俱乐部会员：1 户，拜访过 1 户（100%），拜访 2 次
> • 一般车主：2 户，拜访过 2 户（100%），拜访 2 次
$ rmtool tick-duty 客户构成
2> 已登记 2026-03-02 周一：客户构成分析。
$ rmtool add-task "五万公里后首保到期" --client 沈秋 --kind milestone --due 03-05
2> 已添加事项 7，期限 2026-03-05 周四：五万公里后首保到期 (沈秋)
$ rmtool greetings 元宵 --tier club --sent
> 顾安  138******01  顾先生，元宵节快乐！祝您阖家团圆、一年圆满。——关雎
2> 元宵节，2026-03-03 周二：1 条。
2> 已记为今天发出：1 条。
# AUTO.3 in March: the morning of the 10th says so, and the assessment of February goes to the company.
@now 2026-03-10T09:00:00+08:00
$ rmtool today | head -9
> 2026-03-10 周二
> 该做或有风险的职责：1 （rmtool duties、tick-duty） 每月10日前报送CIS评估
>
> 到期和逾期：3 （rmtool close-task N、move-task N 日期、list-tasks）
>      5  逾期 7 天       长风物流          [上报 叶总] 送车队保养报价
>      6  逾期 6 天       沈秋              [上报 叶总] 等待室没人叫号，又等两小时
>      7  逾期 5 天       沈秋              [上报 叶总] 五万公里后首保到期
>
> 今天已记：无 （rmtool log-visit 客户 内容）
$ rmtool settle-complaint 6 --result "叫号屏已修，分时预约" --told today
2> 已办结投诉 6：等待室没人叫号，又等两小时 (沈秋)
$ rmtool log-visit 欧阳雪 "试驾后回访，想等置换补贴" --kind call --product 置换 --measure 满意度=4
2> 已记录拜访 7：欧阳雪，2026-03-10 周二，电话。
$ rmtool satisfaction-report 上月
> 满意度 2026年2月
> 关雎
>
> 评分 4 次，平均 3.75；5分 50%（2），1–2分 25%（1）。
>
> 【按拜访方式】
> • 修后回访：4 次，平均 3.75，5分 50%，1–2分 25%
>
> 【1–2分的原因】
> • 02-11 周三 沈秋（修后回访，2分）：等太久，没人解释
>
> 【5分的原因】
> • 刹车正常，师傅讲得清楚
> • 机油更换后回访
$ rmtool satisfaction-report 上月 -o cis-02.html
2> 已写入 cis-02.html。
$ rmtool tick-duty CIS --remark "建议：缺件提前告知"
2> 已登记 2026-03-10 周二：每月10日前报送CIS评估。
$ rmtool weekly-report 上周
> 周报 2026年第10周（3月2日—3月8日）
> 关雎
>
> 合计拜访 0 次（比上周 −4）：拜访 0（−1）、电话 0（−1）、修后回访 0（−2）；客户 0 户（−3）；办结 0 项（−1），未结 3 项，其中逾期 3 项。
>
> 【计量】
> • 回访人次：0，比上周 −3
>
> 【商机】
> 在谈 1 笔 12万，加权 1.2万
>
> 【逾期】
> • 03-03 周二 长风物流：送车队保养报价（逾期 5 天）
> • 03-04 周三 沈秋：等待室没人叫号，又等两小时（逾期 4 天）
> • 03-05 周四 沈秋：五万公里后首保到期（逾期 3 天）
>
> 【需支持的问题】
> • 投诉｜沈秋：等待室没人叫号，又等两小时（03-04 周三 到期）（上报 叶总）
>
> 【常规职责】按时完成 50%
> • 未达成｜满意度调查登记 0/1，漏 1 次（AUTO.1）
> • 未达成｜投诉按期处理 0/1，漏 1 次（AUTO.2）
> • 未达成｜周报 0/1，漏 1 次（ALL.3）
> • 有风险｜每月10日前报送CIS评估 0/1，最迟 03-10 周二（AUTO.3）
> • 进行中｜投诉案例分析 0/1，最迟 03-31 周二（AUTO.2）
> • 进行中｜部门年度指标与下属考核 0/1，最迟 03-31 周二（AUTO.7）
> • 进行中｜月报 0/1，最迟 03-31 周二（ALL.3）
> • 进行中｜市场信息上报 0/1，最迟 03-31 周二（ALL.5）
> • 达成｜节日问候与活动通知 1/1（AUTO.4）
> • 达成｜客户构成分析 1/1（AUTO.5）
> • 达成｜客户档案齐全 4/4（AUTO.6）
$ rmtool list-targets
> 计量          期间  指标  完成  应完成  预计  走势  状态
> ────────────────────────────────────────────────────────
> 满意度（分）  2026  4.60  3.80    4.60  3.80        落后
# The week of the festival had no working day: nothing is held against it.
$ rmtool duties 2026-02
> 状态              完成     职责
> 达成              2/2      修后回访按期、随时  [AUTO.1]
> 达成              1/1      满意度调查登记、每周 1 次  [AUTO.1]
> 未达成            1/2      投诉按期处理、随时、漏 1 次  [AUTO.2]
> 达成              1/1      投诉案例分析、每月 1 次  [AUTO.2]
> 达成              1/1      每月10日前报送CIS评估、每月 1 次  [AUTO.3]
> 达成              1/1      节日问候与活动通知、每月 1 次  [AUTO.4]
> 无须做            0/0      客户构成分析、每 90 天  [AUTO.5]
> 达成              4/4      客户档案齐全、随时  [AUTO.6]
> 达成              1/1      部门年度指标与下属考核、每月 1 次  [AUTO.7]
> 达成              1/1      周报、每周 1 次  [ALL.3]
> 达成              1/1      月报、每月 1 次  [ALL.3]
> 达成              1/1      市场信息上报、每月 1 次  [ALL.5]
> 无须做            0/0      部门协调按期答复、随时  [ALL.7]
2> 2026年2月：应做的按时完成 95%。
$ rmtool duties
> 状态              完成     职责
> 无须做            0/0      修后回访按期、随时  [AUTO.1]
> 进行中 03-15      1/5      满意度调查登记、每周 1 次、漏 1 次  [AUTO.1]
> 未达成            0/1      投诉按期处理、随时、漏 1 次  [AUTO.2]
> 进行中 03-31      0/1      投诉案例分析、每月 1 次  [AUTO.2]
> 达成              1/1      每月10日前报送CIS评估、每月 1 次  [AUTO.3]
> 达成              1/1      节日问候与活动通知、每月 1 次  [AUTO.4]
> 达成              1/1      客户构成分析、每 90 天  [AUTO.5]
> 达成              4/4      客户档案齐全、随时  [AUTO.6]
> 进行中 03-31      0/1      部门年度指标与下属考核、每月 1 次  [AUTO.7]
> 进行中 03-15      1/5      周报、每周 1 次、漏 1 次  [ALL.3]
> 进行中 03-31      0/1      月报、每月 1 次  [ALL.3]
> 进行中 03-31      0/1      市场信息上报、每月 1 次  [ALL.5]
> 无须做            0/0      部门协调按期答复、随时  [ALL.7]
2> 2026年3月：应做的按时完成 71%。

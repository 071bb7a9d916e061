# Two weeks of a KTV's RM around Labour Day 2026 (1 to 5 May off, Saturday 9 May worked). A KTV is full when others
# have a holiday: calendar.toml says that 1 to 3 May are worked here. The house itself is kept as a client, so that the
# booking rate and the seats taken have a place to be logged.
@lang zh
@now 2026-04-27T16:00:00+08:00
$ rmtool use-profile ktv --yes > /dev/null; rmtool config owner 陆遥
2> 行业方案现在是 ktv，存放在 $HERE/.home/rmtool/profile.toml。
2> owner 现在是 陆遥。
$ echo 'on = ["2026-05-01..2026-05-03"]' > .home/rmtool/calendar.toml
$ rmtool add-client 本店大厅 --kind company --phone 010-65550000 --tier regular --stage active --every 1wd
2> 已添加客户 1：本店大厅 (regular 老客)。
$ rmtool add-client 贺铭 --phone 13911110001 --tier vip --stage active --birthday 1985-05-03 --field 性别=男 --field 偏好包厢=V08 --field 喜好酒水=威士忌 --field 忌口=花生 --field 储值余额=2万
2> 已添加客户 2：贺铭 (vip 贵宾)。
$ rmtool add-client 唐悦 --phone 13911110002 --tier regular --stage active --source 老客介绍 --referred-by 贺铭
2> 已添加客户 3：唐悦 (regular 老客)。
$ rmtool add-client 星桥科技 --phone 13911110003 --tier new --industry 科技
2> 已添加客户 4：星桥科技 (new 新客)。
# KTV.1, KTV.4: the booking rate and the seats taken are measures with targets: the mean of what is logged.
$ rmtool set-target 订房率 2026-05 75%
2> 指标：2026年5月，订房率 75%。
$ rmtool set-target 上座率 2026-05 70%
2> 指标：2026年5月，上座率 70%。
$ rmtool set-target 消费额 2026-05 8万
2> 指标：2026年5月，消费额 8万 元。
$ rmtool today
> 2026-04-27 周一
> 快到了 (rmtool care)：劳动节 05-01 周五
> 该做或有风险的职责：4 (rmtool duties, tick-duty) 当日工作记录与总结；巡房登记上…
>
> 到期和逾期：无
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：无
>
> 7 天内生日：1 （rmtool show-client N）
>      2  05-03 周日      贺铭
# KTV.3: what the guest likes is asked at the reception, and kept.
@now 2026-04-27T23:20:00+08:00
$ rmtool log-visit 唐悦 "四人小聚，问了口味" --kind reception --at 20:30 --field 包厢=K12 --field 人数=4 --measure 消费额=1280 --need "五一想订大包"
2> 已记录拜访 1：唐悦，2026-04-27 周一，到店接待。
$ rmtool edit-client 唐悦 --field 喜好酒水=梅酒 --field 常点歌曲=粤语老歌
2> 已修改客户 3：唐悦。
$ rmtool tick-duty 客人喜好 --remark "唐悦：梅酒、粤语老歌"
2> 已登记 2026-04-27 周一：客人喜好补记。
$ rmtool log-visit 本店 "巡房" --kind check --at 22:00 --measure 订房率=58 --measure 上座率=52%
2> 已记录拜访 2：本店大厅，2026-04-27 周一，巡房。
$ rmtool daily-report
> 日报 2026年4月27日（周一）
> 陆遥
>
> 合计拜访 2 次（比前一日 +2）：到店接待 1（+1）、巡房 1（+1）；客户 2 户（+2），新增 4 户；办结 0 项（±0），未结 0 项。
>
> 【今日工作】
> • 唐悦｜到店接待 20:30
>   四人小聚，问了口味
>   需求：五一想订大包
> • 本店大厅｜巡房 22:00
>   巡房
>
> 【计量】
> • 消费额：1280 元（1 条）
> • 订房率：58%（1 条）
> • 上座率：52%（1 条）
$ rmtool tick-duty 当日工作记录
2> 已登记 2026-04-27 周一：当日工作记录与总结。
# KTV.4: a guest's suggestion goes to the floor, and is answered.
@now 2026-04-28T18:00:00+08:00
$ rmtool log-visit 星桥 "初次拜访行政，年中有公司聚会" --kind visit --at 17:00 --product 公司聚会 --next 05-08 --todo "送公司聚会方案"
2> 已记录拜访 3：星桥科技，2026-04-28 周二，拜访。
2> 下一步 2026-05-08 周五：送公司聚会方案
$ rmtool add-task "建议大厅加充电宝" --client 唐悦 --kind request --due 04-30
2> 已添加事项 2，期限 2026-04-30 周四：建议大厅加充电宝 (唐悦)
$ rmtool hand-over 2 楼面部 --to 小邓
2> 已把事项 2 转给 楼面部 (小邓)：建议大厅加充电宝 (唐悦)
$ rmtool add-deal 星桥 公司聚会 3万 --expected 05-29
2> 已登记商机 1：星桥科技、公司聚会、3万、线索、2026-05-29 周五。
$ rmtool close-task 2 --result "前台已放 10 个"
2> 已办结事项 2：建议大厅加充电宝 (唐悦)
@now 2026-04-29T16:10:00+08:00
$ rmtool duties
> 状态              完成     职责
> 达成              3/3      老客维护不逾期、随时  [KTV.1]
> 进行中 04-29      1/4      当日工作记录与总结、每 1 个工作日、漏 1 次  [KTV.2]
> 无须做            0/0      客人喜好补记、每周 1 次  [KTV.3]
> 进行中 04-29      1/4      巡房登记上座率、每 1 个工作日、漏 1 次  [KTV.4]
> 达成              1/1      要求与建议按期答复、随时  [KTV.4]
> 达成              4/4      客户档案齐全、随时  [ALL.1]
> 无须做            0/0      周报、每周 1 次  [ALL.3]
> 有风险 04-30      0/1      月报、每月 1 次  [ALL.3]
> 有风险 04-30      0/1      市场信息上报、每月 1 次  [ALL.5]
> 无须做            0/0      投诉按期答复、随时  [ALL.7]
2> 2026年4月：应做的按时完成 80%。
$ rmtool plan-day --save
> 2026-04-29 周三 的计划：1 户
>
> 未分片区
>      1  本店大厅
>         原因  regular 老客，每 1 个工作日；上次 04-27 巡房、逾期 1 天
>
> 常规职责
>   当日工作记录与总结  最迟 04-29 周三
>   巡房登记上座率  最迟 04-29 周三
>   月报  有风险，最迟 04-30 周四
>   市场信息上报  有风险，最迟 04-30 周四
2> 已保存为 2026-04-29 周三 的计划。
$ rmtool log-visit 贺铭 "约五一聚会，订 V08" --kind call --at 16:30
2> 已记录拜访 4：贺铭，2026-04-29 周三，电话。
$ rmtool add-task "贺铭生日 V08，备蛋糕" --client 贺铭 --kind milestone --due "05-03 20:00"
2> 已添加事项 3，期限 2026-05-03 周日 20:00：贺铭生日 V08，备蛋糕 (贺铭)
$ rmtool log-visit 唐悦 "五一大包已订" --kind call --product 包厢套餐
2> 已记录拜访 5：唐悦，2026-04-29 周三，电话。
$ rmtool log-visit 本店 "巡房" --kind check --at 22:00 --measure 订房率=66 --measure 上座率=61
2> 已记录拜访 6：本店大厅，2026-04-29 周三，巡房。
$ rmtool daily-report --format sms
> 【4月29日日报 陆遥】拜访3次（电话2、巡房1）：唐悦五一大包已订；贺铭约五一聚会，订 V08；本店大厅巡房。
# KTV.2: the record of the day is the log; that the summary was handed in is ticked.
$ rmtool tick-duty 当日工作记录
2> 已登记 2026-04-29 周三：当日工作记录与总结。
# The holiday: the calendar of the firm says who works.
@now 2026-05-01T16:00:00+08:00
$ rmtool plan-day
> 2026-05-01 周五 的计划：1 户
>
> 未分片区
>      1  本店大厅
>         原因  regular 老客，每 1 个工作日；上次 04-29 巡房、逾期 1 天
>
> 常规职责
>   当日工作记录与总结  最迟 05-01 周五
>   巡房登记上座率  最迟 05-01 周五
$ rmtool log-visit 本店 "巡房，爆满" --kind check --at 16:00 --measure 订房率=96 --measure 上座率=93
2> 已记录拜访 7：本店大厅，2026-05-01 周五，巡房。
# KTV.4: a complaint about the sound: a serious one within two hours, counted by the clock.
@now 2026-05-01T21:30:00+08:00
$ rmtool log-visit 唐悦 "八人大包" --kind reception --at 20:00 --field 包厢=V02 --field 人数=8 --measure 消费额=3680
2> 已记录拜访 8：唐悦，2026-05-01 周五，到店接待。
$ rmtool add-complaint 唐悦 "麦克风啸叫，换房耽误半小时" --cause 音响设备 --severity serious
2> 已受理投诉 4，2026-05-01 周五 23:30 到期：麦克风啸叫，换房耽误半小时 (唐悦)
$ rmtool hand-over 4 工程部 --to 阿伟
2> 已把事项 4 转给 工程部 (阿伟)：麦克风啸叫，换房耽误半小时 (唐悦)
@now 2026-05-01T23:15:00+08:00
$ rmtool list-complaints
> 编号  受理        客户  原因      部门    投诉
> ─────────────────────────────────────────────────────────────────────────────
>    4  2026-05-01  唐悦  音响设备  工程部  麦克风啸叫，换房耽误半小时 [快到期]
$ rmtool settle-complaint 4 --result "换麦克风，赠两小时" --told today --satisfied yes
2> 已办结投诉 4：麦克风啸叫，换房耽误半小时 (唐悦)
$ rmtool tick-duty 当日工作记录
2> 已登记 2026-05-01 周五：当日工作记录与总结。
# KTV.3: at hand before the guest arrives: likes, what must not be eaten, the birthday.
@now 2026-05-03T16:30:00+08:00
$ rmtool today | head -12
> 2026-05-03 周日
> 该做或有风险的职责：3 (rmtool duties, tick-duty) 当日工作记录与总结；巡房登记上…
>
> 到期和逾期：1 （rmtool close-task N、move-task N 日期、list-tasks）
>      3  20:00           贺铭              贺铭生日 V08，备蛋糕
>
> 今天已记：无 （rmtool log-visit 客户 内容）
>
> 久未联系：无
>
> 7 天内生日：1 （rmtool show-client N）
>      2  05-03 周日      贺铭
$ rmtool show-client 贺铭
> 2  贺铭
> 上次联系 2026-04-29 周三，4 天前；累计 1 次。
> 贺铭 生日：2026-05-03 周日。
>
> 未结事项
>      3  2026-05-03 周日 20:00  贺铭生日 V08，备蛋糕
>
> 最近拜访
>      4  2026-04-29 周三 16:30  电话
>         约五一聚会，订 V08
>
> 资料
>   类型      个人
>   级别      vip 贵宾
>   阶段      常客
>   电话      13911110001
>   生日      1985-05-03
>   负责人    陆遥
>   添加日期  2026-04-27
>   偏好包厢  V08
>   喜好酒水  威士忌
>   忌口      花生
>   储值余额  2万
>   性别      男
$ rmtool greetings birthday --days 1 --sent
> 贺铭  139******01  贺先生，生日快乐！感谢您一直以来的信任，祝您身体健康、心想事成、天天开心。——陆遥
2> 生日，从 2026-05-03 周日 起 1 天：1 条。
2> 已记为今天发出：1 条。
@now 2026-05-03T23:10:00+08:00
$ rmtool log-visit 贺铭 "生日聚会，喜欢靠窗沙发" --kind reception --at 20:00 --field 包厢=V08 --field 人数=12 --measure 消费额=6800 --feedback "蛋糕上得慢"
2> 已记录拜访 9：贺铭，2026-05-03 周日，到店接待。
$ rmtool edit-client 贺铭 --field 储值余额=1.32万
2> 已修改客户 2：贺铭。
$ rmtool record-gift 贺铭 生日果盘 --occasion birthday
2> 已记下：2026-05-03 周日 送给 贺铭 生日果盘。
$ rmtool close-task 3 --result "已办"
2> 已办结事项 3：贺铭生日 V08，备蛋糕 (贺铭)
$ rmtool log-visit 本店 "巡房" --kind check --at 22:30 --measure 订房率=88 --measure 上座率=85
2> 已记录拜访 10：本店大厅，2026-05-03 周日，巡房。
$ rmtool weekly-report
> 周报 2026年第18周（4月27日—5月3日）
> 陆遥
>
> 合计拜访 10 次（比上周 +10）：拜访 1（+1）、电话 2（+2）、到店接待 3（+3）、巡房 4（+4）；客户 4 户（+4），新增 4 户；办结 3 项（+3），未结 1 项。
>
> 【客户】
> • 已联系 4 户：本店大厅×4、唐悦×3、贺铭×2、星桥科技
> • 新增 4 户：本店大厅、贺铭、唐悦、星桥科技
>
> 【拜访记录】
> 04-27 周一
> • 唐悦｜到店接待 20:30
>   四人小聚，问了口味
>   需求：五一想订大包
> • 本店大厅｜巡房 22:00
>   巡房
>
> 04-28 周二
> • 星桥科技｜拜访 17:00
>   初次拜访行政，年中有公司聚会
>   下一步：05-08 周五 送公司聚会方案
>
> 04-29 周三
> • 唐悦｜电话
>   五一大包已订
> • 贺铭｜电话 16:30
>   约五一聚会，订 V08
> • 本店大厅｜巡房 22:00
>   巡房
>
> 05-01 周五
> • 本店大厅｜巡房 16:00
>   巡房，爆满
> • 唐悦｜到店接待 20:00
>   八人大包
>
> 05-03 周日
> • 贺铭｜到店接待 20:00
>   生日聚会，喜欢靠窗沙发
> • 本店大厅｜巡房 22:30
>   巡房
>
> 【计量】
> • 消费额：11760 元（3 条）
> • 订房率：77%（4 条）
> • 上座率：72.75%（4 条）
>
> 【需求与商机】
> • 唐悦：五一想订大包
>
> 【商机】
> 在谈 1 笔 3万，加权 3,000
>
> • 新增｜星桥科技：公司聚会 3万，线索
>
> 【反馈与投诉】
> • 贺铭：蛋糕上得慢
> • 投诉｜唐悦：麦克风啸叫，换房耽误半小时（已办结）
>
> 【已办结】
> • 04-30 周四 唐悦：建议大厅加充电宝 → 前台已放 10 个
> • 05-01 周五 23:30 唐悦：麦克风啸叫，换房耽误半小时 → 换麦克风，赠两小时
> • 05-03 周日 20:00 贺铭：贺铭生日 V08，备蛋糕 → 已办
>
> 【下周计划】
> • 05-08 周五 星桥科技：送公司聚会方案
>
> 【常规职责】按时完成 67%
> • 未达成｜巡房登记上座率 4/7，漏 3 次（KTV.4）
> • 未达成｜月报 0/1，漏 1 次（ALL.3）
> • 未达成｜市场信息上报 0/1，漏 1 次（ALL.5）
> • 有风险｜老客维护不逾期 3/3，最迟 05-03 周日（KTV.1）
> • 有风险｜周报 0/1，最迟 05-03 周日（ALL.3）
> • 进行中｜当日工作记录与总结 3/7，最迟 05-03 周日，漏 3 次（KTV.2）
> • 达成｜客人喜好补记 1/1（KTV.3）
> • 达成｜要求与建议按期答复 1/1（KTV.4）
> • 达成｜客户档案齐全 4/4（ALL.1）
> • 达成｜投诉按期答复 1/1（ALL.7）
$ rmtool tick-duty 当日工作记录; rmtool tick-duty 周报
2> 已登记 2026-05-03 周日：当日工作记录与总结。
2> 已登记 2026-05-03 周日：周报。
# After the holiday: who is due, who went quiet; the Saturday worked is a working day.
@now 2026-05-08T16:00:00+08:00
$ rmtool due
>      4  逾期 5 天      星桥科技              new 新客，每 5 个工作日；上次 04-28
>                                              拜访
>      1  逾期 2 天      本店大厅              regular 老客，每 1 个工作日；上次
>                                              05-03 巡房
$ rmtool add-note "对街新开量贩 KTV，午场 39 元" --kind competitor --competitor 欢唱 --place 人民路
2> 已添加情报 1：竞品、对街新开量贩 KTV，午场 39 元
$ rmtool log-visit 星桥 "送方案，等老板定" --kind visit --next 05-12 --todo "问老板意见"
2> 已记录拜访 11：星桥科技，2026-05-08 周五，拜访。
2> 下一步 2026-05-12 周二：问老板意见
$ rmtool close-task 1 --result "方案已送"
2> 已办结事项 1：送公司聚会方案 (星桥科技)
$ rmtool move-deal 1 proposal
2> 商机 1 现在：星桥科技、公司聚会、3万、方案、2026-05-29 周五。
@now 2026-05-09T22:40:00+08:00
$ rmtool log-visit 本店 "巡房" --kind check --at 22:00 --measure 订房率=71 --measure 上座率=64
2> 已记录拜访 12：本店大厅，2026-05-09 周六，巡房。
$ rmtool tick-duty 当日工作记录
2> 已登记 2026-05-09 周六：当日工作记录与总结。
$ rmtool market-report 本月 | head -12
> 市场情报 2026年5月
> 陆遥
>
> 情报 1 条（比上月同期 +1）。
>
> 【按类别】
> • 竞品：1 条（+1）
>
> 【按竞品】
> • 欢唱：1 条（+1）
>
> 【按地点】
# KTV.1, KTV.2, KTV.4 at the end of the two weeks.
@now 2026-05-11T16:00:00+08:00
$ rmtool list-targets
> 计量          期间     指标     完成  应完成    预计  走势  状态
> ────────────────────────────────────────────────────────────────
> 订房率（%）   2026-05    75       85      75      85        正常
> 上座率（%）   2026-05    70    80.67      70   80.67        正常
> 消费额（元）  2026-05   8万  1.048万  2.91万  2.89万  █▁    落后
$ rmtool weekly-report 上周 | head -30
> 周报 2026年第19周（5月4日—5月10日）
> 陆遥
>
> 合计拜访 2 次（比上周 −8）：拜访 1（±0）、电话 0（−2）、到店接待 0（−3）、巡房 1（−3）；客户 2 户（−2）；办结 1 项（−2），未结 1 项。
>
> 【客户】
> • 已联系 2 户：星桥科技、本店大厅
>
> 【拜访记录】
> 05-08 周五
> • 星桥科技｜拜访
>   送方案，等老板定
>   下一步：05-12 周二 问老板意见
>
> 05-09 周六
> • 本店大厅｜巡房 22:00
>   巡房
>
> 【计量】
> • 订房率：71%，比上周 −6（1 条）
> • 上座率：64%，比上周 −8.75（1 条）
>
> 【商机】
> 在谈 1 笔 3万，加权 9,000
>
> 【同业与市场】
> • 竞品｜对街新开量贩 KTV，午场 39 元（欢唱，人民路）
>
> 【已办结】
> • 05-08 周五 星桥科技：送公司聚会方案 → 方案已送
$ rmtool complaints-report | head -12
> 投诉分析 2026年5月
> 陆遥
>
> 受理 1 件（比上月同期 +1），办结 1 件（+1），未结 0 件。
> 办结中：按时 1 件，超时 0 件；满意 1 件，不满意 0 件，未知 0 件；已告知客户 1 件，未告知 0 件。
>
> 【按原因】
> • 音响设备：1 件（+1）
>
> 【重点案例】
> • 4｜05-01 周五 21:30｜唐悦：麦克风啸叫，换房耽误半小时
>   严重，音响设备，工程部，办结于 05-01 周五
$ rmtool duties 2026-04
> 状态              完成     职责
> 达成              3/3      老客维护不逾期、随时  [KTV.1]
> 未达成            2/4      当日工作记录与总结、每 1 个工作日、漏 2 次  [KTV.2]
> 无须做            0/0      客人喜好补记、每周 1 次  [KTV.3]
> 未达成            2/4      巡房登记上座率、每 1 个工作日、漏 2 次  [KTV.4]
> 达成              1/1      要求与建议按期答复、随时  [KTV.4]
> 达成              4/4      客户档案齐全、随时  [ALL.1]
> 无须做            0/0      周报、每周 1 次  [ALL.3]
> 未达成            0/1      月报、每月 1 次、漏 1 次  [ALL.3]
> 未达成            0/1      市场信息上报、每月 1 次、漏 1 次  [ALL.5]
> 无须做            0/0      投诉按期答复、随时  [ALL.7]
2> 2026年4月：应做的按时完成 57%。
$ rmtool duties
> 状态              完成     职责
> 有风险 05-11      3/3      老客维护不逾期、随时  [KTV.1]
> 进行中 05-11      3/22     当日工作记录与总结、每 1 个工作日、漏 4 次  [KTV.2]
> 进行中 05-17      1/5      客人喜好补记、每周 1 次、漏 1 次  [KTV.3]
> 进行中 05-11      3/22     巡房登记上座率、每 1 个工作日、漏 4 次  [KTV.4]
> 无须做            0/0      要求与建议按期答复、随时  [KTV.4]
> 达成              4/4      客户档案齐全、随时  [ALL.1]
> 进行中 05-17      1/5      周报、每周 1 次、漏 1 次  [ALL.3]
> 进行中 05-31      0/1      月报、每月 1 次  [ALL.3]
> 达成              1/1      市场信息上报、每月 1 次  [ALL.5]
> 达成              1/1      投诉按期答复、随时  [ALL.7]
2> 2026年5月：应做的按时完成 73%。

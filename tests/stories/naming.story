# Naming a client: the first rule that matches anything decides.
@lang zh
$ rmtool add-client 张三 --phone 13800138000
2> 已添加客户 1：张三。
$ rmtool add-client 张三丰 --phone 13900139000
2> 已添加客户 2：张三丰。
$ rmtool add-client 赵四 --phone 13700131234
2> 已添加客户 3：赵四。
$ rmtool add-contact 赵四 单小红
2> 已添加 赵四 的联系人 1：单小红。
# The full name wins over a part of another.
$ rmtool log-visit 张三 一
2> 已记录拜访 1：张三，2026-11-24 周二，拜访。
# Part, pinyin, initials, number, phone tail, a contact's name.
$ rmtool log-visit 三丰 二
2> 已记录拜访 2：张三丰，2026-11-24 周二，拜访。
$ rmtool log-visit zhangsanf 三
2> 已记录拜访 3：张三丰，2026-11-24 周二，拜访。
$ rmtool log-visit zhs 四
2> rmtool: 没有名为 zhs 的客户：可用 `rmtool add-client zhs` 添加。
[4]
$ rmtool log-visit 3 五
2> 已记录拜访 4：赵四，2026-11-24 周二，拜访。
$ rmtool log-visit no:3 六
2> 已记录拜访 5：赵四，2026-11-24 周二，拜访。
$ rmtool log-visit 1234 七
2> 已记录拜访 6：赵四，2026-11-24 周二，拜访。
$ rmtool log-visit 单小红 八
2> 已记录拜访 7：赵四，2026-11-24 周二，拜访。
# Several and none.
$ rmtool log-visit zs 九
2> rmtool: zs 对应多个客户：1 张三 (8000)；3 赵四 (1234)；2 张三丰 (9000)。请写编号。
[4]
$ rmtool log-visit 张 十
2> rmtool: 张 对应多个客户：1 张三 (8000)；2 张三丰 (9000)。请写编号。
[4]
$ rmtool log-visit 张四 十一
2> rmtool: 没有名为 张四 的客户；最接近的：赵四、张三、张三丰。
[4]
$ rmtool log-visit 王五 十二
2> rmtool: 没有名为 王五 的客户：可用 `rmtool add-client 王五` 添加。
[4]
$ rmtool list-visits --json | grep -c '"number"'
> 7

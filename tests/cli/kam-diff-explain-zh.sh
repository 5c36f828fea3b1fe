# kam-diff --explain --lang zh: what happened to a customer between two snapshots, in Chinese.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-movers.sh"

# tell OPTION...: all of a story
# why ID: what became of a customer, and why
tell() {
    kam-diff --lang zh --seen 2026-06.csv "$@" 2026-09.csv 2026-10.csv
}
why() {
    tell --explain "$1" | sed -n '3,/^$/p' | sed '/^$/d'
}

# ---- whole stories -------------------------------------------------------------------------------

check 'it fell by its own figures' 0 tell --explain A1 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Anchor Trading（A1）
降级：由“gold”降至“silver”。
原因：自身数据下降。综合积分65，低于2026年9月的门槛70。

前后对比
  - 级别：gold → silver
  - 排名：第1位（共28个） → 第1位（共27个）
  - 收入：1,700.00 → 700.00（-1,000.00，-58.8%）
  - 综合积分：80 → 65（-15）
  - 2026年9月的门槛：低于70即失去“gold”（余地10）
  - 2026年10月的门槛：升至“gold”须75（差10），低于35即失去“silver”（余地30）

变动来源
  - 2026年7月移出统计区间：900.00
  - 2026年10月进入统计区间：0.00
  - 2026年9月（两期均有）：400.00 → 300.00（-100.00）
  - 2026年9月之后没有收入
  - 停用的业务：web

综合积分
  - size：50 → 35（-15），影响最大
  - 未变：trust

规则
  - 不再属于的类别：high

如何恢复
  升至“gold”：综合积分须达到75，还差10。
  连续2期达到该值才会上调。
end

check 'it fell as no rule admits it any more' 0 tell --explain E1 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Elm & Sons（E1）
降级：由“gold”降至“silver”。
原因：不再符合2026年9月时的准入规则：big（revenue 1100.00）。

前后对比
  - 级别：gold → silver
  - 排名：第6位（共28个） → 第6位（共27个）
  - 收入：1,100.00 → 300.00（-800.00，-72.7%）
  - 综合积分：50（未变）
  - 2026年9月的门槛：升至“gold”须70（差20），低于40即失去“silver”（余地10）
  - 2026年10月的门槛：升至“gold”须75（差25），低于35即失去“silver”（余地15）

变动来源
  - 2026年7月移出统计区间：900.00
  - 2026年10月进入统计区间：100.00
  - 重叠的2个月：没有变化

综合积分
  - 未变：size、trust

规则
  - 不再符合的准入规则：big（revenue 1100.00）

如何恢复
  升至“gold”：综合积分须达到75，还差25。
  连续2期达到该值才会上调。
  或重新符合准入规则：big（revenue 1100.00）。
end

check 'it rose with an account of another customer' 0 tell --explain L1 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Loch Fishing（L1）
升级：由“silver”升至“gold”。
原因：账户归属调整。与2026年9月相比，有账户在客户之间划转。
由3个账户合并而成，主账户为 L1：K2、L1、L2。

前后对比
  - 级别：silver → gold
  - 排名：第15位（共28个） → 第15位（共27个）
  - 收入：300.00 → 1,250.00（+950.00，+316.7%）
  - 综合积分：50 → 76（+26）
  - 2026年9月的门槛：升至“gold”须70（差20），低于40即失去“silver”（余地10）
  - 2026年10月的门槛：低于75即失去“gold”（余地1）

变动来源
  - 2026年7月移出统计区间：100.00
  - 2026年10月进入统计区间：450.00
  - 2026年8月（两期均有）：100.00 → 400.00（+300.00）
  - 2026年9月（两期均有）：100.00 → 400.00（+300.00）
  - 加入的账户：K2（原属 K1）、L2

综合积分
  - size：30 → 50（+20），影响最大
  - trust：20 → 26（+6）

规则
  - 新归入的类别：high

下滑风险
  综合积分低于75即离开“gold”，尚有1的余地。
  连续3期低于该值才会下调。
end

check 'it took another customer in, and is asked for by an account of that one' 0 \
    tell --explain M2 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
North Glass（N1）
级别未变：与2026年9月一样为“silver”。
由3个账户合并而成，主账户为 N1：M1、M2、N1。
M2 是该客户名下的账户。

前后对比
  - 级别：silver（未变）
  - 排名：第17位（共28个） → 第16位（共27个）
  - 收入：900.00 → 1,500.00（+600.00，+66.7%）
  - 综合积分：55 → 67（+12）
  - 2026年9月的门槛：升至“gold”须70（差15），低于40即失去“silver”（余地15）
  - 2026年10月的门槛：升至“gold”须75（差8），低于35即失去“silver”（余地32）

变动来源
  - 2026年7月移出统计区间：300.00
  - 2026年10月进入统计区间：500.00
  - 2026年8月（两期均有）：300.00 → 500.00（+200.00）
  - 2026年9月（两期均有）：300.00 → 500.00（+200.00）
  - 加入的账户：M1、M2（原属 M1）
  - 并入该客户：Moor Peat（M1）收入600.00
  - 剔除合并和拆分后：0.00

综合积分
  - size：30 → 42（+12），影响最大
  - 未变：trust

升降距离
  最近的门槛是“gold”，还差8。
  升至“gold”：综合积分须达到75，还差8。
  综合积分低于35即离开“silver”，尚有32的余地。
end

check 'it would fall, but is held' 0 tell --explain X2 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Yacht Club（X2）
级别未变：与2026年9月一样为“gold”。

前后对比
  - 级别：gold（未变）
  - 排名：第27位（共28个） → 第27位（共27个）
  - 收入：300.00（未变）
  - 综合积分：72（未变）
  - 2026年9月的门槛：低于70即失去“gold”（余地2）
  - 2026年10月的门槛：升至“gold”须75（差3），低于35即失去“silver”（余地37）

变动来源
  - 2026年7月移出统计区间：100.00
  - 2026年10月进入统计区间：100.00
  - 重叠的2个月：没有变化

综合积分
  - 未变：size、trust

级别保留
  保留在“gold”：按本期数据应降至“silver”，自2026年10月起已保留1期。
  若无变化，将于2026年12月（第3期）调整为“silver”。

升降距离
  仅看自身数据应为“silver”：
  最近的门槛是“gold”，还差3。
  升至“gold”：综合积分须达到75，还差3。
  综合积分低于35即离开“silver”，尚有37的余地。
end

check 'it fell by two tiers' 0 tell --explain B2 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Brook Works（B2）
降级：由“gold”降至“bronze”。
原因：自身数据下降。综合积分30，低于2026年9月的门槛70。

前后对比
  - 级别：gold → bronze
  - 排名：第3位（共28个） → 第3位（共27个）
  - 收入：2,700.00 → 100.00（-2,600.00，-96.3%）
  - 综合积分：80 → 30（-50）
  - 2026年9月的门槛：低于70即失去“gold”（余地10）
  - 2026年10月的门槛：升至“silver”须35（差5）

变动来源
  - 2026年7月移出统计区间：900.00
  - 2026年10月进入统计区间：0.00
  - 2026年9月（两期均有）：900.00 → 0.00（-900.00）
  - 2026年8月（两期均有）：900.00 → 100.00（-800.00）
  - 2026年8月之后没有收入

综合积分
  - size：50 → 10（-40），影响最大
  - trust：30 → 20（-10）

规则
  - 不再属于的类别：high

如何恢复
  升至“silver”：综合积分须达到35，还差5。
  恢复到“gold”：目前综合积分须达到75，还差45。
  连续2期达到该值才会上调。
end

check 'rules hold as before' 0 tell --explain G2 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Green Tea（G2）
级别未变：与2026年9月一样为“silver”。

前后对比
  - 级别：silver（未变）
  - 排名：第9位（共28个） → 第9位（共27个）
  - 收入：300.00 → 200.00（-100.00，-33.3%）
  - 综合积分：50 → 60（+10）
  - 2026年9月的门槛：升至“gold”须70（差20），低于40即失去“silver”（余地10）
  - 2026年10月的门槛：升至“gold”须75（差15），低于35即失去“silver”（余地25）

变动来源
  - 2026年7月移出统计区间：100.00
  - 2026年10月进入统计区间：0.00
  - 重叠的2个月：没有变化
  - 2026年9月之后没有收入

综合积分
  - trust：无 → 10（+10），影响最大
  - 未变：size

规则
  - 仍符合的准入规则：big（revenue 200.00）
  - 仍有的警示标记：slow（idle 1）

升降距离
  凭准入规则可达“gold”，仅按排名应为“silver”：big（revenue 200.00）。
  受警示标记限制，最高为“silver”；解除后应为“gold”：slow（idle 1）。
  最近的门槛是“gold”，还差15。
  升至“gold”：综合积分须达到75，还差15。
  综合积分低于35即离开“silver”，尚有25的余地。
end

check 'it is lost, though the window still has bills of it' 0 tell --explain U1 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Upland Wool（U1）
客户流失：现已视为流失（统计区间内尚有收入200.00），此前为“gold”。
原因：长期没有账单。已连续3个月没有账单，满3个月即视为流失。

前后对比
  - 级别：gold → silver
  - 排名：第22位（共28个） → 第22位（共27个）
  - 收入：800.00 → 200.00（-600.00，-75.0%）
  - 综合积分：75 → 60（-15）
  - 2026年9月的门槛：低于70即失去“gold”（余地5）
  - 2026年10月的门槛：升至“gold”须75（差15），低于35即失去“silver”（余地25）

变动来源
  - 2026年7月移出统计区间：600.00
  - 2026年10月进入统计区间：0.00
  - 重叠的2个月：没有变化
  - 2026年8月之后没有收入

综合积分
  - size：40 → 25（-15），影响最大
  - 未变：trust

如何恢复
  再有新账单即可回流。
end

check 'it is new' 0 tell --explain R1 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Reed Paper（R1）
新客户：2026年9月的快照中没有该客户，现为“bronze”。
原因：新增业务，统计区间内首张账单在2026年10月。

现状
  - 级别：bronze
  - 排名：第20位（共27个）
  - 收入：50.00
  - 综合积分：25
  - 2026年10月的门槛：升至“silver”须35（差10）

升降距离
  升至“silver”：综合积分须达到35，还差10。
end

check 'it is gone' 0 tell --explain T1 <<'end'
2026年10月与2026年9月对比：统计区间（2026年7月至2026年9月、2026年8月至2026年10月）有2个月重叠；只比较两期最后一个月，请用--measure month。
Tarn Hotel（T1）
客户流失：2026年10月的快照中没有该客户，此前为“silver”。
原因：客户离开，最后一张账单（2026年7月）已移出统计区间。
由2个账户合并而成，主账户为 T1：T1、T9。

此前
  - 级别：silver
  - 排名：第20位（共28个）
  - 收入：100.00
  - 综合积分：45
  - 2026年9月的门槛：升至“gold”须70（差25），低于40即失去“silver”（余地5）

如何恢复
  再有新账单即可回流。
end

# ---- a cause each --------------------------------------------------------------------------------

check 'cause: its figures rose' 0 why B1 <<'end'
升级：由“silver”升至“gold”。
原因：自身数据上升。综合积分78，达到2026年9月的门槛70。
end

check 'cause: the limits rose' 0 why C1 <<'end'
降级：由“gold”降至“silver”。
原因：门槛提高。综合积分73在2026年9月仍可留在“gold”（不低于70即可），现在须达到75。
end

check 'cause: the limits fell' 0 why D1 <<'end'
升级：由“bronze”升至“silver”。
原因：门槛降低。综合积分38在2026年9月不足以进入“silver”（须达到40），现在不低于35即可。
end

check 'cause: a rule admits it' 0 why F1 <<'end'
升级：由“silver”升至“gold”。
原因：现符合准入规则：big（revenue 1200.00）。
end

check 'cause: a flag caps it' 0 why G1 <<'end'
降级：由“gold”降至“silver”。
原因：出现警示标记，级别受限：slow（idle 1）。
end

check 'cause: a flag is gone' 0 why H1 <<'end'
升级：由“silver”升至“gold”。
原因：2026年9月时限制级别的警示标记已解除：slow（idle 1）。
end

check 'cause: it was held for long enough' 0 why I1 <<'end'
降级：由“gold”降至“silver”。
原因：观察期满。2026年9月时按当期数据已应为“silver”，但仍留在“gold”。
end

check 'cause: it waited for long enough' 0 why J1 <<'end'
升级：由“silver”升至“gold”。
原因：观察期满。2026年9月时按当期数据已应为“gold”，但仍留在“silver”。
end

check 'cause: patience alone' 0 why H2 <<'end'
降级：由“gold”降至“silver”。
原因：级别保留规则所致，与门槛和其他规则无关。
end

check 'cause: its accounts went elsewhere' 0 why K1 <<'end'
降级：由“gold”降至“silver”。
原因：账户归属调整。与2026年9月相比，有账户在客户之间划转。
end

check 'cause: its accounts came from elsewhere' 0 why L1 <<'end'
升级：由“silver”升至“gold”。
原因：账户归属调整。与2026年9月相比，有账户在客户之间划转。
由3个账户合并而成，主账户为 L1：K2、L1、L2。
end

check 'cause: an arrival' 0 why R1 <<'end'
新客户：2026年9月的快照中没有该客户，现为“bronze”。
原因：新增业务，统计区间内首张账单在2026年10月。
end

check 'cause: a departure' 0 why T1 <<'end'
客户流失：2026年10月的快照中没有该客户，此前为“silver”。
原因：客户离开，最后一张账单（2026年7月）已移出统计区间。
由2个账户合并而成，主账户为 T1：T1、T9。
end

check 'cause: a departure that the window contradicts' 0 why T2 <<'end'
客户流失：2026年10月的快照中没有该客户，此前为“silver”。
原因：客户离开，但最后一张账单（2026年9月）仍应在统计区间内，请核对账单是否缺失。
end

check 'cause: silence' 0 why U1 <<'end'
客户流失：现已视为流失（统计区间内尚有收入200.00），此前为“gold”。
原因：长期没有账单。已连续3个月没有账单，满3个月即视为流失。
end

sed 's/Harbour 1$/Harbour 2/' 2026-10.csv >other.csv

check 'cause: other rules' 0 '
    kam-diff --lang zh --allow model --explain A1 2026-09.csv other.csv | sed -n 3,4p' <<'end'
降级：由“gold”降至“silver”。
原因：规则变更。2026年9月采用“Harbour 1”，2026年10月采用“Harbour 2”。
end

sed '1!s/,score,/,lines,/' 2026-10.csv >lines.csv

check 'cause: another figure' 0 '
    kam-diff --lang zh --allow by --explain A1 2026-09.csv lines.csv | sed -n 3,4p' <<'end'
降级：由“gold”降至“silver”。
原因：排名依据变更。2026年9月按综合积分，2026年10月按账单行数。
end

cut -d, -f1-17,19- 2026-10.csv >short.csv

check 'no cause: a column is missing' 0 '
    kam-diff --lang zh --explain A1 2026-09.csv short.csv | sed -n 3,4p' <<'end'
降级：由“gold”降至“silver”。
无法判断原因：快照缺少所需的列。
end

# ---- a move each ---------------------------------------------------------------------------------

check 'move: up' 0 why B1 <<'end'
升级：由“silver”升至“gold”。
原因：自身数据上升。综合积分78，达到2026年9月的门槛70。
end

check 'move: down' 0 why C1 <<'end'
降级：由“gold”降至“silver”。
原因：门槛提高。综合积分73在2026年9月仍可留在“gold”（不低于70即可），现在须达到75。
end

check 'move: new' 0 why R1 <<'end'
新客户：2026年9月的快照中没有该客户，现为“bronze”。
原因：新增业务，统计区间内首张账单在2026年10月。
end

check 'move: won' 0 why S1 <<'end'
新赢得的客户：2026年9月时还是潜在客户，现为“bronze”。
原因：新增业务，统计区间内首张账单在2026年10月。
end

check 'move: returned, as an earlier snapshot has it' 0 why V1 <<'end'
回流客户：2026年9月的快照中没有该客户，更早的快照中有，现为“silver”。
原因：恢复业务，最近一张账单在2026年10月。
end

check 'move: returned, as it is silent no more' 0 why W1 <<'end'
回流客户：2026年9月时已连续3个月没有账单，视为流失；现为“silver”。
原因：恢复业务，最近一张账单在2026年10月。
end

check 'move: lost' 0 why T2 <<'end'
客户流失：2026年10月的快照中没有该客户，此前为“silver”。
原因：客户离开，但最后一张账单（2026年9月）仍应在统计区间内，请核对账单是否缺失。
end

check 'move: lost, with bills in the window' 0 why U1 <<'end'
客户流失：现已视为流失（统计区间内尚有收入200.00），此前为“gold”。
原因：长期没有账单。已连续3个月没有账单，满3个月即视为流失。
end

check 'move: lost, and a prospect again' 0 why Z1 <<'end'
客户流失：重新成为潜在客户，此前为“silver”。
原因：客户离开，但最后一张账单（2026年8月）仍应在统计区间内，请核对账单是否缺失。
end

check 'move: merged' 0 why M1 <<'end'
客户合并：此前为“silver”，现已并入North Glass（N1），该客户级别为“silver”。
原因：账户归属调整。其账户连同收入（2026年9月时600.00）归入另一客户，并非流失。
其账户的收入现计入North Glass（N1），详见--explain N1。
由2个账户合并而成，主账户为 M1：M1、M2。
end

check 'move: split' 0 why P1 <<'end'
客户拆分：由Otter Mills（O1）拆分而来，该客户当时级别为“silver”；现为“silver”。
原因：账户归属调整。其账户连同收入在2026年9月时归另一客户，并非新增。
end

check 'move: renamed' 0 why Q2 <<'end'
客户编号变更，级别仍为“silver”。
2026年9月时的客户编号为 Q1。
原因：账户归属调整。主账户已更换。
由2个账户合并而成，主账户为 Q2：Q1、Q2。
end

check 'move: renamed, asked for by its old id' 0 why Q1 <<'end'
客户编号变更，级别仍为“silver”。
2026年9月时的客户编号为 Q1。
原因：账户归属调整。主账户已更换。
由2个账户合并而成，主账户为 Q2：Q1、Q2。
end

check 'move: same' 0 why X1 <<'end'
级别未变：与2026年9月一样为“silver”。
end

check 'move: same: lost before, and gone' 0 why W3 <<'end'
2026年9月时已视为流失，2026年10月的快照中不再有该客户。
end

check 'move: same: silent, as before' 0 why W2 <<'end'
尚未回流：与2026年9月一样视为流失。
end

check 'move: none: a prospect, as before' 0 why Y1 <<'end'
仍是潜在客户，与2026年9月相同：尚无账单，不参与分级。
end

check 'move: none: a prospect that is gone' 0 why Y2 <<'end'
2026年9月时是潜在客户，2026年10月的快照中没有。
end

check 'move: none: a new prospect' 0 why Y3 <<'end'
新增的潜在客户（2026年9月的快照中没有）：尚无账单，不参与分级。
end

finish

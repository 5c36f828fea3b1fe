#include "script.h"

/* Bits of the services, in the order of their list. */
enum {
    LINE = 1,
    BROADBAND = 2,
    CLOUD = 4,
    SMS = 8,
    PHONE = 16,
    MOBILE = 32,
    THINGS = 64,
    VIDEO = 128
};

#define MONTH(year, month) ((year)*12 + (month)-1)

const struct region regions[REGION_COUNT] = {
    {"上海", "陈敏"}, {"宁波", "李强"}, {"杭州", "王芳"}, {"苏州", "赵静"}};

#define PART(id_, name_, industry_, region_, services_, yuan_, potential_, contract_end_, ...)     \
    {                                                                                              \
        .id = (id_), .name = (name_), .industry = (industry_), .region = (region_),                \
        .services = (services_), .yuan = (yuan_), .potential = (potential_),                       \
        .contract_end = (contract_end_), __VA_ARGS__                                               \
    }

const struct part parts[] = {
    /* A shipping group, and the one that it will buy, whose crews are billed through it. */
    PART("00000310", "瀚海航运集团有限公司", "物流", "宁波", LINE | THINGS, 62000, 'C',
         MONTH(2027, 6), .group = "00000310"),
    PART("00000311", "瀚海航运集团（上海）分公司", "物流", "上海", LINE | THINGS, 14000, 'B',
         MONTH(2027, 6), .group = "00000310"),
    PART("00000320", "远帆船务有限公司", "物流", "宁波", LINE | CLOUD | MOBILE, 30000, 'B',
         MONTH(2026, 12)),
    PART("00000321", "远帆船员服务有限公司", "物流", "宁波", MOBILE, 4000, 'C', MONTH(2026, 12),
         .payer = "00000320"),

    /* A department store; its electronics branch and what is billed through that will leave it. */
    PART("00000330", "锦绣百货集团有限公司", "零售", "杭州", LINE | BROADBAND | CLOUD | SMS, 46000,
         'A', MONTH(2027, 3)),
    PART("00000331", "锦绣百货（湖滨店）", "零售", "杭州", BROADBAND, 9000, 'C', MONTH(2027, 3)),
    PART("00000332", "锦绣百货（武林店）", "零售", "杭州", BROADBAND, 7000, 'C', MONTH(2027, 3)),
    PART("00000333", "锦绣电器有限公司", "零售", "杭州", LINE | BROADBAND | SMS, 26000, 'B',
         MONTH(2027, 3)),
    PART("00000334", "锦绣电器售后服务部", "零售", "杭州", PHONE, 3000, 'C', MONTH(2027, 3),
         .payer = "00000333"),

    /* A software company, and its new account after it went public. */
    PART("00000340", "瑞和软件有限公司", "互联网", "杭州", LINE | CLOUD | BROADBAND, 25000, 'B',
         MONTH(2027, 1)),
    PART("00000349", "瑞和软件股份有限公司", "互联网", "杭州", LINE | CLOUD | BROADBAND, 0, 'B',
         MONTH(2029, 1)),

    /* The hotel that the other hotels look to, and these. */
    PART("00000350", "云海国际酒店集团", "酒店", "上海", LINE | BROADBAND | CLOUD | VIDEO | PHONE,
         98000, 'B', MONTH(2025, 12)),
    PART("00000351", "听涛大酒店", "酒店", "宁波", LINE | BROADBAND | VIDEO, 24000, 'B',
         MONTH(2026, 4)),
    PART("00000352", "湖畔国际酒店", "酒店", "杭州", LINE | BROADBAND, 16000, 'B', MONTH(2026, 5)),
    PART("00000353", "松风度假村", "酒店", "苏州", BROADBAND | PHONE, 8000, 'C', MONTH(2026, 5)),
    PART("00000354", "枫桥宾馆", "酒店", "苏州", BROADBAND, 2500, 'C', MONTH(2026, 6)),
    PART("00000355", "和平饭店", "酒店", "上海", LINE | BROADBAND | PHONE, 21000, 'B',
         MONTH(2028, 6)),

    /* An agency, which will pay other customers' bills. */
    PART("00000360", "汇付通代理有限公司", "互联网", "上海", BROADBAND | PHONE, 1800, 'C',
         MONTH(2027, 12)),

    /* One who will be silent for seventeen months, one for three. */
    PART("00000370", "东篱茶业有限公司", "零售", "苏州", BROADBAND | SMS, 8000, 'C',
         MONTH(2028, 6)),
    PART("00000371", "北辰演出有限公司", "媒体", "苏州", LINE | VIDEO, 15000, 'B', MONTH(2027, 2)),

    /* The one-off bulk buyer. */
    PART("00000380", "一笔头会展有限公司", "媒体", "上海", SMS | CLOUD, 0, 'C', MONTH(2025, 12)),

    /* One who grows from the long tail upward, one who declines slowly, and a small one who does.
     */
    PART("00000390", "启明智造有限公司", "制造", "苏州", LINE | CLOUD | THINGS, 110, 'C',
         MONTH(2027, 9)),
    PART("00000395", "老街影院连锁有限公司", "媒体", "杭州", LINE | BROADBAND | VIDEO, 50000, 'C',
         MONTH(2027, 4)),
    PART("00000396", "晚风书店", "零售", "宁波", BROADBAND | PHONE, 900, 'D', MONTH(2026, 11)),

    /* A prospect who gives the first order, one who doesn't, a newcomer nobody knew. */
    PART("00000401", "蓝湾新能源有限公司", "制造", "宁波", LINE | CLOUD | THINGS, 0, 'A',
         MONTH(2028, 12), .budget = 900000),
    PART("00000490", "长风重工股份有限公司", "制造", "上海", LINE | CLOUD, 0, 'A', MONTH(2028, 12),
         .budget = 500000),
    PART("00000402", "新芽餐饮管理有限公司", "酒店", "上海", BROADBAND | PHONE, 0, 'B',
         MONTH(2029, 5)),

    /* A fee just below what makes a key account, at a poor margin. */
    PART("00000410", "江城政务云服务中心", "政府", "上海", LINE, 165600, 'D', MONTH(2027, 8),
         .cost = 88),

    /* One who gave up a service, one who will cost more than it pays. */
    PART("00000420", "星辰物流有限公司", "物流", "上海", LINE | CLOUD | SMS | MOBILE, 19000, 'B',
         MONTH(2027, 5)),
    PART("00000430", "恒泰食品有限公司", "制造", "苏州", LINE | BROADBAND | PHONE, 34000, 'C',
         MONTH(2027, 7)),

    /* Public bodies: reliable, and small by their score. */
    PART("00000440", "江南省人民医院", "医院", "杭州", LINE, 22000, 'C', MONTH(2028, 12),
         .cost = 82),
    PART("00000441", "江南师范学院", "教育", "苏州", LINE, 20000, 'C', MONTH(2028, 12), .cost = 82),
    PART("00000442", "江城市档案局", "政府", "宁波", LINE, 17500, 'D', MONTH(2028, 12), .cost = 82),
};

const size_t part_count = sizeof parts / sizeof *parts;

const struct event events[] = {
    /* What has been going on for long: growth, decline, a service given up, a customer silent. */
    {MONTH(2024, 12), CHANGE_GROWTH, "00000390", .amount = 300},
    {MONTH(2024, 12), CHANGE_GROWTH, "00000395", .amount = -70},
    {MONTH(2024, 12), CHANGE_GROWTH, "00000396", .amount = -40},
    {MONTH(2025, 2), CHANGE_FEE, "00000370", .amount = 0},
    {MONTH(2025, 7), CHANGE_DROP, "00000420", .amount = CLOUD},

    /* The reference customer of the hotels has trouble, and is gone from January on. */
    {MONTH(2025, 10), CHANGE_FAULTS, "00000350", .amount = 9},
    {MONTH(2026, 1), CHANGE_FEE, "00000350", .amount = 0},

    /* The prospect's first order. */
    {MONTH(2025, 12), CHANGE_FEE, "00000401", .amount = 30000},

    /* The software company's new account; see also the relations. */
    {MONTH(2026, 1), CHANGE_FEE, "00000340", .amount = 0},
    {MONTH(2026, 1), CHANGE_FEE, "00000349", .amount = 25000},

    /* One large order, and nothing after it. */
    {MONTH(2025, 12), CHANGE_FEE, "00000380", .amount = 800000},
    {MONTH(2026, 1), CHANGE_FEE, "00000380", .amount = 0},

    /* The price rise: 8 % on leased lines. It makes a key account of 00000410. */
    {MONTH(2026, 2), CHANGE_PRICE, "专线", .amount = 80},

    /* The hotels follow, all but one, as their contracts end. */
    {MONTH(2026, 3), CHANGE_FAULTS, "00000351", "00000354", .amount = 6},
    {MONTH(2026, 5), CHANGE_FEE, "00000351", .amount = 0},
    {MONTH(2026, 6), CHANGE_FEE, "00000352", "00000353", .amount = 0},
    {MONTH(2026, 7), CHANGE_FEE, "00000354", .amount = 0},

    /* No concerts for three months. */
    {MONTH(2026, 3), CHANGE_FEE, "00000371", .amount = 0},
    {MONTH(2026, 6), CHANGE_FEE, "00000371", .amount = 15000},

    /* Somebody new. */
    {MONTH(2026, 5), CHANGE_FEE, "00000402", .amount = 1500},

    /* The agency pays the bills of thirty customers who have nothing else in common. */
    {MONTH(2026, 6), CHANGE_PAYER, "00001101", "00001130", .text = "00000360"},

    /* Serving one costs more than it pays. */
    {MONTH(2026, 6), CHANGE_COST, "00000430", .amount = 220},

    /* Back after seventeen months. */
    {MONTH(2026, 7), CHANGE_FEE, "00000370", .amount = 9000},

    /* The rules change in August: story.sh. */

    /* Somebody else looks after the customers of one region. */
    {MONTH(2026, 9), CHANGE_MANAGER, "苏州", .text = "何佳"},
};

const size_t event_count = sizeof events / sizeof *events;

const struct relation story_relations[] = {
    /* The department store, and from when on its electronics branch is on its own. */
    {"00000331", "00000330", 0, 0, "parent"},
    {"00000332", "00000330", 0, 0, "parent"},
    {"00000333", "00000330", 0, MONTH(2026, 4), "parent"},

    /* The new account of the software company, the acquisition. */
    {"00000340", "00000349", MONTH(2026, 1), 0, "renamed"},
    {"00000320", "00000310", MONTH(2026, 4), 0, "parent"},
};

const size_t story_relation_count = sizeof story_relations / sizeof *story_relations;

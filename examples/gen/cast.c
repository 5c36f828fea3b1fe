#include "cast.h"

/* Bits of the services, in the order of their list. */
enum {
    LINE = 1,
    BROADBAND = 2,
    CLOUD = 4,
    SMS = 8,
    PHONE = 16,
    MOBILE = 32,
    THINGS = 64,
    VIDEO = 128,
};

#define STEADY(n)                                                                                  \
    {                                                                                              \
        n, n, n, n, n, n, n, n, n, n, n, n, n                                                      \
    }

#define ROLE(id_, name_, industry_, services_, ...)                                                \
    {                                                                                              \
        .id = (id_), .name = (name_), .industry = (industry_), .services = (services_),            \
        __VA_ARGS__                                                                                \
    }
#define SCRIPT(...) .kilo = {__VA_ARGS__}

const struct role cast[] = {
    /* False key accounts: large, and yet none of them deserves a key account manager. */
    ROLE("00000101", "星火团购网络有限公司", "零售", SMS | CLOUD,
         SCRIPT(0, 0, 0, 0, 0, 0, 0, 2600, 0, 0, 0, 0, 0), .potential = 'D', .credit = 70),
    ROLE("00000102", "薄利国际酒店集团", "酒店", LINE | CLOUD | PHONE | VIDEO, .kilo = STEADY(260),
         .cost = 99, .potential = 'C', .credit = 80),
    ROLE("00000103", "黄牛通信代销行", "零售", SMS | MOBILE | BROADBAND, .kilo = STEADY(340),
         .cost = 88, .discount = 48, .potential = 'D', .credit = 55),
    ROLE("00000104", "久拖置业发展有限公司", "地产", LINE | BROADBAND | PHONE, .kilo = STEADY(220),
         .overdue = 78, .potential = 'C', .credit = 15),
    ROLE("00000105", "频诉影视传媒有限公司", "媒体", LINE | VIDEO | CLOUD, .kilo = STEADY(90),
         .care = 112, .potential = 'C', .credit = 60),

    /* Up in the last month. */
    ROLE("00000111", "江南省人民医院", "医院", LINE | CLOUD | VIDEO | PHONE | THINGS,
         SCRIPT(9, 9, 8, 9, 9, 10, 9, 9, 10, 9, 9, 10, 780), .potential = 'A', .credit = 95),
    ROLE("00000112", "云帆互联网科技股份有限公司", "互联网", CLOUD | LINE | SMS | BROADBAND,
         SCRIPT(5, 5, 5, 6, 5, 5, 6, 5, 5, 6, 5, 6, 420), .potential = 'A', .credit = 85),
    ROLE("00000113", "长风汽车制造有限公司", "制造", LINE | THINGS | CLOUD | MOBILE | VIDEO,
         SCRIPT(38, 40, 39, 41, 40, 42, 41, 40, 42, 43, 42, 44, 650), .potential = 'B',
         .credit = 90),

    /* Down: the big month leaves the window, little comes after it. */
    ROLE("00000121", "金陵百货股份有限公司", "零售", LINE | BROADBAND | SMS,
         SCRIPT(900, 30, 28, 25, 22, 20, 18, 15, 12, 10, 9, 8, 6), .potential = 'C', .credit = 75),
    ROLE("00000122", "海湾国际物流有限公司", "物流", LINE | SMS | MOBILE | THINGS,
         SCRIPT(520, 60, 50, 40, 30, 20, 15, 12, 10, 8, 6, 5, 4), .potential = 'B', .credit = 72),
    ROLE("00000123", "瑞丰证券有限责任公司", "银行", LINE | CLOUD | SMS | VIDEO,
         SCRIPT(310, 30, 28, 27, 26, 25, 22, 20, 18, 16, 14, 12, 8), .potential = 'B',
         .credit = 88),

    /* Lost: silent since June (its months leave the window one by one), or gone altogether. */
    ROLE("00000131", "华东远洋航运集团", "物流", LINE | THINGS | MOBILE | VIDEO | CLOUD,
         SCRIPT(240, 190, 180, 160, 150, 120, 80, 30, 0, 0, 0, 0, 0), .potential = 'A',
         .credit = 82),
    ROLE("00000132", "旧港造船厂", "制造", LINE | PHONE | BROADBAND,
         SCRIPT(620, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .potential = 'D', .credit = 66),

    /* New in the last month. */
    ROLE("00000141", "天宇航空工业集团", "制造", LINE | CLOUD | VIDEO | THINGS | MOBILE,
         SCRIPT(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 860), .potential = 'A', .credit = 92),
    ROLE("00000142", "蓝湾新能源有限公司", "制造", THINGS | CLOUD | LINE,
         SCRIPT(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 135), .potential = 'A', .credit = 78),

    /* A group whose head office is an account of its own, and one that has a group id only. */
    ROLE("00000800", "华东联合银行总行", "银行", LINE | CLOUD | SMS | VIDEO, .kilo = STEADY(410),
         .group = "00000800", .potential = 'A', .credit = 98),
    ROLE("00000801", "华东联合银行上海分行", "银行", LINE | CLOUD | PHONE, .kilo = STEADY(160),
         .group = "00000800", .potential = 'A', .credit = 98),
    ROLE("00000802", "华东联合银行杭州分行", "银行", LINE | PHONE | BROADBAND, .kilo = STEADY(85),
         .group = "00000800", .potential = 'B', .credit = 96),
    ROLE("00000803", "华东联合银行乌镇营业所", "银行", PHONE, .kilo = STEADY(1),
         .group = "00000800", .potential = 'D', .credit = 96),
    ROLE("00000811", "百味餐饮连锁（上海一店）", "酒店", BROADBAND | MOBILE, .kilo = STEADY(18),
         .group = "JT0099", .potential = 'B', .credit = 81),
    ROLE("00000812", "百味餐饮连锁（南京二店）", "酒店", BROADBAND | MOBILE, .kilo = STEADY(16),
         .group = "JT0099", .potential = 'B', .credit = 81),
    ROLE("00000813", "百味餐饮连锁（合肥三店）", "酒店", BROADBAND, .kilo = STEADY(14),
         .group = "JT0099", .potential = 'B', .credit = 79),

    /* Payers in a chain: the maker pays for its parts plant, that one for the fleet. */
    ROLE("00000114", "长风汽车零部件有限公司", "制造", LINE | THINGS, .kilo = STEADY(9),
         .payer = "00000113", .potential = 'B', .credit = 86),
    ROLE("00000115", "长风汽车运输有限公司", "物流", THINGS | MOBILE, .kilo = STEADY(4),
         .payer = "00000114", .potential = 'C', .credit = 84),

    /* Characters beyond GBK, and bytes of GBK that look like '|' and '\'. */
    ROLE("00000901", "東方誠品（香港）有限公司", "零售", LINE | BROADBAND, .kilo = STEADY(21),
         .potential = 'B', .credit = 83),
    ROLE("00000902", "𠮷野家餐饮有限公司", "酒店", BROADBAND | MOBILE, .kilo = STEADY(5),
         .potential = 'C', .credit = 77),
    ROLE("00000903", "华东（上海）贸易,有限公司", "零售", LINE | BROADBAND | SMS,
         .kilo = STEADY(33), .potential = 'B', .credit = 74),
};

const size_t cast_size = sizeof cast / sizeof *cast;

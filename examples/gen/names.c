#include "names.h"

#include <stdio.h>
#include <string.h>

#define PICK(dice, list) ((list)[dice_below((dice), sizeof(list) / sizeof *(list))])

const struct service services[SERVICE_COUNT] = {
    {"专线", 120000, 420}, {"宽带", 19900, 520}, {"云主机", 45000, 660}, {"短信", 5, 610},
    {"固话", 12, 480},     {"移动", 10, 560},    {"物联网", 300, 590},   {"视频会议", 60000, 450},
};

struct trade {
    const char *industry;
    int weight;
    const char *endings[6];
};

/* Public bodies are named after their city alone, firms after city and brand. */
static const struct trade public_bodies[] = {
    {"政府", 7, {"市财政局", "市水务局", "市公安局", "市民政局", "市交通局", "市档案局"}},
    {"教育", 8, {"第一中学", "实验小学", "职业技术学院", "师范学院", "外国语学校", "理工大学"}},
    {"医院",
     6,
     {"市第一人民医院", "市第二人民医院", "市中医院", "市妇幼保健院", "市口腔医院", "市胸科医院"}},
};

static const struct trade firms[] = {
    {"银行", 5, {"银行", "农商银行", "村镇银行", "信托", "证券", "银行"}},
    {"零售", 18, {"超市", "百货", "便利店", "电器", "医药连锁", "商贸有限公司"}},
    {"制造",
     22,
     {"机械有限公司", "纺织有限公司", "电子有限公司", "化工有限公司", "汽配有限公司",
      "食品有限公司"}},
    {"物流", 9, {"物流", "货运有限公司", "快递", "仓储有限公司", "航运", "冷链物流"}},
    {"酒店", 7, {"大酒店", "宾馆", "酒楼", "度假村", "餐饮有限公司", "国际酒店"}},
    {"媒体", 3, {"传媒", "广告有限公司", "影视文化", "出版社", "日报社", "网络电视"}},
    {"互联网",
     8,
     {"科技有限公司", "网络有限公司", "软件有限公司", "数据服务", "信息技术", "智能科技"}},
    {"地产", 7, {"地产", "置业有限公司", "物业服务", "建设集团", "装饰工程", "园林工程"}},
};

enum { PUBLIC_COUNT = sizeof public_bodies / sizeof *public_bodies };
enum { FIRM_COUNT = sizeof firms / sizeof *firms };

static const char *const cities[] = {"上海", "杭州", "南京", "苏州", "宁波", "无锡", "合肥",
                                     "福州", "厦门", "济南", "青岛", "南昌", "温州", "常州",
                                     "徐州", "绍兴", "嘉兴", "扬州", "芜湖", "烟台"};
static const char *const first_halves[] = {"华", "金", "瑞", "恒", "东", "鑫", "万", "宏",
                                           "天", "海", "永", "德", "嘉", "中", "新", "泰"};
static const char *const second_halves[] = {"达", "源", "泰", "盛", "丰", "信", "和", "通",
                                            "隆", "润", "兴", "安", "诚", "创", "联", "茂"};
static const char *const managers[] = {"陈敏", "李强", "王芳",   "张伟", "刘洋",   "赵静",
                                       "周涛", "吴倩", "孙立军", "徐蕾", "欧阳明", "何佳"};

const char *names_industry(struct dice *dice)
{
    int throw = dice_between(dice, 1, 100);
    for (int i = 0; i < PUBLIC_COUNT; i++) {
        if ((throw -= public_bodies[i].weight) <= 0)
            return public_bodies[i].industry;
    }
    for (int i = 0; i < FIRM_COUNT; i++) {
        if ((throw -= firms[i].weight) <= 0)
            return firms[i].industry;
    }
    return firms[0].industry;
}

void names_brand(struct dice *dice, char brand[BRAND_SIZE])
{
    const char *first = PICK(dice, first_halves);
    snprintf(brand, BRAND_SIZE, "%s%s", first, PICK(dice, second_halves));
}

static void name_firm(struct dice *dice, const struct trade *trade, char name[NAME_SIZE])
{
    char brand[BRAND_SIZE];
    names_brand(dice, brand);
    const char *city = PICK(dice, cities);
    const char *ending = PICK(dice, trade->endings);
    if (dice_hit(dice, 15))
        snprintf(name, NAME_SIZE, "%s（%s）贸易,有限公司", brand, city);
    else if (dice_hit(dice, 4))
        snprintf(name, NAME_SIZE, "\"老字号\"%s%s", brand, ending);
    else
        snprintf(name, NAME_SIZE, "%s%s%s", city, brand, ending);
}

void names_customer(struct dice *dice, const char *industry, char name[NAME_SIZE])
{
    for (int i = 0; i < PUBLIC_COUNT; i++) {
        if (strcmp(public_bodies[i].industry, industry) == 0) {
            const char *city = PICK(dice, cities);
            snprintf(name, NAME_SIZE, "%s%s", city, PICK(dice, public_bodies[i].endings));
            return;
        }
    }
    int i = 0;
    while (i < FIRM_COUNT - 1 && strcmp(firms[i].industry, industry) != 0)
        i++;
    name_firm(dice, &firms[i], name);
}

void names_branch(struct dice *dice, const char *brand, char name[NAME_SIZE])
{
    snprintf(name, NAME_SIZE, "%s集团（%s）分公司", brand, PICK(dice, cities));
}

const char *names_manager(struct dice *dice)
{
    return PICK(dice, managers);
}

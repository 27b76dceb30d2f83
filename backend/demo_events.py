"""The events of the demo, in the two languages of its imagined organisers. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class DemoEvent:
    """An event so many days from now, with the hours on its own clock."""

    organiser: str
    title: str
    place: str
    zone: str
    days: int
    starts: str
    ends: str
    capacity: int
    taken: int
    description: str
    questions: tuple[dict[str, Any], ...] = ()
    # Names, fen and places of its tickets, if it has several; the guests have the first.
    kinds: tuple[tuple[str, int, int | None], ...] = ()


def ask(id: str, kind: str, label: str, *choices: str, required: bool = False) -> dict[str, Any]:
    """Return a question as it is stored."""
    return {
        "id": id,
        "kind": kind,
        "label": label,
        "required": required,
        "choices": list(choices),
    }


EVENTS = (
    DemoEvent(
        "陈晓雨", "滨江晨跑：五公里轻松跑", "徐汇滨江 龙腾大道 2555 号 驿站门口",
        "Asia/Shanghai", 3, "06:30", "08:00", 30, 22,
        "配速六分半左右，不掉队。跑完一起吃早饭。\n请穿亮色衣服，自带水。小雨照常，大雨会提前一晚通知。",
        (
            ask("level", "choice", "平时的跑步水平", "刚开始", "能跑三公里", "经常跑",
                required=True),
            ask("phone", "phone", "紧急联系电话", required=True),
        ),
    ),
    DemoEvent(
        "陈晓雨", "亲子陶艺：做一只自己的碗", "长宁区 愚园路 1088 弄 6 号 泥巴工作室",
        "Asia/Shanghai", 5, "14:00", "16:30", 12, 12,
        "适合五岁以上的孩子，一大一小算一个名额。作品烧好后两周可取，也可以寄到家里。",
        (
            ask("age", "number", "孩子的年龄", required=True),
            ask("note", "text", "有什么需要我们知道的？"),
        ),
    ),
    DemoEvent(
        "周明", "读书会：《额尔古纳河右岸》", "静安区图书馆 三楼 研讨室 B",
        "Asia/Shanghai", 8, "19:00", "21:00", 20, 13,
        "请先读完全书。每人说说最想留住的一段，然后自由讨论。备有热茶。",
        (ask("read", "choice", "读到哪儿了？", "还没开始", "读了一半", "读完了", required=True),),
    ),
    DemoEvent(
        "周明", "社区羽毛球双打赛", "浦东新区 源深体育中心 羽毛球馆",
        "Asia/Shanghai", 11, "09:00", "17:00", 32, 31,
        "男双、女双、混双。单循环加淘汰赛，每队至少打三场。用球由组委会提供。",
        (
            ask("kind", "choices", "想参加的项目", "男双", "女双", "混双", required=True),
            ask("partner", "text", "搭档姓名（没有可以留空，我们来配）"),
        ),
    ),
    DemoEvent(
        "林子涵", "手冲咖啡入门", "成都 玉林西路 45 号 慢豆",
        "Asia/Shanghai", 6, "15:00", "17:00", 10, 8,
        "从磨豆、水温到注水手法，每人亲手冲三杯。器具和豆子都准备好了，人来就行。",
        (ask("taste", "choices", "喜欢的风味", "花果香", "坚果巧克力", "都想试试"),),
    ),
    DemoEvent(
        "林子涵", "老城摄影漫步：宽窄之间", "成都 宽窄巷子 东门牌坊下集合",
        "Asia/Shanghai", 14, "16:00", "19:00", 15, 4,
        "不限器材，手机也行。边走边拍，日落前在茶馆里一起看片子。全程大约四公里。",
    ),
    DemoEvent(
        "林子涵", "工作坊：用 Python 写小程序", "成都 天府软件园 C3 栋 201",
        "Asia/Shanghai", 20, "13:30", "17:30", 40, 26,
        "带上电脑，装好 Python 3.11 以上。我们从一个报名页面开始，到能在手机上签到为止。",
        (
            ask("since", "number", "写 Python 几年了？"),
            ask("os", "choice", "电脑系统", "Windows", "macOS", "Linux", required=True),
        ),
        (("学生票", 0, 30), ("普通票", 9900, None)),
    ),
    DemoEvent(
        "Maya Patel", "Open-source maintainers' evening", "The Loft, 18 Brick Lane, London E1",
        "Europe/London", 9, "18:30", "21:00", 60, 37,
        "Three short talks on saying no, on releases that bore everybody, and on finding the next "
        "maintainer. Then pizza.\n\nThe room is step-free.",
        (
            ask("project", "text", "Which project do you look after?"),
            ask("food", "choices", "What do you eat?", "Everything", "Vegetarian", "Vegan",
                "Gluten-free", required=True),
        ),
    ),
    DemoEvent(
        "Maya Patel", "Riverside clean-up", "Battersea Park, Chelsea Gate, London SW8",
        "Europe/London", 4, "10:00", "12:30", 50, 18,
        "Gloves, bags and tea are there. Wear boots: the path is muddy at low tide. Children are "
        "welcome with an adult.",
    ),
    DemoEvent(
        "Jonas Weber", "Sourdough for beginners", "Backstube Süd, Körtestr. 12, Berlin",
        "Europe/Berlin", 12, "11:00", "15:00", 10, 9,
        "You go home with a loaf, a starter, and the schedule that keeps it alive. In English.",
        (ask("allergy", "text", "Allergies we should know of"),),
    ),
    DemoEvent(
        "Grace Tan", "Mandarin–English language exchange 语言交换",
        "Toa Payoh Public Library, Level 3",
        "Asia/Singapore", 7, "19:30", "21:00", 24, 20,
        "Half the time in each language, in groups of four, with a new topic every twenty "
        "minutes. All levels.\n一半时间说中文，一半时间说英文，四人一组。",
        (
            ask("learns", "choice", "I am learning 我在学", "English 英文", "Mandarin 中文",
                required=True),
            ask("level", "choice", "My level 水平", "A1–A2", "B1–B2", "C1–C2"),
        ),
    ),
    DemoEvent(
        "Grace Tan", "Kayaks at dawn", "Pasir Ris Park, Car Park C, Singapore",
        "Asia/Singapore", 16, "06:45", "09:15", 8, 8,
        "A guided paddle through the mangroves before it gets hot. You must be able to swim "
        "50 metres. Two to a kayak; we pair you up if you come alone.",
        (ask("phone", "phone", "Phone number for the morning", required=True),),
    ),
    DemoEvent(
        "陈晓雨", "秋日徒步：佘山环线", "地铁 9 号线 佘山站 1 号口",
        "Asia/Shanghai", -2, "08:30", "13:00", 25, 19,
        "全程十一公里，爬升三百米，中途有补给点。",
    ),
)  # fmt: skip

GUESTS = (
    "王芳", "李强", "张伟", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周杰", "吴敏",
    "徐婷", "孙浩", "马超", "朱琳", "胡斌", "郭雪", "何佳", "高翔", "罗云", "郑凯",
    "Amelia Clarke", "Noah Fischer", "Priya Nair", "Oliver Bennett", "Sofia Rossi",
    "Daniel Koh", "Hannah Schmidt", "Lucas Martin", "Aisha Rahman", "Tom Walsh",
    "Emily Carter", "Rajesh Kumar", "Ingrid Larsen", "Ben Adeyemi", "Chloe Dubois",
    "Yuki Tanaka", "Marcus Lee", "Nadia Haddad", "Peter Novak", "Grace O'Neill",
)  # fmt: skip

WORDS = {
    "zh": ("没有", "对花生过敏", "第一次参加", "带一个朋友"),
    "en": ("None", "Nuts", "First time"),
}

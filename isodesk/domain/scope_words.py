"""Stems and words by which the check of a scope reads, in both languages at once: Latin and Cyrillic never meet."""

import re
from typing import Final

ACTIVITY: Final = re.compile(
    r"\b(manufactur|produc|fabricat|machin|assembl|install|design|develop|engineer|construct|build|repair|maintain|"
    r"mainten|servic|provi[ds]|suppl|deliver|sale|sell|trad|distribut|import|export|storag|stor(?:ing|e\b)|warehous|"
    r"transport|pack|print|process|treat|clean|test|inspect|calibrat|train|teach|consult|advi[sc]|support|host|rent|"
    r"mak(?:e\b|es\b|ing)|leas|cut|weld|mill|bak|grow|collect|recycl|dispos|operat|manag|program|publish|research|market)\w*"
    r"|\b(изготов|производ|выпуск|сборк|проектир|разработ|конструир|монтаж|установк|строительств|ремонт|обслужив|"
    r"сервис|оказани|выполнени|поставк|продаж|реализац|торгов|сбыт|импорт|экспорт|хранени|перевоз|доставк|транспорт|"
    r"упаков|фасов|печат|обработк|переработ|очистк|испытани|контрол|поверк|калибров|обучени|консультир|сопровожд|"
    r"поддержк|аренд|предоставл|резк|сварк|выпечк|выращив|сбор|утилизац|эксплуатац|управлени|наладк|внедрени|уборк|"
    r"охран|лечени|диагностик|отгрузк|пошив|литье|штамповк|покраск|окраск)\w*",
    re.IGNORECASE,
)
VAGUE: Final = re.compile(
    r"\b(everything|anything|etc\b|and so on|and (?:other|more)\b|all kinds|any kind|full range|whole range|wide range|"
    r"all (?:our )?(?:activities|services|products))"
    r"|(\bвсе(?:го|му|м)? подряд|\bвсе виды|\bлюб(?:ые|ых|ая|ой)\b|\bвесь спектр|\bполный (?:спектр|комплекс|цикл услуг)|"
    r"\bширокий (?:спектр|ассортимент)|\bи (?:др|пр)\.|\bи т\. ?[дп]\.|\bи проч|\bпрочи[ех]\b|\bвся деятельность|"
    r"\bвсе услуги)",
    re.IGNORECASE,
)
PRAISE: Final = re.compile(
    r"\b(best|leading|world-?class|high[- ]quality|top[- ]quality|premium|unique|innovative|excellent|first-class|"
    r"finest|outstanding|state[- ]of[- ]the[- ]art)\b"
    r"|\b(лучш\w+|ведущ(?:ий|ая|ее|ие|их|его|ей)|высококачествен\w+|качественн(?:ый|ая|ое|ые|ых|ого|ой)|уникальн\w+|"
    r"инновационн\w+|премиальн\w+|надежн(?:ый|ая|ое|ые|ых|ого|ой)|непревзойден\w+|передов\w+|первоклассн\w+)\b",
    re.IGNORECASE,
)
STANDARD: Final = re.compile(
    r"\b(?:ISO|ИСО|IEC|МЭК|ГОСТ(?: Р)?|EN|BS|OHSAS)\b[\s/A-Za-zА-Яа-я-]{0,14}"
    r"(?:9001|14001|45001|18001|27001|22301|22000|13485|50001|37001)\b|\b(?:ИСМ|СМК|QMS|EMS|ISMS)\b",
    re.IGNORECASE,
)
ABBREVIATION: Final = re.compile(r"(?<![\w-])[A-ZА-Я]{2,6}(?![\w-]| ?[-–]?\d)")
KNOWN: Final = frozenset(
    [
        "ООО",
        "АО",
        "ПАО",
        "ЗАО",
        "ОАО",
        "ИП",
        "НПО",
        "НПП",
        "ГУП",
        "МУП",
        "ФГУП",
        "РФ",
        "ЕС",
        "США",
        "СНГ",
        "ЕАЭС",
        "ЧПУ",
        "ИТ",
        "АЗС",
        "ЖКХ",
        "ТЭЦ",
        "АЭС",
        "ГОСТ",
        "ТУ",
        "ОТК",
        "ПВХ",
        "LTD",
        "LLC",
        "PLC",
        "GMBH",
        "AG",
        "SA",
        "INC",
        "BV",
        "UK",
        "US",
        "USA",
        "EU",
        "CNC",
        "IT",
        "LED",
        "PVC",
        "PCB",
        "HVAC",
        "PDF",
        "ISO",
        "IEC",
        "EN",
        "OK",
        "TV",
        "PC",
        "CAD",
        "DIN",
    ]
)
DESIGN: Final = re.compile(
    r"\b(?:design|develop)(?:s|ed|ing|ment)?\b|\b(?:проектировани|проектируе|разработк|конструировани)\w*",
    re.IGNORECASE,
)
FOREIGN_DESIGN: Final = re.compile(
    r"(?:customer|client|their|own|supplied|agreed)(?:['’]?s?['’]?)? (?:\w+ )?designs?\b|\bdesigns? (?:of|supplied by|from) "
    r"(?:the |our )?(?:customer|client)|business development|land development"
    r"|(?:по|на основе|согласно) (?:чужи\w+ |готов\w+ )?(?:проект|разработк)\w*|разработк\w* (?:заказчик|клиент)\w*|разработк\w* (?:технологи|карьер|"
    r"месторожд|грунт|недр|управляющих программ)\w*|(?:без|кроме) (?:проектировани|разработк|design)\w*"
    r"|without (?:any )?(?:design|development)|(?:no|excluding) design",
    re.IGNORECASE,
)
WORD: Final = re.compile(r"[A-Za-zА-Яа-яЁё]{4,}")
IDLE: Final = frozenset(
    [
        "with",
        "from",
        "this",
        "that",
        "their",
        "your",
        "ours",
        "customers",
        "customer",
        "clients",
        "client",
        "according",
        "site",
        "sites",
        "office",
        "workshop",
        "для",
        "при",
        "что",
        "это",
        "или",
        "также",
        "всех",
        "наших",
        "ваших",
        "площадки",
        "площадка",
        "офис",
        "цех",
        "город",
        "улица",
        "заказчика",
        "заказчиков",
        "клиентов",
        "works",
        "work",
        "работ",
        "работы",
        "услуг",
        "услуги",
        "services",
        "service",
        "товаров",
        "продукции",
        "products",
        "product",
        "изделий",
    ]
)

"""The words of a scope as a certification body reads them, in both languages, with the false alarms it must not raise."""

import time

import pytest

from isodesk.domain.scope_check import ExcludedClause, ScopeFacts, ScopeRule, check

Q = "iso-9001-2026"
DESIGN = frozenset({(Q, "8.3")})
REASON = "Products are made to drawings of customers, nothing is designed"
NO_DESIGN = (ExcludedClause(Q, "8.3", REASON, allowed=True),)
GOOD_EN = "Manufacture, delivery and assembly of steel furniture for schools and kindergartens"
GOOD_RU = "Изготовление, поставка и сборка металлической мебели для школ и детских садов"


def warnings(text: str, facts: ScopeFacts | None = None) -> list[ScopeRule]:
    return [finding.rule for finding in check(text, facts or ScopeFacts()) if not finding.good]


def good(text: str, facts: ScopeFacts | None = None) -> list[ScopeRule]:
    return [finding.rule for finding in check(text, facts or ScopeFacts()) if finding.good]


@pytest.mark.parametrize(
    "text",
    [
        GOOD_EN,
        GOOD_RU,
        "Проектирование, монтаж и обслуживание систем вентиляции (ОВиК) на объектах заказчика",
        "Wholesale and storage of dry foods; sites: 4 Mill Lane and Bay 9",
        "Изготовление труб по ГОСТ 8732 и деталей ТМ-100 на станках с ЧПУ, ООО «Вал»",
        "Выполнение работ по уборке промышленных помещений и территорий",
        "Machining of shafts to EN 10025 steel, types XK-200 and II, for Vale LLC",
    ],
)
def test_a_sound_scope_raises_no_alarm(text: str) -> None:
    assert warnings(text) == []
    assert good(text) == [ScopeRule.ACTIVITY, ScopeRule.OBJECT]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", ScopeRule.EMPTY),
        (" \n", ScopeRule.EMPTY),
        ("Steel furniture for schools and kindergartens", ScopeRule.ACTIVITY),
        ("Металлическая мебель для школ и детских садов", ScopeRule.ACTIVITY),
        ("Manufacture, delivery and assembly", ScopeRule.OBJECT),
        ("Изготовление, поставка и сборка изделий", ScopeRule.OBJECT),
        ("Sale of nuts", ScopeRule.LENGTH),
        (GOOD_EN * 9, ScopeRule.LENGTH),
        ("Full range of services for building owners", ScopeRule.VAGUE),
        ("Ремонт станков, насосов и т. д.", ScopeRule.VAGUE),
        ("Полный комплекс услуг по ремонту зданий", ScopeRule.VAGUE),
        ("Manufacture of the best steel furniture", ScopeRule.PRAISE),
        ("Изготовление высококачественной мебели", ScopeRule.PRAISE),
        ("Производство НАДЁЖНЫХ насосов для скважин", ScopeRule.PRAISE),
        ("Manufacture of furniture according to ISO 9001:2026", ScopeRule.STANDARD),
        ("Изготовление мебели по ГОСТ Р ИСО 9001-2015", ScopeRule.STANDARD),
        ("Repair of XRS devices for hospitals", ScopeRule.ABBREVIATION),
        ("Ремонт КИПА на объектах заказчика", ScopeRule.ABBREVIATION),
    ],
)
def test_what_a_body_would_ask(text: str, rule: ScopeRule) -> None:
    assert rule in warnings(text)


@pytest.mark.parametrize(
    ("text", "excluded", "expected"),
    [
        ("Design and manufacture of steel furniture", True, ScopeRule.DESIGN_EXCLUDED),
        ("Разработка и изготовление мебели для школ", True, ScopeRule.DESIGN_EXCLUDED),
        ("Manufacture of steel furniture for schools", False, ScopeRule.DESIGN_UNNAMED),
        ("Изготовление мебели для школ и садов", False, ScopeRule.DESIGN_UNNAMED),
        ("Design and manufacture of steel furniture", False, None),
        ("Проектирование и монтаж вентиляции зданий", False, None),
        ("Manufacture of sheet-metal parts to customer designs", True, None),
        ("Manufacture of parts to the customer's design", True, None),
        ("Изготовление деталей по проектам и разработкам заказчика", True, None),
        ("Изготовление мебели без проектирования", True, None),
        ("Manufacture of steel furniture without design", True, None),
    ],
)
def test_design_is_named_or_excluded(text: str, excluded: bool, expected: ScopeRule | None) -> None:
    facts = ScopeFacts(exclusions=NO_DESIGN if excluded else (), design_clauses=DESIGN)
    found = [rule for rule in warnings(text, facts) if rule in (ScopeRule.DESIGN_EXCLUDED, ScopeRule.DESIGN_UNNAMED)]
    assert found == ([expected] if expected else [])
    assert warnings(text, ScopeFacts()) == [], "a standard without a clause about design says nothing of it"


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        (ExcludedClause(Q, "8.3", "", allowed=True), ScopeRule.REASON_MISSING),
        (ExcludedClause(Q, "8.3", "  ", allowed=True), ScopeRule.REASON_MISSING),
        (ExcludedClause(Q, "8.3", "not needed here", allowed=True), ScopeRule.REASON_SHORT),
        (ExcludedClause(Q, "9.2", REASON, allowed=False), ScopeRule.FORBIDDEN),
        (ExcludedClause(Q, "8.3", REASON, allowed=True), None),
    ],
)
def test_an_exclusion_needs_a_reason_and_leave(clause: ExcludedClause, rule: ScopeRule | None) -> None:
    found = [f for f in check(GOOD_EN, ScopeFacts(exclusions=(clause,))) if f.clause]
    assert [(f.rule, f.clause) for f in found] == ([(rule, clause.clause)] if rule else [])


def test_every_site_is_named_where_there_are_several() -> None:
    sites = (("Завод", "г. Нижнелугск, ул. Мельничная, д. 3"), ("Сервисный центр", "пос. Заречный, ул. Дорожная"))
    text = "Изготовление мебели. Площадка: ул. Мельничная, д. 3."
    (finding,) = [f for f in check(text, ScopeFacts(sites=sites)) if f.rule is ScopeRule.SITES]
    assert (finding.good, finding.subject) == (False, "Сервисный центр")
    assert ScopeRule.SITES in good(f"{text} Ремонт – пос. Заречный.", ScopeFacts(sites=sites))
    assert ScopeRule.SITES not in warnings(text, ScopeFacts(sites=sites[:1]))


def test_it_speaks_of_the_same_business() -> None:
    assert ScopeRule.SAME_BUSINESS in good(GOOD_EN, ScopeFacts("Steel tables and chairs"))
    assert ScopeRule.SAME_BUSINESS in warnings(GOOD_EN, ScopeFacts("Repair of ships"))
    assert ScopeRule.SAME_BUSINESS not in warnings(GOOD_EN, ScopeFacts("Металлическая мебель")), "another language"


@pytest.mark.parametrize("text", ["Изготовление лучшей мебели для школ", "Best chairs, made for schools and offices"])
def test_a_finding_knows_where_its_words_stand(text: str) -> None:
    (finding,) = [f for f in check(text, ScopeFacts()) if f.rule is ScopeRule.PRAISE]
    assert text[finding.start : finding.start + len(finding.subject)] == finding.subject


@pytest.mark.parametrize("text", ["A " * 50_000, "а" * 100_000, GOOD_RU * 1_000, "<&\"' 😀 " * 9_000, "(ПВД " * 20_000])
def test_it_follows_the_keys_whatever_is_pasted(text: str) -> None:
    facts = ScopeFacts("Мебель", (("Цех", "ул. Литейная"),) * 20, NO_DESIGN, DESIGN)
    taken = []
    for _turn in range(3):
        started = time.perf_counter()
        check(text, facts)
        taken.append(time.perf_counter() - started)
    assert min(taken) < 0.05

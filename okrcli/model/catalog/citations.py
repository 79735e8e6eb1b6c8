"""Sources of the definitions: books and articles by name, otherwise whose practice it is."""

from typing import Final

from okrcli.model.catalog.entry import LocalText
from okrcli.model.catalog.units import local_text


def citation(reference: str) -> LocalText:
    """Return a reference, which is the same in every language."""
    return local_text(reference, reference, reference)


REICHHELD_2003: Final = citation(
    "Reichheld, The One Number You Need to Grow, Harvard Business Review, 2003"
)
EFFORT_2010: Final = citation(
    "Dixon, Freeman and Toman, Stop Trying to Delight Your Customers, Harvard Business Review, 2010"
)
EFFORT_2013: Final = citation("Dixon, Toman and DeLisi, The Effortless Experience, 2013")
ZERO_DEFECTIONS_1990: Final = citation(
    "Reichheld and Sasser, Zero Defections: Quality Comes to Services, "
    "Harvard Business Review, 1990"
)
SAAS_METRICS: Final = citation("Skok, SaaS Metrics 2.0, forEntrepreneurs")
SERVICE_PROFIT_CHAIN_1994: Final = citation(
    "Heskett, Jones, Loveman, Sasser and Schlesinger, Putting the Service-Profit Chain to Work, "
    "Harvard Business Review, 1994"
)
CALL_CENTERS: Final = citation("Cleveland, Call Center Management on Fast Forward")
LITTLE_1961: Final = citation(
    "Little, A Proof for the Queuing Formula: L = λW, Operations Research, 1961"
)
GROVE_1983: Final = citation("Grove, High Output Management, 1983 (paired indicators)")
SURVEY_STANDARD: Final = citation(
    "American Association for Public Opinion Research (AAPOR), Standard Definitions"
)
DATA_QUALITY_2008: Final = citation("ISO/IEC 25012:2008, Data quality model")
FORECASTING: Final = citation("Hyndman and Athanasopoulos, Forecasting: Principles and Practice")

SURVEY_PRACTICE: Final = local_text(
    "Common practice in customer surveys: the top-box share",
    "Práctica habitual en encuestas a clientes: proporción de las notas más altas",
    "Обычная практика опросов клиентов: доля высших оценок",
)
SUPPORT_PRACTICE: Final = local_text(
    "Common practice in customer support",
    "Práctica habitual en atención al cliente",
    "Обычная практика службы поддержки",
)
SALES_PRACTICE: Final = local_text(
    "Common practice in sales", "Práctica habitual en ventas", "Обычная практика продаж"
)
RETAIL_PRACTICE: Final = local_text(
    "Common practice in retail",
    "Práctica habitual en el comercio minorista",
    "Обычная практика розничной торговли",
)
ACCOUNTING_PRACTICE: Final = local_text(
    "Common practice in management accounting",
    "Práctica habitual en contabilidad de gestión",
    "Обычная практика управленческого учёта",
)
LEARNING_PRACTICE: Final = local_text(
    "Common practice in training and learning",
    "Práctica habitual en formación",
    "Обычная практика обучения персонала",
)
PRODUCT_PRACTICE: Final = local_text(
    "Common practice in product analytics",
    "Práctica habitual en analítica de producto",
    "Обычная практика продуктовой аналитики",
)
AUTOMATION_PRACTICE: Final = local_text(
    "Common practice in process automation",
    "Práctica habitual en automatización de procesos",
    "Обычная практика автоматизации процессов",
)

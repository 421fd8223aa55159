/**
 * What asks for a check or an element of the passport, by texts at hand: the Drohobych regulation on open data (Положення про відкриті дані,
 * пп. 1.3, 2.4 and 2.5) and the dictionaries of the recommended structures. A ground that nobody has read is no ground.
 */
/** Named as the model it is: a city that reads it has a regulation of its own. */
const REGULATION = 'Положення про відкриті дані (за зразком Дрогобича)';
const DICTIONARIES = 'Словники рекомендованих структур';

export const MACHINE_READABLE = `${REGULATION}, 1.3: машиночитані дані розпізнають без участі людини`;
export const UNIFORM_RECORDS = `${REGULATION}, 1.3: набір — сукупність однорідних записів`;
export const DESCRIBED_FIELDS = `${REGULATION}, 1.3: структура описує склад, формат і призначення полів`;
export const ISO_DATES = `${REGULATION}, 2.4: дата й час за ISO 8601`;
export const UTF8 = `${REGULATION}, 2.4: кодування UTF-8`;
export const STANDARD_VARIABLES = `${REGULATION}, 2.4: змінні, що часто вживаються, стандартизовано`;
export const LANGUAGE_OF_DATA = `${REGULATION}, 2.5: паспорт називає мову, якою подано інформацію`;
export const STANDARD_IDENTIFIERS = `${REGULATION}, 2.4: стандартні ідентифікатори`;
export const CHECK_DIGIT = `${STANDARD_IDENTIFIERS}; код ЄДРПОУ має контрольну цифру`;
export const CLASSIFIERS = `${REGULATION}, 2.4: стандартні класифікатори`;
export const STANDARD_VALUES = `${REGULATION}, 2.4: імена, адреси, номери телефонів тощо стандартизовано`;
export const COORDINATE_POINT = `${REGULATION}, 2.4: у координаті крапка між цілою і дробовою частиною`;
export const PHONE_FORM = `${DICTIONARIES}: телефон починається з +380, 12 цифр без пробілів і дужок`;
export const POSTAL_FORM = `${DICTIONARIES}: поштовий індекс п’ятизначний`;
export const PLATE_FORM = `${DICTIONARIES}: номерний знак латинськими літерами без пробілів`;
export const ADDRESS_PARTS = `${DICTIONARIES}: адреса за складниками, кожен у своєму полі`;
export const IBAN_RULES = `${STANDARD_IDENTIFIERS}; рахунок за ISO 13616 має контрольне число`;
export const TAX_NUMBER = `${STANDARD_IDENTIFIERS}; РНОКПП має контрольну цифру`;
export const IDENTIFIER_COLUMN = `${REGULATION}, 2.4: щонайменше один стовпець для ідентифікації`;
export const DECIMAL_POINT = `${DICTIONARIES}: у файлі десяткова крапка; ${REGULATION}, 2.4: на письмі кома, у координатах крапка`;
export const ONE_SIGN_OF_NO_VALUE = `${DICTIONARIES}: відсутнє значення записують однаково`;
export const PASSPORT_ELEMENT = `${REGULATION}, 2.5: елементи, які повинен містити паспорт`;
export const GEOJSON_RULES = `${REGULATION}, 2.4: геодані у GeoJSON; RFC 7946: довгота й широта WGS 84, замкнені контури за правилом правої руки`;

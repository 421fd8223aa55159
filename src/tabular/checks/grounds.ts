import type { Text } from '../../kernel/text.ts';

/**
 * What asks for a check or an element of the passport, by texts at hand: the Drohobych regulation on open data (Положення про відкриті дані,
 * пп. 1.3, 2.4 and 2.5) and the dictionaries of the recommended structures. A ground that nobody has read is no ground.
 */
/** Named as the model it is: a city that reads it has a regulation of its own. */
const inRegulation = (uk: string, en: string): Text => ({
  uk: `Положення про відкриті дані (за зразком Дрогобича), ${uk}`,
  en: `Regulation on open data (after that of Drohobych), ${en}`,
});
const inDictionaries = (uk: string, en: string): Text => ({
  uk: `Словники рекомендованих структур: ${uk}`,
  en: `Dictionaries of the recommended structures: ${en}`,
});
const together = (first: Text, uk: string, en: string): Text => ({
  uk: `${first.uk}; ${uk}`,
  en: `${first.en}; ${en}`,
});

export const MACHINE_READABLE = inRegulation(
  '1.3: машиночитані дані розпізнають без участі людини',
  '1.3: machine-readable data are recognised without a person',
);
export const UNIFORM_RECORDS = inRegulation(
  '1.3: набір — сукупність однорідних записів',
  '1.3: a dataset is a set of records of one kind',
);
export const DESCRIBED_FIELDS = inRegulation(
  '1.3: структура описує склад, формат і призначення полів',
  '1.3: the structure describes the fields, their format and purpose',
);
export const ISO_DATES = inRegulation('2.4: дата й час за ISO 8601', '2.4: date and time by ISO 8601');
export const UTF8 = inRegulation('2.4: кодування UTF-8', '2.4: the encoding is UTF-8');
export const STANDARD_VARIABLES = inRegulation(
  '2.4: змінні, що часто вживаються, стандартизовано',
  '2.4: variables in frequent use are standardised',
);
export const LANGUAGE_OF_DATA = inRegulation(
  '2.5: паспорт називає мову, якою подано інформацію',
  '2.5: the passport names the language of the information',
);
export const STANDARD_IDENTIFIERS = inRegulation('2.4: стандартні ідентифікатори', '2.4: standard identifiers');
export const CHECK_DIGIT = together(
  STANDARD_IDENTIFIERS,
  'код ЄДРПОУ має контрольну цифру',
  'an EDRPOU code has a check digit',
);
export const CLASSIFIERS = inRegulation('2.4: стандартні класифікатори', '2.4: standard classifiers');
export const STANDARD_VALUES = inRegulation(
  '2.4: імена, адреси, номери телефонів тощо стандартизовано',
  '2.4: names, addresses, phone numbers and the like are standardised',
);
export const COORDINATE_POINT = inRegulation(
  '2.4: у координаті крапка між цілою і дробовою частиною',
  '2.4: a coordinate has a point before its fraction',
);
export const PHONE_FORM = inDictionaries(
  'телефон починається з +380, 12 цифр без пробілів і дужок',
  'a phone begins with +380, 12 digits with no spaces and brackets',
);
export const POSTAL_FORM = inDictionaries('поштовий індекс п’ятизначний', 'a postal code has five digits');
export const PLATE_FORM = inDictionaries(
  'номерний знак латинськими літерами без пробілів',
  'a number plate is in Latin letters with no spaces',
);
export const ADDRESS_PARTS = inDictionaries(
  'адреса за складниками, кожен у своєму полі',
  'an address by its parts, each in a field of its own',
);
export const IBAN_RULES = together(
  STANDARD_IDENTIFIERS,
  'рахунок за ISO 13616 має контрольне число',
  'an account by ISO 13616 has a check number',
);
export const TAX_NUMBER = together(
  STANDARD_IDENTIFIERS,
  'РНОКПП має контрольну цифру',
  'a tax number of a person has a check digit',
);
export const IDENTIFIER_COLUMN = inRegulation(
  '2.4: щонайменше один стовпець для ідентифікації',
  '2.4: at least one column that identifies',
);
const WRITTEN_SIGN = inRegulation(
  '2.4: на письмі кома, у координатах крапка',
  '2.4: a comma in writing, a point in coordinates',
);
export const DECIMAL_POINT = together(
  inDictionaries('у файлі десяткова крапка', 'a decimal point in files'),
  WRITTEN_SIGN.uk,
  WRITTEN_SIGN.en,
);
export const ONE_SIGN_OF_NO_VALUE = inDictionaries(
  'відсутнє значення записують однаково',
  'a missing value is written in one way',
);
export const PASSPORT_ELEMENT = inRegulation(
  '2.5: елементи, які повинен містити паспорт',
  '2.5: elements a passport must have',
);
export const CHECKED_FOR_PEOPLE = inRegulation(
  '2.6: перед оприлюдненням набір перевіряють щодо персональних даних',
  '2.6: before publication a dataset is checked for personal data',
);
export const GEOJSON_RULES = together(
  inRegulation('2.4: геодані у GeoJSON', '2.4: geodata in GeoJSON'),
  'RFC 7946: довгота й широта WGS 84, замкнені контури за правилом правої руки',
  'RFC 7946: longitude and latitude of WGS 84, closed rings by the right-hand rule',
);

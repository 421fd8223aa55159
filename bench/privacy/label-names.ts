import { DETECTOR_CODES, type DetectorCode, type Whose } from '../../src/tabular/index.ts';

/** A label as we understand it: a sign, a trap, or something we have no name for (then any sign on the column will do). */
export type Meaning = DetectorCode | 'not-pii' | 'any';

/** Letters and digits alone, in lower case: «Tax_ID» and «tax id» are one. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What others may call what the detectors look for. */
const NAMES: Readonly<Record<DetectorCode | 'not-pii', string>> = {
  'not-pii': 'NOT-PII NONE NO NOT-PERSONAL NON-PII NEGATIVE TRAP O CLEAN SAFE PUBLIC OTHER НЕ-ПД НІ НЕМАЄ',
  'tax-number':
    'RNOKPP TAX TAX-ID TAX-NUMBER TAX-CODE TIN RNTRC IPN INN RNOCPP INDIVIDUAL-TAX-NUMBER ІПН РНОКПП ІНН UA-TAX-ID DRFO ДРФО',
  'passport-book':
    'PASSPORT PASSPORT-BOOK PASSPORT-OLD PASSPORT-BOOKLET PASSPORT-NUMBER PASSPORT-SERIES UA-PASSPORT INTERNAL-PASSPORT ПАСПОРТ',
  'passport-card': 'ID-CARD IDCARD PASSPORT-CARD PASSPORT-ID PASSPORT-NEW NATIONAL-ID ID-КАРТКА',
  'foreign-passport':
    'FOREIGN-PASSPORT PASSPORT-FOREIGN TRAVEL-PASSPORT INTERNATIONAL-PASSPORT PASSPORT-INTERNATIONAL ЗАКОРДОННИЙ-ПАСПОРТ',
  unzr: 'UNZR УНЗР DEMOGRAPHIC-ID EDDR',
  'birth-date': 'BIRTHDATE BIRTH-DATE DATE-OF-BIRTH DOB BIRTHDAY BIRTH BIRTH-YEAR YEAR-OF-BIRTH ДАТА-НАРОДЖЕННЯ',
  phone:
    'PHONE PHONE-NUMBER TEL TELEPHONE MOBILE MOBILE-PHONE CELL PERSONAL-PHONE PRIVATE-PHONE PHONE-PERSON PHONE-ORG PHONE-OFFICIAL ТЕЛЕФОН',
  email: 'EMAIL E-MAIL MAIL EMAIL-ADDRESS PERSONAL-EMAIL EMAIL-PERSON EMAIL-ORG EMAIL-OFFICIAL ПОШТА',
  iban: 'IBAN ACCOUNT BANK-ACCOUNT IBAN-PERSON РАХУНОК',
  'bank-card': 'CARD BANK-CARD CREDIT-CARD PAYMENT-CARD CARD-NUMBER PAN КАРТКА',
  'person-name':
    'NAME PERSON PERSON-NAME FULL-NAME FULLNAME PER PIB FIO ПІБ SURNAME LAST-NAME GIVEN-NAME FIRST-NAME PATRONYMIC MIDDLE-NAME NAMES NAME-FULL NAME-PERSON NAME-PART NAME-INITIALS NAME-LATIN OFFICIAL-NAME NAME-OFFICIAL SOLE-TRADER-NAME FOP FOP-NAME',
  'home-address':
    'ADDRESS HOME-ADDRESS HOMEADDRESS RESIDENCE LIVING-ADDRESS REGISTRATION-ADDRESS PERSON-ADDRESS PRIVATE-ADDRESS ADDRESS-HOME ADDRESS-PERSON FLAT АДРЕСА',
  plate:
    'PLATE VEHICLE-PLATE LICENSE-PLATE LICENCE-PLATE CAR-PLATE NUMBER-PLATE VEHICLE-NUMBER CAR-NUMBER НОМЕРНИЙ-ЗНАК',
  vin: 'VIN VIN-CODE VEHICLE-VIN',
  'home-coordinates':
    'COORDINATES HOME-COORDINATES COORDS COORDINATE GEO LOCATION GPS LATITUDE LONGITUDE LAT LON КООРДИНАТИ',
  'ip-address': 'IP IP-ADDRESS IPADDRESS IPV4 IPV6',
  'small-groups': 'SMALL-GROUPS SMALL-GROUP SMALL-CELLS SMALL-CELL SMALL-COUNTS',
  health: 'HEALTH DIAGNOSIS MEDICAL DISABILITY SPECIAL-HEALTH SENSITIVE-HEALTH ЗДОРОВ’Я',
  court: 'COURT CONVICTION CRIMINAL CRIMINAL-RECORD SPECIAL-COURT СУДИМІСТЬ',
  religion: 'RELIGION RELIGIOUS FAITH SPECIAL-RELIGION РЕЛІГІЯ',
  nationality: 'NATIONALITY ETHNICITY ETHNIC-ORIGIN ETHNIC RACE SPECIAL-NATIONALITY НАЦІОНАЛЬНІСТЬ',
  membership: 'MEMBERSHIP PARTY POLITICAL POLITICAL-MEMBERSHIP UNION TRADE-UNION SPECIAL-MEMBERSHIP ЧЛЕНСТВО',
  'free-text': 'FREE-TEXT FREETEXT TEXT PII-TEXT TEXT-PII TEXT-WITH-PII NOTES COMMENT ВІЛЬНИЙ-ТЕКСТ',
};

const WHOSE_NAMES: Readonly<Record<Whose, string>> = {
  person: 'PERSON PRIVATE PRIVATE-PERSON CITIZEN INDIVIDUAL NATURAL-PERSON PEOPLE ОСОБА ГРОМАДЯНИН',
  official: 'OFFICIAL OFFICER PUBLIC-OFFICIAL CIVIL-SERVANT OFFICIALS DEPUTY STAFF EMPLOYEE ПОСАДОВЕЦЬ',
  'sole-trader': 'SOLE-TRADER FOP ФОП TRADER ENTREPRENEUR SELF-EMPLOYED SOLE-PROPRIETOR',
  organization: 'ORGANIZATION ORGANISATION ORG LEGAL LEGAL-ENTITY LEGAL-PERSON COMPANY INSTITUTION ЮРОСОБА ОРГАНІЗАЦІЯ',
  unclear: 'UNCLEAR UNKNOWN MIXED ANY',
};

function tableOf<T extends string>(names: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const entries = Object.entries(names) as [T, string][];
  return new Map(
    entries.flatMap(([meant, spelled]) =>
      [meant as string, ...spelled.split(/\s+/)].map((one): [string, T] => [folded(one), meant]),
    ),
  );
}
const MEANINGS = tableOf(NAMES);
const WHOSES = tableOf(WHOSE_NAMES);

/** What a label means; «any» where we know no such word. */
export function meaningOf(label: string): Meaning {
  return MEANINGS.get(folded(label)) ?? 'any';
}

/** Whose; null where nothing is said or the word is not known. */
export function whoseNamed(text: string): Whose | null {
  return WHOSES.get(folded(text)) ?? null;
}

export const ORDER: readonly string[] = [...DETECTOR_CODES, 'any'];

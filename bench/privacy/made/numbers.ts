import { transliterate } from '../../../src/language/transliterate.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

const DAY = 86_400_000;
const sum = (text: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);

/** РНОКПП by the rule of its sum: days since 31.12.1899, number, sex, check digit. */
export function taxNumber(random: Random, { born, woman }: Person): string {
  const days = Math.round((born.getTime() - Date.UTC(1899, 11, 31)) / DAY);
  const sex = 2 * random.whole(0, 4) + (woman ? 0 : 1);
  const nine = `${String(days).padStart(5, '0')}${String(random.whole(0, 999)).padStart(3, '0')}${sex}`;
  return `${nine}${(((sum(nine, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10}`;
}

/** ЄДРПОУ by its sum. */
export function companyCode(random: Random): string {
  const seven = String(
    random.chance(0.35) ? random.whole(1_000_000, 9_999_999) / 10 : random.whole(3_200_000, 4_480_000),
  )
    .replace(/\..*/, '')
    .padStart(7, '0');
  const value = Number(`${seven}0`);
  const weights = value > 30_000_000 && value < 60_000_000 ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const once = sum(seven, weights) % 11;
  const twice =
    once < 10
      ? once
      : sum(
          seven,
          weights.map((weight) => weight + 2),
        ) % 11;
  return `${seven}${twice % 10}`;
}

const CODES = ['050', '063', '066', '067', '068', '073', '091', '093', '095', '096', '097', '098', '099'];

export type PhoneForm = 'bare' | 'plus' | 'brackets' | 'spaces' | 'dashes' | 'number' | 'twelve';

/** Nine digits of a mobile phone in one of the ways people write it. */
export function phone(random: Random, form: PhoneForm): string {
  const code = random.of(CODES);
  const rest = String(random.whole(1_000_000, 9_999_999));
  const [a, b, c] = [rest.slice(0, 3), rest.slice(3, 5), rest.slice(5)];
  return {
    bare: `${code}${rest}`,
    plus: `+38${code}${rest}`,
    brackets: `(${code}) ${a}-${b}-${c}`,
    spaces: `${code} ${a} ${b} ${c}`,
    dashes: `${code}-${a}-${b}-${c}`,
    number: `${code.slice(1)}${rest}`,
    twelve: `38${code}${rest}`,
  }[form];
}

/** A phone of a house: the code of a town and five or six digits. */
export function townPhone(random: Random): string {
  const code = random.of(['03244', '0342', '0372', '0412', '0432', '0352', '03436', '04744']);
  return `(${code}) ${random.whole(2, 7)}-${random.digits(2)}-${random.digits(2)}`;
}

const MAILS = ['ukr.net', 'gmail.com', 'i.ua', 'meta.ua', 'outlook.com', 'icloud.com'];

export function mail(random: Random, { surname, given, born }: Person): string {
  const [own, name] = [transliterate(surname.split('-')[0] ?? '').toLowerCase(), transliterate(given).toLowerCase()];
  const year = born.getUTCFullYear();
  const box = random.of([
    `${own}.${name}`,
    `${name.slice(0, 1)}.${own}`,
    `${own}${year}`,
    `${name}_${own}`,
    `${own}${year % 100}`,
  ]);
  return `${box}@${random.of(MAILS)}`;
}

const mod97 = (digits: string): number => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/** IBAN with right check digits: МФО, then the account; 2620 is an account of a person, 2600 of a company, 3xxx of a budget. */
export function iban(random: Random, account: '2620' | '2600' | '2604' | '3142' | '3512'): string {
  const bban = `${random.of(['305299', '322001', '325365', '820172', '899998'])}00000${account}${random.digits(10)}`;
  return `UA${String(98 - mod97(`${bban}301000`)).padStart(2, '0')}${bban}`;
}

/** Sixteen digits with the Luhn sum. */
export function card(random: Random): string {
  const fifteen = `${random.of(['4149', '5168', '5375', '4441', '5363'])}${random.digits(11)}`;
  const total = [...fifteen].reduce((rest, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return rest + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${fifteen}${(10 - (total % 10)) % 10}`;
}

/** УНЗР: date of birth, number, check digit 7-3-1. */
export function unzr(random: Random, { born }: Person): string {
  const twelve = `${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(random.whole(1, 9999)).padStart(4, '0')}`;
  const check = [...twelve].reduce((total, digit, at) => total + Number(digit) * ([7, 3, 1][at % 3] ?? 0), 0) % 10;
  return `${twelve.slice(0, 8)}-${twelve.slice(8)}${check}`;
}

export function passportBook(random: Random): string {
  return `${random.of(['КВ', 'КС', 'МЕ', 'АА', 'ВК', 'СТ', 'ЕЕ', 'НЕ', 'СО', 'ТТ'])}${random.chance(0.5) ? ' ' : ''}${random.digits(6)}`;
}

export const passportCard = (random: Random): string => `00${random.digits(7)}`;
export const foreignPassport = (random: Random): string =>
  `${random.of(['FA', 'FB', 'GA', 'EE', 'ET'])}${random.digits(6)}`;

const SIGNS = 'ABCEHIKMOPTX';
const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

export function plate(random: Random, cyrillic = random.chance(0.4)): string {
  const region = random.of(['AA', 'BC', 'AT', 'AC', 'CE', 'AM', 'KA', 'BO', 'HC', 'AI']);
  const tail = `${random.of([...SIGNS])}${random.of([...SIGNS])}`;
  const text = `${region}${random.chance(0.2) ? ' ' : ''}${String(random.whole(1, 9999)).padStart(4, '0')}${tail}`;
  return cyrillic ? [...text].map((letter) => CYRILLIC[letter] ?? letter).join('') : text;
}

/** Seventeen signs without I, O and Q. */
export function vin(random: Random): string {
  const signs = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
  const makers = ['WVW', 'ZFA', 'VF1', 'WDB', 'TMB', 'JTD', 'Y6D', 'KNA'];
  return `${random.of(makers)}ZZZ${random.of([...'1368'])}${random.of([...'KJHZ'])}${Array.from({ length: 3 }, () => random.of([...signs])).join('')}${random.digits(6)}`;
}

/** КОАТУУ of a settlement: ten digits, some pass the sum of РНОКПП. */
export function oldTerritory(random: Random): string {
  const region = random.of(['05', '18', '21', '26', '32', '46', '56', '61', '68', '73']);
  return `${region}${random.whole(101, 259)}${random.of(['00000', '10100', '80100', '82501', '84403', '55300', '87706', '81203'])}`;
}

/** КАТОТТГ: UA and seventeen digits. */
export const territory = (random: Random): string => `UA${random.of(['46', '26', '18', '71'])}0${random.digits(14)}`;
export const cadastral = (random: Random): string =>
  `${oldTerritory(random)}:${String(random.whole(1, 12)).padStart(2, '0')}:${random.digits(3)}:${String(random.whole(1, 999)).padStart(4, '0')}`;

import { foldName } from '../../../language/folding.ts';
import { FREQUENCY_NAMES, type Frequency, type SheetCells, type SheetKnown } from '../../catalog/index.ts';

/** What a column of a city's own registry tells us; the rest of its columns the system knows by itself or has no place for. */
type Told =
  | 'id'
  | 'title'
  | 'description'
  | 'purpose'
  | 'frequency'
  | 'keywords'
  | 'holder'
  | 'code'
  | 'contact'
  | 'person'
  | 'email'
  | 'phone'
  | 'link'
  | 'planned';

/** Beginnings of headings as cities write them, folded; the first that fits wins. */
const HEADINGS: readonly (readonly [Told, readonly string[]])[] = [
  ['email', ['email', 'e-mail', 'електронна', 'пошта', 'contactpointhasemail', 'адреса електронної']],
  ['phone', ['телефон', 'phone']],
  ['code', ['єдрпоу', 'код єдрпоу', 'edrpou', 'publisheridentifier']],
  [
    'planned',
    [
      'буде оприлюднено',
      'запланована дата',
      'дата оприлюднення (план',
      'план оприлюднення',
      'термін оприлюднення',
      'строк оприлюднення',
    ],
  ],
  ['id', ['id', 'ідентифікатор', 'ідентифікаційний номер', 'identifier', 'номер набору', 'номер']],
  [
    'holder',
    [
      'data holder',
      'розпорядник',
      'назва розпорядника',
      'publishername',
      'publisher',
      'підрозділ',
      'структурний підрозділ',
      'власник',
    ],
  ],
  ['person', ['відповідальна особа', 'відповідальний', 'піб', 'contactpointfn', 'прізвище']],
  ['contact', ['contact', 'контакт', 'засоби зв']],
  ['title', ['name', 'назва', 'найменування', 'title']],
  ['description', ['description', 'опис', 'короткий опис', 'стислий опис', 'зміст']],
  ['purpose', ['підстава', 'призначення', 'purpose']],
  ['frequency', ['update frequency', 'частота', 'періодичність', 'оновлюваність', 'accrualperiodicity']],
  ['keywords', ['ключові', 'keyword']],
  ['link', ['link', 'посилання', 'гіперпосилання', 'landingpage', 'url', 'адреса набору']],
];

/** Which of our columns a heading of theirs fills; null: none. */
export function toldBy(heading: string): Told | null {
  const folded = foldName(heading);
  const fits = (begin: string) => folded === foldName(begin) || folded.startsWith(foldName(begin));
  return HEADINGS.find(([, beginnings]) => beginnings.some(fits))?.[0] ?? null;
}

/** Our headings, in their order; those of passports are of `catalog`. */
const OURS = {
  number: 'Номер',
  unit: 'Розпорядник',
  planned: 'Буде оприлюднено до',
  title: 'Назва',
  description: 'Опис',
  purpose: 'Підстава та призначення збору',
  frequency: 'Періодичність оновлення',
  keywords: 'Ключові слова (через ;)',
  person: 'Відповідальна особа',
  email: 'Пошта відповідальної особи',
  phone: 'Телефон',
  link: 'Де попередні версії',
} as const;
type Ours = keyof typeof OURS;

const EMAIL = /[^\s,;<>()]+@[^\s,;<>()]+\.[^\s,;<>()]+/;
const PHONE = /[+(]?\d[\d\s()-]{5,}\d/;

const FREQUENCIES: readonly (readonly [RegExp, Frequency])[] = [
  [/більш|кілька разів на день|декілька разів/, 'more than once a day'],
  [/щоденн|щодня|раз на день|daily/, 'once a day'],
  [/щотижн|раз на тиждень|weekly/, 'once a week'],
  [/щоквартал|раз на квартал|кожного кварталу|quarter/, 'once a quarter'],
  [/піврок|півріч|раз на пів|half/, 'once a half year'],
  [/щорічн|щорок|раз на рік|раз в рік|щороку|annual|yearly/, 'once a year'],
  [/щомісяч|щомісяц|раз на місяць|раз в місяць|monthly/, 'once a month'],
  [
    /після внесення|у разі змін|у разі потреби|за потреб|при змін|по мірі|у міру|після змін/,
    'immediately after making changes',
  ],
  [/не оновлю|припинено/, 'no longer updated'],
];

/** How often, as people write it, in the words of our passports; what is not understood stays as it was written, and is then told as a fault. */
export function frequencyOfWords(words: string): string {
  const folded = words.toLowerCase().replaceAll(/\s+/g, ' ');
  const found = FREQUENCIES.find(([form]) => form.test(folded))?.[1];
  return found ? FREQUENCY_NAMES[found].uk : words;
}

/** E-mail, telephone and name of one cell of contacts. */
export function partsOfContact(words: string): {
  readonly person: string;
  readonly email: string;
  readonly phone: string;
} {
  const email = EMAIL.exec(words)?.[0] ?? '';
  const phone = PHONE.exec(words.replace(email, ' '))?.[0] ?? '';
  const person = words
    .replace(email, ' ')
    .replace(phone, ' ')
    .replaceAll(/(тел\.?|телефон|e-?mail|пошта)\s*:?/giu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  return { person, email, phone: phone.trim() };
}

type Row = Readonly<Partial<Record<Told, string>>>;

/**
 * A registry a city kept by hand under the headings of our table of passports. A row is of the dataset with its number, else of the one of the same
 * title and holder, else a new one. Where a row of theirs says nothing, what stands with us stays.
 */
export function sheetOfRegistry(cells: SheetCells, known: SheetKnown): SheetCells {
  const places = placesOf(cells.headings);
  const numbers = new Set(known.datasets.map(({ number }) => number));
  const rows = cells.rows
    .map((row) => rowOf(row, places))
    .map((row) => {
      const unit = unitOf(row, known);
      const number = numbers.has(row.id ?? '') ? (row.id ?? '') : sameTitle(row, unit?.id ?? null, known);
      return cellsOf(row, { number, unit: unit?.name ?? row.holder ?? '' }, known);
    });
  return { headings: Object.values(OURS), rows };
}

function placesOf(headings: readonly string[]): ReadonlyMap<Told, number> {
  const places = new Map<Told, number>();
  for (const [at, heading] of headings.entries()) {
    const told = toldBy(heading);
    if (told !== null && !places.has(told)) places.set(told, at);
  }
  return places;
}

function rowOf(row: readonly (string | null)[], places: ReadonlyMap<Told, number>): Row {
  return Object.fromEntries([...places].map(([told, at]) => [told, (row[at] ?? '').trim()]));
}

/** By its code, else by its name, else by a code written in the name's cell. */
function unitOf({ code = '', holder = '' }: Row, { units }: SheetKnown) {
  const written = /\b\d{8}\b/.exec(`${code} ${holder}`)?.[0];
  const name = foldName(holder.replace(/[(,]?\s*(?:код\s*)?(?:єдрпоу\s*:?\s*)?\d{8}\)?/iu, ''));
  return (
    units.find((unit) => foldName(unit.name) === name) ??
    units.find((unit) => written !== undefined && unit.edrpou === written)
  );
}

function sameTitle({ title = '' }: Row, unitId: string | null, { datasets }: SheetKnown): string {
  const same = datasets.filter((one) => foldName(one.title) === foldName(title));
  const own = unitId === null ? same : same.filter((one) => one.unitId === unitId);
  return own.length === 1 ? (own[0]?.number ?? '') : '';
}

function cellsOf(row: Row, found: { number: string; unit: string }, known: SheetKnown): string[] {
  if (Object.values(row).every((cell) => cell === '')) return Object.keys(OURS).map(() => '');
  const contact = partsOfContact(row.contact ?? '');
  const said: Readonly<Record<Ours, string>> = {
    number: found.number,
    unit: found.unit,
    planned: row.planned ?? '',
    title: row.title ?? '',
    description: row.description ?? '',
    purpose: row.purpose ?? '',
    frequency: frequencyOfWords(row.frequency ?? ''),
    keywords: row.keywords ?? '',
    person: row.person || contact.person,
    email: row.email || contact.email,
    phone: row.phone || contact.phone,
    link: row.link ?? '',
  };
  return (Object.keys(OURS) as Ours[]).map((ours) => said[ours] || known.present(found.number, OURS[ours]));
}

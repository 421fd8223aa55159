import { SETTLEMENT_WORDS, STREET_WORDS } from '../address-words.ts';

const STREET = `(?:${STREET_WORDS}|street|st|ave)`;
const STREET_WORD = new RegExp(`(?:^|[ ,(])${STREET}(?:\\.|\\s|,)`, 'iu');
const STREET_FIRST = new RegExp(`^${STREET}(?:\\.|\\s)`, 'iu');
const SETTLEMENT = new RegExp(`^(?:${SETTLEMENT_WORDS})\\.? ?\\p{Lu}[^,]*,.*\\d`, 'u');

/** True for a street with a number, alone or among other parts of an address. */
export function isAddressLike(value: string): boolean {
  return (STREET_WORD.test(`${value} `) && /\d|б\/н/u.test(value)) || SETTLEMENT.test(value) || /^\d{5},/u.test(value);
}

/** True for a name that begins (or ends) with the word of a street and has no house. */
export function isStreetLike(value: string): boolean {
  return (
    (STREET_FIRST.test(`${value} `) || /\s(?:вулиця|провулок|площа|проспект|бульвар)$/iu.test(value)) &&
    !/,? ?(?:буд\.? ?)?\d+[а-яіїє]?$/iu.test(value)
  );
}

const REGIONS =
  'вінницька|волинська|дніпропетровська|донецька|житомирська|закарпатська|запорізька|івано-франківська|київська|кіровоградська|луганська|львівська|миколаївська|одеська|полтавська|рівненська|сумська|тернопільська|харківська|херсонська|хмельницька|черкаська|чернівецька|чернігівська';
const REGION = new RegExp(
  `^(?:(?:${REGIONS})(?: (?:область|обл\\.?))?|.*(?:область|обл\\.)|(?:м\\. ?|місто )?(?:київ|севастополь)|(?:автономна республіка|ар|арк) ?(?:крим)?)$`,
  'iu',
);

/** True for the name of a region (область), with the word or without it. */
export const isRegion = (value: string): boolean => REGION.test(value);

import type { ColumnKind } from '../column.ts';
import { type Counts, namesCode, type TypeDecision } from './decide-type.ts';
import { EDRPOU_HEADER } from './identifier-forms.ts';

/** Share of values that has to be of the kind. */
const NEARLY_ALL = 0.9;
/** Fewer codes than this may pass a checksum by chance. */
const ENOUGH_CODES = 20;

const HEADERS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['latitude', /широт|latitude|^lat$|[ _]lat$|^y$/iu],
  ['longitude', /довгот|longitude|^(?:lon|lng|long)$|[ _](?:lon|lng)$|^x$/iu],
  ['money', /сум[аи]|вартіст|цін[аи]|грн|гривн|бюджет|видатк|доход|тариф|оклад|зарплат|кошт|price|amount|cost/iu],
];
const HEADER_IDENTIFIER =
  /^(?:№|номер|id|uuid|guid|ідентифікатор|identifier|код запису)|(?:^|[ _])(?:id|ідентифікатор)$|№ ?(?:п\/п|з\/п)?$/iu;

/** Column of so many different values that each row has its own. */
export interface KindFacts {
  readonly header: string;
  readonly filled: number;
  readonly distinct: number;
  readonly rows: number;
  readonly decision: TypeDecision;
}

function byValues(count: Counts, asked: number, { header, decision }: KindFacts): ColumnKind | null {
  const nearly = (code: string) => count(code) >= asked * NEARLY_ALL;
  if (nearly('katottg')) return 'katottg';
  const codes = count('edrpou') + count('edrpou-short');
  if (EDRPOU_HEADER.test(header) && codes >= asked / 2) return 'edrpou';
  if (asked >= ENOUGH_CODES && count('edrpou') >= asked * 0.98) return 'edrpou';
  if (/коатуу|koatuu/iu.test(header) && nearly('digits')) return 'koatuu';
  if (nearly('email')) return 'email';
  if (nearly('url')) return 'url';
  const phoneHeader = /телефон|тел\.|phone|(?:^|[ _])тел(?:$|[ _])/iu.test(header);
  if (nearly('phone') && (phoneHeader || count('digits') === 0)) return 'phone';
  if (/індекс|zip|postal|postcode|post_?code/iu.test(header) && nearly('five-digits')) return 'postal-code';
  if (/(?:^|[^\p{L}])(?:рік|року|year)(?:$|[^\p{L}])/iu.test(header) && decision.type === 'integer' && nearly('year'))
    return 'year';
  return null;
}

/** Kinds whose digits are no quantity: the column stays text. */
const TEXT_KINDS: readonly ColumnKind[] = ['edrpou', 'katottg', 'koatuu', 'phone', 'postal-code'];

/** What the values of a column are, by their form and by the header; null where they are just values. */
export function decideKind(count: Counts, facts: KindFacts): ColumnKind | null {
  const asked = facts.filled - facts.decision.noValues;
  if (asked <= 0) return null;
  // text of thousands of characters is nothing else
  if (count('geometry') >= asked / 2) return 'geometry';
  const known = byValues(count, asked, facts);
  if (known !== null) return known;
  const { type } = facts.decision;
  const numeric = type === 'integer' || type === 'decimal';
  if (numeric) {
    // names of programs: «addressLat» is read as «address Lat»
    const words = facts.header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
    for (const [kind, header] of HEADERS)
      if (header.test(words) && (kind === 'money' || type === 'decimal')) return kind;
  }
  if (HEADER_IDENTIFIER.test(facts.header) && facts.distinct >= facts.filled * 0.99 && type !== 'decimal')
    return 'identifier';
  if (type === 'text' && count('digits') >= asked * NEARLY_ALL) return 'code';
  return type === 'text' && namesCode(facts.header) && facts.decision.expected === undefined ? 'code' : null;
}

/** The decision after the kind is known: codes are text whatever their digits look like. */
export function withKind(decision: TypeDecision, kind: ColumnKind | null): TypeDecision {
  if (kind === null || !TEXT_KINDS.includes(kind)) return decision;
  const { expected: _left, ...rest } = decision;
  return { ...rest, type: 'text', notation: { ...decision.notation, form: 'mixed' } };
}

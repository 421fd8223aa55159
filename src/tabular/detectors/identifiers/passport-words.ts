import type { ColumnFacts } from '../../checks/check.ts';
import { words } from '../../kinds/kind.ts';
import { headed, isOfKnownNumbers, personBeside } from '../column-context.ts';

const PASSPORT = words(
  '(?:\\S+ ){0,3}паспорт',
  '(?:\\S+ ){0,3}посвідч\\S+ особу',
  '(?:\\S+ ){0,3}посвідчення особи',
  '(?:\\S+ ){0,3}(?:id|ід|айді) ?карт',
  'passport',
  'id card',
  'document id',
);
const OF_THINGS = words(
  '(?:\\S+ ){0,3}паспорт\\S* (?:\\S+ )?(?:набор|фасад|техн|обєкт|ресурс|бюджет|програм|привязк|будинк|житл|споруд|відход|ліфт|обладн|водн|пам)',
  '(?:\\S+ ){0,3}(?:технічн|енергетичн|містобудівн|санітарн|радіаційн|бюджетн|екологічн|соціальн)\\S*',
);
const OTHER_DOCUMENT = words(
  '(?:\\S+ ){0,3}(?:ліценз|дозв|сертиф|свідоц|водійськ|договор|договір|інвентар|артикул|накладн|номенклат|поліс|диплом|атестат|квитк|квитанц|модель|шифр|марк|знак|авто|рішен|наказ|справ|акт |акта )\\S*',
);

/** Headers of passports for going abroad. */
export const ABROAD = words('(?:\\S+ ){0,3}закордон', '(?:\\S+ ){0,3}для виїзду', 'foreign', 'international');

/** True where the header speaks of a passport of the country or an identity card of a person. */
export function saysPassport(column: ColumnFacts): boolean {
  return headed(column, PASSPORT) && !headed(column, OF_THINGS) && !headed(column, ABROAD);
}

/** True where the header speaks of something that has such numbers and is no passport. */
export function saysOtherDocument(column: ColumnFacts): boolean {
  return headed(column, OTHER_DOCUMENT) || headed(column, OF_THINGS);
}

/** True where a number of letters and digits is most likely one of some other document or thing, unless people are named beside it. */
export function isOtherNumber(column: ColumnFacts, beside: readonly ColumnFacts[]): boolean {
  if (isOfKnownNumbers(column) || saysOtherDocument(column)) return true;
  return column.profile.kind === 'document-number' && !personBeside(column, beside);
}

/** Headers of columns that are asked for numbers without letters. */
export const PASSPORT_HEADER = /паспорт|посвідч|карт|passport|id[ _-]?card|document/iu;

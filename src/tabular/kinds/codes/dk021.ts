import { type Kind, whole, words } from '../kind.ts';

export const dk021Kind: Kind = {
  code: 'dk021',
  title: { uk: 'Код ДК 021', en: 'Procurement code (DK 021)' },
  purpose: { uk: 'Код предмета закупівлі за ДК 021:2015 (CPV)', en: 'Code of goods and services by DK 021:2015 (CPV)' },
  header: words('дк ?021', 'dk ?021', 'cpv', 'код(?:и)? (?:предмета|закупівлі)', 'єдиний закупівельний'),
  is: whole('\\d{8}[-–—]\\d(?:[ ,;:].*)?'),
  form: { uk: 'вісім цифр, дефіс і цифра', en: 'eight digits, a hyphen and a digit' },
  least: 0.4,
  alone: { confidence: 0.95 },
  asText: true,
  format: 'NNNNNNNN-N',
};

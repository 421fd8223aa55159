import { type Kind, whole, words } from '../kind.ts';

export const houseKind: Kind = {
  code: 'house',
  title: { uk: 'Номер будинку', en: 'House number' },
  purpose: { uk: 'Номер будинку', en: 'House number' },
  header: words(
    'буд ',
    'будин(?:ок|ку) ',
    '(?:номер|№) буд',
    '\\S* ?locator designator',
    'house',
    '№ будинку',
    'building number',
  ),
  not: words('рік ', 'площ', 'кількіст', 'стан ', 'назва', 'тип ', 'вид ', 'адрес', 'вулиц', 'код', 'дата'),
  is: whole(
    '\\d{1,4} ?-?[а-яіїєґa-z]?(?: ?[/-] ?\\d{1,4} ?[а-яіїєґa-z]?)?(?:,? ?(?:корп|к)\\.? ?\\d+)?|\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}[-. ]\\p{L}{3}(?:[-. ]\\d{2,4})?',
    'iu',
  ),
  form: { uk: 'номери будинків', en: 'house numbers' },
  asText: true,
  format: 'число та літера',
};

import { type Kind, words } from '../kind.ts';
import { isStreetLike } from '../place-forms.ts';

export const streetKind: Kind = {
  code: 'street',
  title: { uk: 'Вулиця', en: 'Street' },
  purpose: { uk: 'Вулиця, площа, провулок', en: 'Street, square, lane' },
  header: words(
    'вулиц',
    'вул ',
    'street',
    '\\S* ?thoroughfare',
    '\\S* ?post street',
    'назва вулиц',
    'тип і назва вулиц',
    'топонім',
  ),
  not: words('код', 'кількіст', 'довжин', 'street address', '(?:та|і|й|,) (?:номер )?буд', 'id '),
  byHeader: 0.8,
  is: isStreetLike,
  form: { uk: 'назви вулиць', en: 'names of streets' },
  least: 0.3,
  alone: { confidence: 0.86, share: 0.8 },
  types: ['text'],
};

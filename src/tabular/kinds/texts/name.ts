import { type Kind, words } from '../kind.ts';

export const nameKind: Kind = {
  code: 'name',
  title: { uk: 'Назва', en: 'Name' },
  purpose: { uk: 'Назва', en: 'Name' },
  header: words(
    'назв',
    '\\S+ назв[аи] ',
    'найменув',
    'заголов',
    'title',
    '\\S+ title ',
    'name',
    '\\S+ name ',
    'label',
    'pref label',
    'об[єе]кт ',
    'тема ',
  ),
  not: words('код', 'номер'),
  byHeader: 0.62,
  types: ['text'],
};

import { type Kind, whole, words } from '../kind.ts';

export const percentKind: Kind = {
  code: 'percent',
  title: { uk: 'Частка', en: 'Share' },
  purpose: { uk: 'Частка у відсотках', en: 'A share in per cent' },
  header: words(
    'відсот',
    '% ',
    'част(?:ка|ки|ина) ',
    'percent',
    'share ',
    '\\S+ % ',
    'питома вага',
    'рівень ',
    'ставка ',
  ),
  not: words('код', 'номер'),
  byHeader: 0.82,
  is: whole('[-+−–]?\\d+(?:[.,]\\d+)? ?%'),
  form: { uk: 'числа зі знаком %', en: 'numbers with the sign %' },
  alone: { confidence: 0.95, share: 0.8 },
  types: ['integer', 'decimal'],
};

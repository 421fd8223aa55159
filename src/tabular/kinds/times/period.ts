import { type Kind, words } from '../kind.ts';
import { isPeriodForSure, isPeriodLike } from '../period-forms.ts';

export const periodKind: Kind = {
  code: 'period',
  title: { uk: 'Період', en: 'Period' },
  purpose: { uk: 'Проміжок часу', en: 'A period of time' },
  header: words(
    'період',
    'квартал',
    'місяц',
    'інтервал',
    'строк',
    'термін',
    'period',
    'month',
    'quarter',
    'півріч',
    'навчальний рік',
    'сезон',
    'роки ',
  ),
  is: isPeriodLike,
  form: { uk: 'місяці, квартали або проміжки', en: 'months, quarters or intervals' },
  alone: { confidence: 0.9, is: isPeriodForSure },
  not: words('(?:\\S+ )?кіл', 'дата', 'номер', 'сума'),
  types: ['text'],
};

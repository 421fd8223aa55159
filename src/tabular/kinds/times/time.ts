import { type Kind, whole, words } from '../kind.ts';

export const timeKind: Kind = {
  code: 'time',
  title: { uk: 'Час', en: 'Time' },
  purpose: { uk: 'Час доби', en: 'Time of the day' },
  header: words('час ', 'time ', '\\S+ time ', 'початок', 'кінець', 'година'),
  byHeader: 0.97,
  is: whole('(?:[01]?\\d|2[0-3])(?:[:.–-]| ?год\\.? ?)[0-5]\\d(?::\\d{2})?(?: ?хв\\.?)?'),
  form: { uk: 'години з хвилинами', en: 'hours with minutes' },
  least: 0.8,
  types: ['time'],
  byType: 0.9,
  format: 'hh:mm:ss',
};

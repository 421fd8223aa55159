import { type Kind, words } from '../kind.ts';

export const timeKind: Kind = {
  code: 'time',
  title: { uk: 'Час', en: 'Time' },
  purpose: { uk: 'Час доби', en: 'Time of the day' },
  header: words('час ', 'time', 'початок', 'кінець', 'година'),
  byHeader: 0.97,
  types: ['time'],
  byType: 0.9,
  format: 'hh:mm:ss',
};

import { type Kind, words } from '../kind.ts';

export const datetimeKind: Kind = {
  code: 'datetime',
  title: { uk: 'Дата й час', en: 'Date and time' },
  purpose: { uk: 'Дата й час', en: 'Date and time' },
  header: words('дат[аиу]', 'date', 'час ', 'time', 'timestamp', 'created', 'modified'),
  byHeader: 0.97,
  types: ['datetime'],
  byType: 0.9,
  format: 'YYYY-MM-DDThh:mm:ss±hh:mm',
};

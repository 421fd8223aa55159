import { isMomentLike } from '../day-forms.ts';
import { type Kind, words } from '../kind.ts';

export const datetimeKind: Kind = {
  code: 'datetime',
  title: { uk: 'Дата й час', en: 'Date and time' },
  purpose: { uk: 'Дата й час', en: 'Date and time' },
  header: words('дат[аиу]', 'date', 'час ', 'time', 'timestamp', 'created', 'modified'),
  byHeader: 0.97,
  is: isMomentLike,
  form: { uk: 'дні з часом', en: 'days with time' },
  byForm: 0.96,
  alone: { confidence: 0.88, share: 0.8 },
  types: ['datetime'],
  byType: 0.9,
  format: 'YYYY-MM-DDThh:mm:ss±hh:mm',
};

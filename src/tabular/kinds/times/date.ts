import { isDayLike } from '../day-forms.ts';
import { type Kind, words } from '../kind.ts';

export const dateKind: Kind = {
  code: 'date',
  title: { uk: 'Дата', en: 'Date' },
  purpose: { uk: 'Дата', en: 'Date' },
  header: words(
    'дат[аиу]',
    '\\S+ дат[аиу] ',
    'date',
    '\\S+ date ',
    'день ',
    'issued ',
    'valid (?:from|through)',
    'created',
    'modified',
  ),
  byHeader: 0.97,
  is: isDayLike,
  form: { uk: 'дні', en: 'days' },
  byForm: 0.96,
  alone: { confidence: 0.88, share: 0.8 },
  types: ['date'],
  byType: 0.9,
  format: 'YYYY-MM-DD',
};

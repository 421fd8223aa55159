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
  types: ['date'],
  byType: 0.9,
  format: 'YYYY-MM-DD',
};

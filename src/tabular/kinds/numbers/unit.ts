import { type Kind, words } from '../kind.ts';

export const unitKind: Kind = {
  code: 'unit',
  title: { uk: 'Одиниця виміру', en: 'Unit of measure' },
  purpose: { uk: 'Одиниця виміру', en: 'Unit of measure' },
  header: words('одиниц\\S+ вимір', 'од вим', 'од виміру', 'одвим', 'unit (?:name|of|description) ', 'units? '),
  byHeader: 0.8,
  types: ['text'],
};

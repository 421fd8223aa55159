import { type Kind, words } from '../kind.ts';

export const yesNoKind: Kind = {
  code: 'yes-no',
  title: { uk: 'Так чи ні', en: 'Yes or no' },
  purpose: { uk: 'Так чи ні', en: 'Yes or no' },
  header: words('є ', 'чи ', 'наявн', 'is ', 'has '),
  byHeader: 0.95,
  types: ['boolean'],
  byType: 0.9,
};

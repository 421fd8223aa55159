import { type Kind, whole, words } from '../kind.ts';

export const patronymicKind: Kind = {
  code: 'patronymic',
  title: { uk: 'По батькові', en: 'Patronymic' },
  purpose: { uk: 'По батькові', en: 'Patronymic' },
  header: words('по батькові', 'additional name', 'middle name', 'patronym'),
  not: words('прізвищ', 'імя'),
  byHeader: 0.8,
  is: whole('\\p{Lu}\\p{L}+(?:ович|йович|івна|ївна|ич|овна|евна)'),
  form: { uk: 'слова на -ович, -івна', en: 'words in -ович, -івна' },
  alone: { confidence: 0.95, enough: 3, is: whole('\\p{Lu}\\p{L}+(?:ович|йович|івна|ївна)') },
  types: ['text'],
  personal: true,
};

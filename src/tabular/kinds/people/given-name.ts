import { APOSTROPHE_MARKS } from '../../../language/folding.ts';
import { type Kind, whole, words } from '../kind.ts';

export const givenNameKind: Kind = {
  code: 'given-name',
  title: { uk: 'Ім’я', en: 'Given name' },
  purpose: { uk: 'Власне ім’я', en: 'Given name' },
  header: words('(?:власне )?імя ', 'given name', 'first name'),
  not: words('прізвищ', 'по батькові', 'імя (?:файл|та|або|чи|і)'),
  byHeader: 0.8,
  is: whole(`\\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+`),
  form: { uk: 'по одному слову з великої літери', en: 'single words with a capital' },
  types: ['text'],
  personal: true,
};

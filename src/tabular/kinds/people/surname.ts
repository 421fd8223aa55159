import { APOSTROPHE_MARKS } from '../../../language/folding.ts';
import { type Kind, whole, words } from '../kind.ts';

export const surnameKind: Kind = {
  code: 'surname',
  title: { uk: 'Прізвище', en: 'Surname' },
  purpose: { uk: 'Прізвище', en: 'Surname' },
  header: words('прізвище ', 'surname', 'family name', 'last name'),
  not: words('імя', 'ініціал', 'по батькові'),
  byHeader: 0.8,
  is: whole(`\\p{Lu}[\\p{L}${APOSTROPHE_MARKS}-]+`),
  form: { uk: 'по одному слову з великої літери', en: 'single words with a capital' },
  types: ['text'],
  personal: true,
};

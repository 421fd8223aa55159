import { isEdrpouCode, mayBeEdrpou } from '../check-digits.ts';
import { type Kind, words } from '../kind.ts';

export const edrpouKind: Kind = {
  code: 'edrpou',
  title: { uk: 'Код ЄДРПОУ', en: 'EDRPOU code' },
  purpose: {
    uk: 'Код юридичної особи в Єдиному державному реєстрі (ЄДРПОУ)',
    en: 'Code of a legal person in the state register (EDRPOU)',
  },
  header: words(
    '[єе]др?поу',
    '[єе]дрпо',
    'edrpou',
    'yedrpou',
    'код юридичн',
    '\\S+ id ',
    'legal identifier ',
    '\\S+ identifier ',
    'identifier ',
    'id ',
    'ідентифікатор',
  ),
  is: (value) => mayBeEdrpou(value),
  form: {
    uk: 'код із вісьмох цифр, остання узгоджена з іншими',
    en: 'a code of eight digits, the last agreeing with the others',
  },
  alone: { confidence: 0.92, share: 0.97, enough: 20, is: isEdrpouCode },
  asText: true,
  format: '8 цифр',
};

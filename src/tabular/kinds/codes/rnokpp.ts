import { isTaxNumber } from '../check-digits.ts';
import { type Kind, words } from '../kind.ts';

export const rnokppKind: Kind = {
  code: 'rnokpp',
  title: { uk: 'РНОКПП', en: 'Tax number of a person' },
  purpose: {
    uk: 'Реєстраційний номер облікової картки платника податків',
    en: 'Number of a person in the register of taxpayers',
  },
  header: words(
    'рнокпп',
    'іпн ',
    'ідентифікаційний (?:код|номер) (?:фіз|особ|платник)',
    'податковий номер',
    'rnokpp',
    'ipn ',
    'tax number',
  ),
  is: isTaxNumber,
  form: { uk: 'десять цифр, остання узгоджена з іншими', en: 'ten digits, the last agreeing with the others' },
  least: 0.3,
  alone: { confidence: 0.9, share: 0.97, enough: 12 },
  asText: true,
  personal: true,
  closed: true,
  format: '10 цифр',
};

import { isEdrpou, isTaxNumber } from '../../types/identifier-forms.ts';
import { lines } from '../example.ts';
import { ANY_SHAPE, kindCheck, unlessHas } from '../kind-check.ts';

export const wrongRnokpp = kindCheck({
  code: 'wrong-rnokpp',
  title: { uk: 'Помилка в РНОКПП', en: 'Wrong tax number' },
  why: {
    uk: 'Номер з помилкою вказує на іншу людину або ні на кого. У відкритих даних таких номерів не має бути взагалі: це персональні дані.',
    en: 'A wrong number points to another person or to nobody. Open data should hold none at all: they are personal data.',
  },
  example: {
    before: lines('РНОКПП,Сума', '1759013776,1', '2530414071,2', '3652504576,3'),
    after: lines('РНОКПП,Сума', '1759013776,1', '2530414071,2', '3652504575,3'),
  },
  kinds: ['rnokpp'],
  // «РНОКПП / ЄДРПОУ»: the code of a legal person stands there rightly
  faulty: (clean) => unlessHas(clean, `${isTaxNumber(clean)} OR ${isEdrpou(clean)}`),
  digits: ANY_SHAPE,
  say: () => ({
    uk: 'стоїть не РНОКПП: у ньому десять цифр, і остання узгоджена з іншими. Звірте з документами, а перед оприлюдненням стовпець приховайте.',
    en: 'something that is no tax number: it has ten digits, the last agreeing with the others. Compare with the papers, and hide the column before publication.',
  }),
});

import { isIban } from '../../types/identifier-forms.ts';
import { lines } from '../example.ts';
import { ANY_SHAPE, kindCheck, unlessHas } from '../kind-check.ts';

const asWritten = (clean: string) => `translate(upper(replace(${clean}, ' ', '')), 'АУ', 'AU')`;

/** Wrong account number. */
export const wrongIban = kindCheck({
  code: 'wrong-iban',
  title: { uk: 'Помилка в номері рахунку', en: 'Wrong account number' },
  why: {
    uk: 'Гроші на рахунок з помилкою не надійдуть або надійдуть чужим.',
    en: 'Money sent to a wrong account does not come, or comes to somebody else.',
  },
  example: {
    before: lines('Рахунок,Назва', 'UA213223130000026007233566001,а', 'UA903052992990004149123456780,б'),
    after: lines('Рахунок,Назва', 'UA213223130000026007233566001,а', 'UA903052992990004149123456789,б'),
  },
  kinds: ['iban'],
  faulty: (clean) => unlessHas(clean, isIban(asWritten(clean))),
  digits: ANY_SHAPE,
  say: () => ({
    uk: 'номер рахунку не узгоджується зі своїм контрольним числом. Найчастіше це описка в одній цифрі: звірте з документами.',
    en: 'an account number that does not agree with its check number. Usually one digit is mistyped: compare with the papers.',
  }),
});

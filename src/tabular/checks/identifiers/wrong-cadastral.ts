import { lines } from '../example.ts';
import { kindCheck, lacksForm } from '../kind-check.ts';

const PART = '[ .;:_–—-]*';
const ONE = `\\d{10}${PART}\\d{2}${PART}\\d{3}${PART}\\d{4}`;

/** Wrong cadastral number. */
export const wrongCadastral = kindCheck({
  code: 'wrong-cadastral',
  title: { uk: 'Помилка в кадастровому номері', en: 'Wrong cadastral number' },
  why: {
    uk: 'За номером з помилкою ділянку не знайти, або знайдеться чужа.',
    en: 'By a wrong number the plot is not found, or another one is.',
  },
  example: {
    before: lines(
      'Кадастровий номер,Назва',
      '1234567890:12:345:6789,а',
      '8000000000:9:123:0001,б',
      '8000000000:91:123:0002,в',
    ),
    after: lines(
      'Кадастровий номер,Назва',
      '1234567890:12:345:6789,а',
      '8000000000:91:123:0001,б',
      '8000000000:91:123:0002,в',
    ),
  },
  kinds: ['cadastral'],
  faulty: (clean) => lacksForm(clean, `${ONE}(?:[,; ]+${ONE})*`),
  digits: 'blind',
  say: () => ({
    uk: 'стоїть не кадастровий номер: у ньому 10, 2, 3 і 4 цифри через двокрапку. Звірте з витягом.',
    en: 'something that is no cadastral number: it has 10, 2, 3 and 4 digits parted by colons. Compare with the extract.',
  }),
});

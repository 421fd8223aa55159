import { both } from '../../scan/predicate.ts';
import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const FORM = '\\d{10}:\\d{2}:\\d{3}:\\d{4}';
const PART = '[ .;:_–—-]*';
const WRITTEN = `\\d{10}${PART}\\d{2}${PART}\\d{3}${PART}\\d{4}`;

/** Cadastral number written otherwise. */
export const cadastralWritten = kindCheck({
  code: 'cadastral-written',
  title: { uk: 'Кадастровий номер записано інакше', en: 'Cadastral number written otherwise' },
  why: {
    uk: 'За номером з іншими знаками ділянку на кадастровій карті не знайти.',
    en: 'With other signs the plot is not found on the cadastral map.',
  },
  example: {
    before: lines(
      'Кадастровий номер,Назва',
      '1234567890:12:345:6789,а',
      '8000000000-91-123-0001,б',
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
  faulty: (clean) => both(`NOT ${hasForm(clean, FORM)}`, hasForm(clean, WRITTEN)),
  digits: 'blind',
  guard: `^(?:${WRITTEN})$`,
  mend: (clean) =>
    `regexp_replace(${clean}, '^(\\d{10})[^\\d]*(\\d{2})[^\\d]*(\\d{3})[^\\d]*(\\d{4})$', '\\1:\\2:\\3:\\4')`,
  say: () => ({
    uk: 'між частинами кадастрового номера не двокрапка або немає нічого. Запишемо так: 1234567890:12:345:6789.',
    en: 'a cadastral number whose parts are not parted by colons. We can write it as 1234567890:12:345:6789.',
  }),
});

import { lines } from '../example.ts';
import { hasForm, kindCheck } from '../kind-check.ts';

const DAY =
  '\\d{4}-\\d{2}-\\d{2}(?:[ T].*)?|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}[-. ](?i:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)\\p{L}{0,7}\\.?(?:[-. ]\\d{2,4})?';

/** A house number turned into a date. */
export const houseAsDate = kindCheck({
  code: 'house-as-date',
  title: { uk: 'Номер будинку став датою', en: 'A house number turned into a date' },
  why: {
    uk: 'Excel прочитав «2-14» або «12/5» як день: номера будинку у файлі вже немає.',
    en: 'Excel read “2-14” or “12/5” as a day: the house number is not in the file any more.',
  },
  example: {
    before: lines('Вулиця,Номер будинку', 'вул. Волі,12', 'вул. Волі,2014-02-01', 'вул. Волі,7а'),
    after: lines('Вулиця,Номер будинку', 'вул. Волі,12', 'вул. Волі,2-14', 'вул. Волі,7а'),
  },
  kinds: ['house', 'flat'],
  faulty: (clean) => hasForm(clean, DAY),
  digits: 'blind',
  guard: `^(?:${DAY})$`,
  say: () => ({
    uk: 'замість номера будинку стоїть дата. Впишіть номер у файлі, задавши стовпцю формат «Текст».',
    en: 'a date in place of a house number. Type the number in the file, with the column set to “Text”.',
  }),
});

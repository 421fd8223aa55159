import { lines } from '../example.ts';
import { ANY_SHAPE, hasForm, kindCheck, unlessHas } from '../kind-check.ts';

const asWritten = (clean: string) => `translate(upper(replace(${clean}, ' ', '')), 'АУ', 'AU')`;

const REGIONS = '01|05|07|12|14|18|21|23|26|32|35|44|46|48|51|53|56|59|61|63|65|68|71|73|74';
const TWO = '(?:0[1-9]|[1-9]\\d)';
const THREE = '(?:00[1-9]|0[1-9]\\d|[1-9]\\d\\d)';
const LEVELS = `0{10}|${TWO}0{8}|${TWO}${THREE}0{5}|${TWO}${THREE}${THREE}\\d{2}`;
// Київ and Севастополь have districts without a community; two towns of the exclusion zone belong to no district
const CODE = `UA(?:(?:${REGIONS})(?:${LEVELS})|(?:80|85)\\d{10}|3200000\\d{3}00)\\d{5}`;

/** Wrong KATOTTG code. */
export const wrongKatottg = kindCheck({
  code: 'wrong-katottg',
  title: { uk: 'Помилка в коді КАТОТТГ', en: 'Wrong KATOTTG code' },
  why: {
    uk: 'За кодом з помилкою дані не потраплять на карту громади і не поєднаються з іншими наборами.',
    en: 'By a wrong code the data are not found on the map of the community and do not join other datasets.',
  },
  example: {
    before: lines('Код КАТОТТГ,Назва', 'UA71020010000037786,а', 'UA71000010000037786,б', 'UA32060110010087428,в'),
    after: lines('Код КАТОТТГ,Назва', 'UA71020010000037786,а', 'UA71020010000037786,б', 'UA32060110010087428,в'),
  },
  kinds: ['katottg'],
  faulty: (clean) => unlessHas(clean, hasForm(asWritten(clean), CODE)),
  digits: ANY_SHAPE,
  say: () => ({
    uk: 'стоїть не код КАТОТТГ: у ньому UA і 17 цифр, перші дві — область, і нижчого рівня немає без вищого. Візьміть код з Кодифікатора.',
    en: 'something that is no KATOTTG code: it has UA and 17 digits, the first two name a region, and no lower level stands without the upper one. Take the code from the codifier.',
  }),
});

import { dayInWords } from '../../../language/dates.ts';
import type { AppointmentFunction, AppointmentOrder } from '../../accounts/index.ts';

/** What a responsible person is appointed to do, as papers say it. */
export const FUNCTION_WORDS: Readonly<Record<AppointmentFunction, string>> = {
  create: 'підготовка (створення) наборів даних',
  update: 'оновлення наборів даних',
  publish: 'оприлюднення наборів даних',
  access: 'доступ до публічної інформації',
};

/** Clauses for a job description, by what the person does. */
export const JOB_CLAUSES: Readonly<Record<AppointmentFunction, string>> = {
  create:
    'готує набори даних підрозділу до оприлюднення: складає таблиці за встановленою структурою, заповнює паспорт набору, перевіряє, чи немає в них персональних даних та іншої інформації з обмеженим доступом',
  update:
    'оновлює набори даних підрозділу у строки, встановлені паспортами наборів, а за позачергових змін у строк, встановлений положенням громади',
  publish: 'оприлюднює набори даних на порталі відкритих даних громади та відповідає на питання про них',
  access:
    'розглядає звернення щодо наборів даних підрозділу та взаємодіє з відповідальною особою з питань доступу до публічної інформації',
};

/** Clauses of the order beside the appointments themselves. */
export const ORDER_CLAUSES: readonly string[] = [
  'Керівникам підрозділів, підприємств, установ та закладів доповнити посадові інструкції визначених осіб обов’язками щодо роботи з відкритими даними',
  'Визначеним особам упродовж трьох місяців пройти курс з відкритих даних',
  'Про зміну відповідальної особи керівникам повідомляти координатора відкритих даних невідкладно',
];

/** What the order stands on. */
export const ORDER_GROUNDS: readonly string[] = [
  'Закону України «Про доступ до публічної інформації» від 13.01.2011 № 2939-VI',
  'постанови Кабінету Міністрів України від 21.10.2015 № 835',
];

export const ORDER_TITLE = 'Про визначення відповідальних осіб';

/** The words of the notice of appointment on liability: Law 2939-VI, art. 24; Code of administrative offences, art. 212-3. */
export const LIABILITY: readonly string[] = [
  'Відповідальна особа забезпечує повноту, достовірність і своєчасне оновлення наборів даних підрозділу.',
  'За неоприлюднення інформації, яку закон зобов’язує оприлюднити, за недостовірну, неточну чи неповну інформацію та за несвоєчасне її оприлюднення передбачено відповідальність: стаття 24 Закону України «Про доступ до публічної інформації», стаття 212-3 Кодексу України про адміністративні правопорушення.',
  'За продукти, створені іншими на основі відкритих даних, відповідальна особа не відповідає.',
];

/** An order in one line, with the day in words. */
export function orderWords(order: AppointmentOrder | null): string {
  if (order === null) return 'розпорядження готується';
  return `${order.issuer} від ${dayInWords(order.date, 'uk')} № ${order.number}`.trim();
}

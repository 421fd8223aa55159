import type { FieldFault } from '../../../kernel/errors.ts';
import { DATE_SOURCE, dayOfCited, dottedDay, NUMBER_SOURCE, tidyNumber } from '../../../language/citations/index.ts';
import type { AppointmentOrder } from './appointment.ts';

const DATE = new RegExp(DATE_SOURCE, 'iu');
const NUMBER = new RegExp(NUMBER_SOURCE, 'u');

/**
 * An order written in one line, as people quote it: «розпорядження міського голови від 06.11.2025 № 728 «Про …»». The issuer is what stands
 * before the date and the number. Null when date or number is missing or the date is none.
 */
export function parseOrder(line: string): AppointmentOrder | null {
  const text = line.replace(/\s+/g, ' ').trim();
  const written = DATE.exec(text);
  const number = NUMBER.exec(text);
  const date = written && dayOfCited(written[0]);
  if (!date || !number?.[1]) return null;
  const issuer = text
    .slice(0, Math.min(written.index, number.index))
    .replace(/[\s,]*(?:від|from|of)?\s*$/i, '')
    .trim();
  return { number: tidyNumber(number[1]), date, issuer };
}

/** Faults of an order typed in one line; the field is called `order`. An empty line is none: the order is being prepared. */
export function orderFaults(line: string): FieldFault[] {
  if (line.trim() === '' || parseOrder(line) !== null) return [];
  return [
    {
      field: 'order',
      text: {
        uk: 'У рядку немає дати або номера наказу. Запишіть, наприклад: розпорядження міського голови від 06.11.2025 № 728. Якщо наказу ще немає, лишіть порожнім.',
        en: 'The line has no date or no number of the order. Write, for example: order of the mayor of 06.11.2025 № 728. Leave it empty while there is none.',
      },
    },
  ];
}

/** An order as it is quoted in one line, so that it can be changed where it was typed. */
export function orderInWords(order: AppointmentOrder): string {
  return [order.issuer, `від ${dottedDay(order.date)} № ${order.number}`].filter(Boolean).join(' ');
}

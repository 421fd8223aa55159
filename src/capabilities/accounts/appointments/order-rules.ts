import type { FieldFault } from '../../../kernel/errors.ts';
import type { AppointmentOrder } from './appointment.ts';

const MONTHS = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
];

const dayFrom = (year: string, month: number, day: string): string | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
};

/** The first date of a text: «06.11.2025», «06.11.2025 р.», «“26” лютого 2024 року», «2025-11-06»; with what was matched. */
function findDate(text: string): { day: string; matched: string } | null {
  const dotted = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*р(?:оку|\.)?)?/.exec(text);
  const worded = new RegExp(
    `[«"“„]?(\\d{1,2})[»"”“]?\\s+(${MONTHS.join('|')})\\s+(\\d{4})(?:\\s*р(?:оку|\\.)?)?`,
    'i',
  ).exec(text);
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const found = dotted
    ? dayFrom(dotted[3] ?? '', Number(dotted[2]), dotted[1] ?? '')
    : worded
      ? dayFrom(worded[3] ?? '', MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1, worded[1] ?? '')
      : iso && dayFrom(iso[1] ?? '', Number(iso[2]), iso[3] ?? '');
  const matched = (dotted ?? worded ?? iso)?.[0];
  return found && matched ? { day: found, matched } : null;
}

/**
 * An order written in one line, as people quote it: «розпорядження міського голови від 06.11.2025 № 728 «Про …»». The issuer is what stands
 * before the date and the number. Null when date or number is missing or the date is none.
 */
export function parseOrder(line: string): AppointmentOrder | null {
  const text = line.replace(/\s+/g, ' ').trim();
  const date = findDate(text);
  const number = /(?:№|N[o°]?\.?)\s*([\p{L}\d][\p{L}\d/.-]*)/u.exec(text);
  if (!date || !number?.[1]) return null;
  const first = Math.min(text.indexOf(date.matched), number.index);
  const issuer = text
    .slice(0, first)
    .replace(/[\s,]*(?:від|from|of)?\s*$/i, '')
    .trim();
  return { number: number[1].replace(/[.-]+$/, ''), date: date.day, issuer };
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
  const [year, month, day] = order.date.split('-');
  return [order.issuer, `від ${day}.${month}.${year} № ${order.number}`].filter(Boolean).join(' ');
}

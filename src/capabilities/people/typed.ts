import { isDay } from '../../kernel/dates.ts';
import type { FieldFault } from '../../kernel/errors.ts';

/** A line as it is kept: spaces cut off and single. */
export const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A text of several lines as it is kept. */
export const tidyText = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** A fault where a line is empty or too long. */
export function lineFaults(field: string, text: string, most = 300): FieldFault[] {
  if (text !== '' && text.length <= most) return [];
  const words =
    text === ''
      ? { uk: 'Заповніть це поле.', en: 'Fill this field.' }
      : { uk: `Забагато тексту: вміщується ${most} знаків.`, en: `Too much text: ${most} characters fit.` };
  return [{ field, text: words }];
}

/** A fault where a day is not whole. */
export function dayFaults(field: string, day: string): FieldFault[] {
  if (isDay(day)) return [];
  return [{ field, text: { uk: 'Вкажіть день повністю.', en: 'Give the whole day.' } }];
}

/** A fault where an address is not one of the web. */
export function addressFaults(field: string, address: string): FieldFault[] {
  if (address === '' || /^https?:\/\/[^\s/]+\S*$/i.test(address)) return [];
  const text = {
    uk: 'Адреса починається з https:// або http://. Скопіюйте її з рядка браузера.',
    en: 'An address begins with https:// or http://. Copy it from the browser.',
  };
  return [{ field, text }];
}

/** A fault where a number is not whole or not within its bounds; null is fine. */
export function numberFaults(field: string, n: number | null, least: number, most: number): FieldFault[] {
  if (n === null || (Number.isInteger(n) && n >= least && n <= most)) return [];
  return [
    { field, text: { uk: `Напишіть число від ${least} до ${most}.`, en: `Write a number from ${least} to ${most}.` } },
  ];
}

import type { Text } from '../../kernel/text.ts';
import { foldName } from '../../language/folding.ts';
import type { Passport } from './passport.ts';

/** What a cell comes to: a value of the passport, or what is wrong with it. */
export type ReadCell = { readonly value: unknown } | { readonly fault: Text };

const value = (one: unknown): ReadCell => ({ value: one });
const fault = (uk: string, en: string): ReadCell => ({ fault: { uk, en } });

/** A choice by its name in either language, or by its code. */
export function choiceOf(text: string, choices: Readonly<Record<string, Text>>, empty: unknown): ReadCell {
  if (text === '') return value(empty);
  const wanted = foldName(text);
  const found = Object.entries(choices).find(([code, { uk, en }]) =>
    [code, uk, en].some((one) => foldName(one) === wanted),
  );
  if (found) return value(found[0]);
  const names = Object.values(choices);
  return fault(
    `«${text}» немає серед дозволених: ${names.map(({ uk }) => uk).join('; ')}.`,
    `“${text}” is not among the allowed: ${names.map(({ en }) => en).join('; ')}.`,
  );
}

/** Several choices parted by semicolons. */
export function choicesOf(text: string, choices: Readonly<Record<string, Text>>): ReadCell {
  const read = partsOf(text, ';').map((part) => choiceOf(part, choices, null));
  const wrong = read.find((one) => 'fault' in one);
  if (wrong) return wrong;
  return value(read.flatMap((one) => ('value' in one ? [one.value] : [])));
}

/** Parts of a cell without spaces around them, each once, in their order; empty ones are passed over. */
export function partsOf(text: string, sign: string | RegExp): string[] {
  const parts = text.split(sign).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** Lines of parts: «назва | адреса», each line one. */
export function linesOf(text: string, names: readonly string[]): Readonly<Record<string, string>>[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parts = line.split('|').map((part) => part.trim());
      return Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '']));
    });
}

/** A day written 31.12.2026 or 2026-12-31 (a time after it is left out), as ISO 8601; null for ''. */
export function dayOfCell(text: string): ReadCell {
  if (text === '') return value(null);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s.*)?$/.exec(text);
  const iso = dotted
    ? `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`
    : text.replace(/[T\s].*$/, '');
  const parsed = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  if (parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)) return value(iso);
  return fault(`«${text}» не день. Напишіть як 31.12.2026.`, `“${text}” is no day. Write it like 31.12.2026.`);
}

/** «№ 835: розділ / номер», «Місцевий перелік: …», «Власна ініціатива». */
export function groundOfCell(text: string): ReadCell {
  const own = /^(власна ініціатива|own initiative)$/i;
  if (text === '' || own.test(text)) return value({ kind: 'own-initiative' });
  const listed = /^№?\s*835\s*(?:\((.{1,40})\))?\s*:\s*(.+?)\s*\/\s*(\d+)$/.exec(text);
  if (listed) {
    const edition = listed[1] ? { edition: listed[1] } : {};
    return value({ kind: 'resolution-835', section: listed[2], number: Number(listed[3]), ...edition });
  }
  const local = /^(?:місцевий перелік|local list)\s*:\s*(?:№\s*(\d+)\.\s*)?(.+)$/i.exec(text);
  if (local) return value({ kind: 'local-list', item: local[2], ...(local[1] ? { number: Number(local[1]) } : {}) });
  return fault(
    `«${text}» не підстава. Напишіть «№ 835: розділ / номер», «Місцевий перелік: пункт» або «Власна ініціатива».`,
    `“${text}” is no ground. Write “№ 835: section / number”, “Local list: item” or “Own initiative”.`,
  );
}

/** The ground as a cell of the sheet has it: «№ 835 (редакція): розділ / номер», «Місцевий перелік: …». */
export function groundAsCell(ground: Passport['ground'], language: keyof Text): string {
  const words = language === 'uk' ? ['Місцевий перелік', 'Власна ініціатива'] : ['Local list', 'Own initiative'];
  if (ground.kind === 'resolution-835')
    return `№ 835${ground.edition ? ` (${ground.edition})` : ''}: ${ground.section} / ${ground.number}`;
  if (ground.kind === 'own-initiative') return words[1] ?? '';
  return `${words[0]}: ${ground.number === undefined ? '' : `№ ${ground.number}. `}${ground.item}`;
}

/** A day of ISO 8601 as people write it. */
export const dayAsCell = (day: string | null | undefined): string =>
  day ? day.slice(0, 10).split('-').reverse().join('.') : '';

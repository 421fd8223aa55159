import { formatBytes, formatNumber } from '../../language/numbers.ts';
import type { PushOutcome } from './push-file.ts';

/** Exit codes, stable: scheduled tasks live by them. */
export const PUSH_EXIT = {
  published: 0,
  draft: 0,
  unchanged: 0,
  'dry-run': 0,
  refused: 1,
  usage: 2,
  waits: 3,
  'not-finished': 4,
  unreachable: 5,
  stopped: 130,
} as const;

const RESULTS: Readonly<Record<PushOutcome['result'], string>> = {
  published: 'Опубліковано / Published',
  draft: 'Лежить чернеткою / Kept as a draft',
  unchanged: 'Без змін: те саме вже опубліковано / Unchanged: the same is published already',
  waits: 'Чекає людини / Waits for a person',
  refused: 'Не прийнято / Refused',
  'not-finished': 'Ще не закінчено: перегляньте в кабінеті / Not finished yet: see the cabinet',
  'dry-run': 'Лише спроба, нічого не надіслано / A trial, nothing was sent',
};

const MOST_FINDINGS = 10;

/** What a person reads in the log of a scheduled task. */
export function pushReport(outcome: PushOutcome): string {
  const { result, fileName, bytes, rows, version, findings, reason, page } = outcome;
  const size = formatBytes(bytes, 'uk');
  const lines = [
    `${fileName}: ${size}${rows === null ? '' : `, ${formatNumber(rows, 'uk')} рядків / rows`}`,
    ...findings.slice(0, MOST_FINDINGS).map(({ severity, message }) => `  ${severity}: ${message}`),
    ...(findings.length > MOST_FINDINGS ? [`  … ${findings.length - MOST_FINDINGS}`] : []),
    `${RESULTS[result]}${version === null ? '' : ` (версія / version ${version})`}`,
    ...(reason ? [`  ${reason.text} [${reason.code}]`] : []),
    ...(page && result !== 'published' ? [`  ${page}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

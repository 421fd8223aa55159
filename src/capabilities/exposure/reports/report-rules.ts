import type { FieldFault } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import { emailFaults } from '../../accounts/index.ts';
import type { Card } from '../../catalog/index.ts';
import { type NewReport, REPORT_LIMITS, VERDICTS, type Verdict } from './report.ts';

/** Shorter than this nobody can understand what is meant, characters. */
const LEAST_WORDS = 5;

/** Line breaks as `\n`, no control characters, no spaces around. */
function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim();
}

/** Without spaces at the ends; the place in one line. */
export function tidied(asked: NewReport): NewReport {
  return {
    ...asked,
    place: tidy(asked.place).replace(/\s+/g, ' '),
    words: tidy(asked.words),
    email: tidy(asked.email),
  };
}

const tooLong = (field: string, text: string, most: number): FieldFault[] =>
  text.length <= most
    ? []
    : [{ field, text: { uk: `Скоротіть до ${most} знаків.`, en: `Make it at most ${most} characters.` } }];

/** What is wrong with a report, tidied already; fields `words`, `place`, `email`. */
export function reportFaults({ words, place, email }: NewReport): FieldFault[] {
  const short: Text = {
    uk: 'Напишіть у кількох словах, які персональні дані видно.',
    en: 'Write in a few words which personal data can be seen.',
  };
  return [
    ...(words.length < LEAST_WORDS ? [{ field: 'words', text: short }] : tooLong('words', words, REPORT_LIMITS.words)),
    ...tooLong('place', place, REPORT_LIMITS.place),
    ...(email === '' ? [] : emailFaults(email)),
  ];
}

/** What is wrong with an answer; fields `verdict`, `answer`. */
export function answerFaults(verdict: string, answer: string): FieldFault[] {
  const known = VERDICTS.some((one) => one === verdict);
  const empty = { uk: 'Напишіть відповідь.', en: 'Write the answer.' };
  return [
    ...(known
      ? []
      : [{ field: 'verdict', text: { uk: 'Виберіть, що з’ясували.', en: 'Choose what you have found out.' } }]),
    ...(answer === '' ? [{ field: 'answer', text: empty }] : tooLong('answer', answer, REPORT_LIMITS.answer)),
  ];
}

/** A word that is none of the verdicts says that nothing was found. */
export function verdictOf(text: string): Verdict {
  return VERDICTS.find((one) => one === text) ?? 'not-there';
}

/** A published column that was chosen from the list. */
export interface MeantColumn {
  readonly resourceId: string;
  readonly columnName: string;
  readonly title: string;
}

/** The column of the published dataset that was chosen from the list; null where the choice names none of them. */
export function columnMeant(card: Card, chosen: string): MeantColumn | null {
  const [resourceId = '', columnName = ''] = chosen.split('/');
  const resource = card.resources.find(({ id }) => id === resourceId);
  const field = resource?.fields.find(({ name }) => name === columnName);
  return field ? { resourceId, columnName, title: field.title } : null;
}

import type { Letter } from '../../../platform/mail/mail.ts';
import type { Report } from './report.ts';

/** What every letter to a reporter needs. The words of the report never travel by mail. */
export interface ReportLetter {
  readonly report: Report;
  /** Title of the dataset. */
  readonly title: string;
  /** Name of the community. */
  readonly community: string;
}

const body = (...paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`;

/** At once: the address by which the reporter says that it was they. */
export function confirmLetter({ report, title, community }: ReportLetter, link: string): Letter {
  if (report.language === 'en') {
    return {
      to: report.email,
      subject: `Confirm your report on personal data: open data portal, ${community}`,
      body: body(
        'Hello.',
        `Somebody gave this address when reporting personal data in the dataset “${title}”. If it was you, open the address and press the button. The report is being looked into already.`,
        link,
        'If it was not you, do nothing.',
      ),
    };
  }
  return {
    to: report.email,
    subject: `Підтвердіть повідомлення про персональні дані: портал відкритих даних, ${community}`,
    body: body(
      'Вітаємо.',
      `Цю адресу вказали в повідомленні про персональні дані в наборі «${title}». Якщо це зробили ви, відкрийте посилання й натисніть кнопку. Повідомлення вже розглядають.`,
      link,
      'Якщо це не ви, нічого не робіть.',
    ),
  };
}

const VERDICTS_IN_WORDS = {
  uk: {
    mended: 'Ви мали рацію: дані прибрано.',
    lawful: 'Ці дані оприлюднено на законній підставі.',
    'not-there': 'Персональних даних там не знайшли.',
  },
  en: {
    mended: 'You were right: the data have been removed.',
    lawful: 'These data are public on a lawful ground.',
    'not-there': 'No personal data were found there.',
  },
} as const;

/** When it was answered. */
export function answerLetter({ report, title, community }: ReportLetter): Letter {
  const verdict = VERDICTS_IN_WORDS[report.language][report.verdict ?? 'not-there'];
  const english = report.language === 'en';
  return {
    to: report.email,
    subject: english
      ? `On your report on personal data: open data portal, ${community}`
      : `Про ваше повідомлення щодо персональних даних: портал відкритих даних, ${community}`,
    body: body(
      english ? 'Hello.' : 'Вітаємо.',
      english
        ? `Your report on the dataset “${title}” was looked into.`
        : `Ваше повідомлення про набір «${title}» розглянули.`,
      verdict,
      report.answer,
    ),
  };
}

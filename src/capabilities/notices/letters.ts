import type { Language } from '../../kernel/text.ts';
import { plural, pluralEnglish } from '../../language/plural.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { Notice } from './notice.ts';
import { noticeInWords } from './notice-words.ts';

/** What a letter with notices needs. */
export interface NoticeLetter {
  readonly to: string;
  readonly name: string;
  /** Name of the community, as the sender. */
  readonly community: string;
  readonly language: Language;
  /** Scheme and host of the links. */
  readonly origin: string;
  /** Opens the page that stops letters, without signing in. */
  readonly key: string;
  /** The oldest first; one or more. */
  readonly notices: readonly Notice[];
}

/** Address of the page that stops a person's letters. */
function unsubscribeAddress({ origin, language, key }: Pick<NoticeLetter, 'origin' | 'language' | 'key'>): string {
  return `${origin}${language === 'en' ? '/en' : ''}/mail/unsubscribe?key=${key}`;
}

function subjectOf({ notices, language, community }: NoticeLetter): string {
  const [first] = notices;
  if (notices.length === 1 && first) return noticeInWords(first, language).sentence.replace(/[.]$/, '');
  const n = notices.length;
  return language === 'en'
    ? `${n} ${pluralEnglish(n, 'notice', 'notices')}: open data portal, ${community}`
    : `${n} ${plural(n, 'сповіщення', 'сповіщення', 'сповіщень')}: портал відкритих даних, ${community}`;
}

/** A letter with one urgent notice, or all of a day. Each link stands alone on its line, so that mail programs make it clickable. */
export function noticeLetter(facts: NoticeLetter): Letter {
  const { to, name, community, language, origin, notices } = facts;
  const parts = notices.map((notice) => {
    const { sentence, details } = noticeInWords(notice, language);
    const link = `${origin}${language === 'en' ? '/en' : ''}${notice.link}`;
    return [sentence, ...details, link].join('\n');
  });
  const unsubscribe = unsubscribeAddress(facts);
  const greeting = language === 'en' ? `Hello, ${name}.` : `Вітаємо, ${name}.`;
  const signature = language === 'en' ? `Open data portal, ${community}` : `Портал відкритих даних, ${community}`;
  const foot = language === 'en' ? 'To get no more of these letters:' : 'Щоб не отримувати таких листів:';
  const body = `${[greeting, ...parts, signature, `${foot}\n${unsubscribe}`].join('\n\n')}\n`;
  return { to, subject: subjectOf(facts), body, unsubscribe };
}

/** What an administrator gets by the button that tries the mail server. */
export function testLetter(to: string, name: string, community: string, language: Language): Letter {
  return language === 'en'
    ? {
        to,
        subject: `Mail works: open data portal, ${community}`,
        body: `Hello, ${name}.\n\nThis letter was sent by the button “Send a test letter”. Letters of the portal will come from this address.\n`,
      }
    : {
        to,
        subject: `Пошта працює: портал відкритих даних, ${community}`,
        body: `Вітаємо, ${name}.\n\nЦього листа надіслано кнопкою «Надіслати пробний лист». Листи порталу надходитимуть із цієї адреси.\n`,
      };
}

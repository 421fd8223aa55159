import type { Language } from '../../../kernel/text.ts';
import type { Letter } from '../../../platform/mail/mail.ts';

/** What a letter with a one-time link needs. The link stands alone on its line, so that mail programs make it clickable. */
export interface LinkLetter {
  readonly to: string;
  readonly name: string;
  /** Name of the community, as the sender. */
  readonly community: string;
  readonly link: string;
  readonly language: Language;
}

/** For somebody who forgot the password. */
export function resetLetter(facts: LinkLetter): Letter {
  const { to, name, community, link } = facts;
  if (facts.language === 'en') {
    return {
      to,
      subject: `New password: open data portal, ${community}`,
      body: `Hello, ${name}.\n\nTo set a new password, open this link within an hour:\n\n${link}\n\nIt works once. If you did not ask for it, do nothing: your password stays as it is.\n`,
    };
  }
  return {
    to,
    subject: `Новий пароль: портал відкритих даних, ${community}`,
    body: `Вітаємо, ${name}.\n\nЩоб задати новий пароль, відкрийте це посилання протягом години:\n\n${link}\n\nВоно спрацює один раз. Якщо ви цього не просили, нічого не робіть: пароль лишиться старим.\n`,
  };
}

/** For somebody an administrator has just added. @param days how long the link lives */
export function invitationLetter(facts: LinkLetter, days: number): Letter {
  const { to, name, community, link } = facts;
  if (facts.language === 'en') {
    return {
      to,
      subject: `Your access to the open data portal, ${community}`,
      body: `Hello, ${name}.\n\nYou can now work in the open data portal. Sign in with this e-mail address; to set your password, open this link within ${days} days:\n\n${link}\n\nIt works once.\n`,
    };
  }
  return {
    to,
    subject: `Ваш доступ до порталу відкритих даних, ${community}`,
    body: `Вітаємо, ${name}.\n\nДля вас відкрито доступ до порталу відкритих даних. Входьте з цією адресою пошти, а щоб задати пароль, відкрийте посилання протягом ${days} днів:\n\n${link}\n\nВоно спрацює один раз.\n`,
  };
}

/** Address of the page where a one-time link is used. */
export function linkAddress(origin: string, language: Language, token: string): string {
  return `${origin}${language === 'en' ? '/en' : ''}/reset?token=${encodeURIComponent(token)}`;
}

import { type FieldFault, refuseFaults } from '../../kernel/errors.ts';
import { type PersonalDataKind, personalDataIn } from '../../language/personal-data.ts';
import type { Message } from './message.ts';
import { MESSAGE_LIMITS, tidyLine, tidyText } from './message-rules.ts';
import { noConsent } from './refusals.ts';

/** The words all will read; the author's own stay as they were written. */
export interface PublicWords {
  /** Proposals only. */
  readonly subject?: string;
  readonly text: string;
  /** Somebody looked at what seems to be personal data and says it may be shown. */
  readonly confirmed: boolean;
}

const NAMES: Readonly<Record<PersonalDataKind, { readonly uk: string; readonly en: string }>> = {
  email: { uk: 'адресу пошти', en: 'an e-mail address' },
  phone: { uk: 'телефон', en: 'a phone number' },
  'tax-number': { uk: 'податковий номер', en: 'a tax number' },
  'bank-account': { uk: 'рахунок', en: 'a bank account' },
  'bank-card': { uk: 'картку', en: 'a bank card' },
  passport: { uk: 'паспорт', en: 'a passport' },
};

/** What looks like personal data in a text that all will read, as faults of its field. */
export function personalDataFaults(field: string, text: string): FieldFault[] {
  return personalDataIn(text).map(({ kind, value }) => ({
    field,
    text: {
      uk: `«${value}» схоже на ${NAMES[kind].uk}. Приховайте це або позначте, що показати можна.`,
      en: `“${value}” looks like ${NAMES[kind].en}. Hide it, or tick that it may be shown.`,
    },
  }));
}

/**
 * The message as all will see it from now on. Throws `conflict` without the author's consent, `invalid` (fields `publicSubject`,
 * `publicText`) for empty words and for what looks like personal data and nobody has confirmed.
 */
export function shown(message: Message, words: PublicWords, now: Date): Message {
  if (!message.consent) throw noConsent();
  const publicSubject = message.kind === 'proposal' ? tidyLine(words.subject) : '';
  const publicText = tidyText(words.text);
  const main = message.kind === 'proposal' ? publicSubject : publicText;
  const field = message.kind === 'proposal' ? 'publicSubject' : 'publicText';
  const empty = {
    uk: 'Лишіть хоч слово, щоб було зрозуміло, про що йдеться.',
    en: 'Leave a word, so that it is clear what it is about.',
  };
  const long = { uk: 'Скоротіть текст.', en: 'Make the text shorter.' };
  refuseFaults([
    ...(main === '' ? [{ field, text: empty }] : []),
    ...(publicText.length > MESSAGE_LIMITS.text ? [{ field: 'publicText', text: long }] : []),
    ...(publicSubject.length > MESSAGE_LIMITS.subject ? [{ field: 'publicSubject', text: long }] : []),
    ...(words.confirmed
      ? []
      : [...personalDataFaults('publicSubject', publicSubject), ...personalDataFaults('publicText', publicText)]),
  ]);
  return { ...message, publicSubject, publicText, publicAt: message.publicAt ?? now, changedAt: now };
}

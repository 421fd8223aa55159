import { dayInWords } from '../../language/dates.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { Message, MessageState } from './message.ts';

/** What every letter about a message needs. */
export interface MessageLetter {
  readonly message: Message;
  /** Name of the community, as the sender. */
  readonly community: string;
  /** Where to read on; null: nowhere public, and the private address is known to the author alone. */
  readonly link: string | null;
}

const NAMES = {
  uk: { question: 'питання', error: 'повідомлення про помилку', proposal: 'пропозицію' },
  en: { question: 'question', error: 'report of an error', proposal: 'proposal' },
} as const;

const STATES: Readonly<Record<'uk' | 'en', Partial<Record<MessageState, string>>>> = {
  uk: {
    considering: 'Пропозицію розглядаємо.',
    planned: 'Оприлюднення заплановано.',
    published: 'Дані оприлюднено.',
    refused: 'Оприлюднити ці дані не можемо.',
  },
  en: {
    considering: 'We are considering the proposal.',
    planned: 'The publication is planned.',
    published: 'The data are published.',
    refused: 'We cannot publish these data.',
  },
};

/** Paragraphs of a letter, parted by an empty line. */
const body = (...paragraphs: readonly (string | null | false)[]) => `${paragraphs.filter(Boolean).join('\n\n')}\n`;

const greeting = ({ name, language }: Message) =>
  language === 'en' ? (name ? `Hello, ${name}.` : 'Hello.') : name ? `Вітаємо, ${name}.` : 'Вітаємо.';

/** To the author at once: the number and the private address, alone on its line. */
export function receiptLetter({ message, community, link }: MessageLetter): Letter {
  const { email: to, language, number, kind, dueOn } = message;
  const due = dueOn && dayInWords(dueOn, language);
  if (language === 'en') {
    return {
      to,
      subject: `We have your ${NAMES.en[kind]} No. ${number}: open data portal, ${community}`,
      body: body(
        greeting(message),
        `We have received your ${NAMES.en[kind]}. Its number is ${number}.${due ? ` The answer will come by ${due}.` : ''}`,
        'Here you can follow it and add something. Keep the address: only you know it.',
        link,
      ),
    };
  }
  return {
    to,
    subject: `Отримали ваше ${kind === 'proposal' ? 'повідомлення' : NAMES.uk[kind]} № ${number}: портал відкритих даних, ${community}`,
    body: body(
      greeting(message),
      `Ми отримали ваше ${kind === 'proposal' ? 'повідомлення з пропозицією' : NAMES.uk[kind]}. Його номер: ${number}.${due ? ` Відповідь буде до ${due}.` : ''}`,
      'За цією адресою можна стежити за ним і щось додати. Збережіть її: адресу знаєте лише ви.',
      link,
    ),
  };
}

/** To the author when staff answered or decided. The private address is not repeated: nobody but the author knows it. */
export function answerLetter(facts: MessageLetter, text: string, unit: string): Letter {
  const { message, community, link } = facts;
  const { email: to, language, number, kind, state, plannedOn } = message;
  const decided = STATES[language][state] ?? null;
  const planned = state === 'planned' && plannedOn ? dayInWords(plannedOn, language) : null;
  if (language === 'en') {
    return {
      to,
      subject: `Answer to your ${NAMES.en[kind]} No. ${number}: open data portal, ${community}`,
      body: body(
        greeting(message),
        decided,
        planned && `Planned for ${planned}.`,
        text,
        unit,
        link && `On the portal:\n\n${link}`,
        'To add something, open the private address you were given when you wrote to us.',
      ),
    };
  }
  return {
    to,
    subject: `Відповідь на ваше ${kind === 'proposal' ? 'повідомлення' : NAMES.uk[kind]} № ${number}: портал відкритих даних, ${community}`,
    body: body(
      greeting(message),
      decided,
      planned && `Запланований день: ${planned}.`,
      text,
      unit,
      link && `На порталі:\n\n${link}`,
      'Щоб щось додати, відкрийте приватну адресу, яку ви отримали, коли писали нам.',
    ),
  };
}

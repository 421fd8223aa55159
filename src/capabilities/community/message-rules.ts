import { type Day, dayOf } from '../../kernel/dates.ts';
import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';
import { searchTokens } from '../../language/search-tokens.ts';
import { addWorkingDays } from '../../language/working-days.ts';
import { emailFaults } from '../accounts/index.ts';
import type { CommunitySettings } from './community-settings.ts';
import type { Message, MessageKind, MessageState, NewMessage, PublicAnswer } from './message.ts';

/** Characters at most. */
export const MESSAGE_LIMITS = { text: 4000, subject: 250, name: 100, place: 100, reply: 8000 } as const;
/** Shorter than this nobody can understand a question, characters. */
const LEAST_TEXT = 10;
/** More links than this is advertising. */
const MOST_LINKS = 2;

const LINK = /\b(?:https?:\/\/|www\.)/giu;

/** Line breaks as `\n`, no control characters, no spaces around. */
export function tidyText(text: string | undefined): string {
  return (text ?? '')
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim();
}

/** The same in one line. */
export function tidyLine(text: string | undefined): string {
  return tidyText(text).replace(/\s+/g, ' ');
}

function textFaults(field: string, text: string, empty: Text, most: number, least = LEAST_TEXT): FieldFault[] {
  if (text === '') return [{ field, text: empty }];
  if (text.length < least) {
    const short: Text = {
      uk: 'Напишіть трохи докладніше, щоб вас зрозуміли.',
      en: 'Write a little more, so that you are understood.',
    };
    return [{ field, text: short }];
  }
  return tooLong(field, text, most);
}

function tooLong(field: string, text: string, most: number): FieldFault[] {
  if (text.length <= most) return [];
  return [{ field, text: { uk: `Скоротіть до ${most} знаків.`, en: `Make it at most ${most} characters.` } }];
}

function linkFaults(field: string, text: string): FieldFault[] {
  if ((text.match(LINK) ?? []).length <= MOST_LINKS) return [];
  return [
    {
      field,
      text: {
        uk: `Залиште не більше ${MOST_LINKS} посилань: так ми відрізняємо людей від реклами.`,
        en: `Leave at most ${MOST_LINKS} links: this is how we tell people from advertising.`,
      },
    },
  ];
}

/** Faults of what a person sends; fields `subject`, `text`, `name`, `email`, `row`, `column`. Texts tidied already. */
export function newMessageFaults(message: NewMessage): FieldFault[] {
  const { kind, text, subject = '', name = '', email = '', row = '', column = '' } = message;
  const content =
    kind === 'proposal'
      ? [
          ...textFaults(
            'subject',
            subject,
            { uk: 'Напишіть, які дані потрібні.', en: 'Write which data you need.' },
            MESSAGE_LIMITS.subject,
            5,
          ),
          ...tooLong('text', text, MESSAGE_LIMITS.text),
        ]
      : textFaults('text', text, { uk: 'Напишіть своє питання.', en: 'Write your question.' }, MESSAGE_LIMITS.text);
  return [
    ...content,
    ...linkFaults('subject', subject),
    ...linkFaults('text', text),
    ...tooLong('row', row, MESSAGE_LIMITS.place),
    ...tooLong('column', column, MESSAGE_LIMITS.place),
    ...tooLong('name', name, MESSAGE_LIMITS.name),
    ...(email === '' ? [] : emailFaults(email)),
  ];
}

/** Faults of an author's addition; the field is called `text`. */
export function additionFaults(text: string): FieldFault[] {
  const empty: Text = { uk: 'Напишіть, що додати.', en: 'Write what to add.' };
  return [...textFaults('text', text, empty, MESSAGE_LIMITS.text, 2), ...linkFaults('text', text)];
}

/** Faults of what staff write; the field is called as given. */
export function replyFaults(field: string, text: string): FieldFault[] {
  return textFaults(field, text, { uk: 'Напишіть відповідь.', en: 'Write the answer.' }, MESSAGE_LIMITS.reply, 2);
}

/** The state a message of the kind begins in. */
export function firstState(kind: MessageKind): MessageState {
  return kind === 'proposal' ? 'new' : 'waiting';
}

/** The last day to answer (Kyiv), counted in working days from the day after. The community's own promise. */
export function dueDay(kind: MessageKind, now: Date, settings: CommunitySettings): Day {
  return addWorkingDays(dayOf(now), kind === 'proposal' ? settings.proposalDays : settings.answerDays);
}

const SETTLED: ReadonlySet<MessageState> = new Set(['answered', 'published', 'refused', 'closed']);

/** The message moved to a state: what is settled owes nothing; what was settled and is open again is not settled any more. */
export function movedTo(message: Message, state: MessageState, now: Date): Message {
  const settled = SETTLED.has(state);
  return {
    ...message,
    state,
    dueOn: state === 'waiting' || state === 'new' ? message.dueOn : null,
    settledAt: settled ? (message.settledAt ?? now) : null,
    heldFor: [], // somebody has looked at it
    changedAt: now,
  };
}

/** True where more people may still support a proposal. */
export function canBeSupported(message: Pick<Message, 'kind' | 'state'>): boolean {
  return message.kind === 'proposal' && !SETTLED.has(message.state);
}

/** Search words of what all may read. */
export function publicStems(message: Message, answers: readonly Pick<PublicAnswer, 'text'>[]): string[] {
  const texts = [
    message.publicSubject,
    message.publicText,
    message.dataset?.title ?? '',
    ...answers.map((a) => a.text),
  ];
  return [...new Set(searchTokens(texts.join('\n')).map((token) => token.stem))];
}

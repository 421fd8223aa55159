import { type FieldFault, faultyField, refuseFaults } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { communityProfile, findUnit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { receiptLetter } from './letters.ts';
import type { Message, NewMessage, SentMessage } from './message.ts';
import { hashOf, newKey } from './message-key.ts';
import { dueDay, firstState, newMessageFaults, tidyLine, tidyText } from './message-rules.ts';
import { countRepeats, insertMessage } from './message-store.ts';
import { selectSettings, takeMessageNumber } from './settings-store.ts';
import { type HeldReason, heldReasons, textHash } from './spam-rules.ts';
import { subjectOf } from './subject-of-message.ts';

/** What was typed, tidied. */
function tidied(asked: NewMessage): Required<NewMessage> {
  return {
    ...asked,
    row: tidyLine(asked.row),
    column: tidyLine(asked.column),
    subject: asked.kind === 'proposal' ? tidyLine(asked.subject) : '',
    text: tidyText(asked.text),
    name: tidyLine(asked.name),
    email: tidyLine(asked.email),
    unitId: asked.unitId || null,
    tookMs: asked.tookMs ?? null,
  };
}

/** What is wrong with a message, told before it is sent; fields `subject`, `text`, `name`, `email`, `row`, `column`. */
export function messageFaults(asked: NewMessage): FieldFault[] {
  return newMessageFaults(tidied(asked));
}

/** The same words within so long are a repeat, ms. */
const REPEAT = 7 * 24 * 60 * 60_000;

/** Why it is held back as likely spam; mostly nothing. */
async function reasonsFor(ctx: Context, asked: Required<NewMessage>): Promise<HeldReason[]> {
  const since = new Date(ctx.clock.now().getTime() - REPEAT);
  const repeats = await countRepeats(ctx.db, textHash(asked), since);
  return heldReasons(asked, { repeats, tookMs: asked.tookMs });
}

async function draftOf(ctx: Context, asked: Required<NewMessage>): Promise<Message> {
  const now = ctx.clock.now();
  const { kind, dataset } = asked;
  const heldFor = await reasonsFor(ctx, asked);
  return {
    id: newId(now.getTime()),
    number: await takeMessageNumber(ctx.db),
    kind,
    state: firstState(kind),
    unitId: dataset?.unitId ?? asked.unitId,
    dataset: dataset && { id: dataset.id, slug: dataset.slug, title: dataset.title },
    place: { row: asked.row, column: asked.column },
    subject: asked.subject,
    text: asked.text,
    name: asked.name,
    email: asked.email,
    language: asked.language,
    consent: asked.consent,
    publicSubject: '',
    publicText: '',
    publicAt: null,
    errorConfirmed: false,
    plannedOn: null,
    result: null,
    votes: 0,
    heldFor,
    // what is held owes nothing until somebody releases it
    dueOn: heldFor.length > 0 ? null : dueDay(kind, now, await selectSettings(ctx.db)),
    createdAt: now,
    changedAt: now,
    settledAt: null,
  };
}

/** The address only the author knows. */
const privateAddress = ({ language, origin }: NewMessage, number: number, key: string) =>
  `${origin}${language === 'en' ? '/en' : ''}/messages/${number}?key=${key}`;

/**
 * Takes a message from anybody: it gets a number, a term and a private address; a letter goes to the author who gave an e-mail address, and
 * those who answer are told. What looks like spam is held back: nobody is told until somebody releases it. Throws `invalid` with the faulty fields. Asks no permission.
 */
export async function sendMessage(ctx: Context, wanted: NewMessage): Promise<SentMessage> {
  const asked = tidied(wanted);
  refuseFaults(newMessageFaults(asked));
  return transaction(ctx, async (inner) => {
    if (asked.unitId !== null && (await findUnit(inner, asked.unitId)) === null) {
      throw faultyField('unit', { uk: 'Виберіть підрозділ зі списку.', en: 'Choose a unit from the list.' });
    }
    const key = newKey();
    const message = await draftOf(inner, asked);
    await insertMessage(inner.db, message, { keyHash: hashOf(key), textHash: textHash(asked) });
    const held = message.heldFor.length > 0;
    // a robot gives other people's addresses: no letter goes where nobody has looked
    if (message.email !== '' && !held) {
      const community = (await communityProfile(inner))?.name ?? '';
      const link = privateAddress(asked, message.number, key);
      await inner.mail.write(inner.db, receiptLetter({ message, community, link }));
    }
    await record(inner, { deed: 'message.received', subject: subjectOf(message), after: { kind: message.kind, held } });
    const { id: messageId } = message;
    if (!held) await inner.emit(inner.db, { name: 'message-received', messageId, newsId: messageId });
    return { number: message.number, key };
  });
}

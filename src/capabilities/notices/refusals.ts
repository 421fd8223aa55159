import { personId } from '../../kernel/actor.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';

/** The signed-in person's id. Throws `signed-out`. */
export function meOf(ctx: Context): string {
  const id = personId(ctx.actor);
  if (id !== null) return id;
  throw new RequestError('signed-out', 'sign-in-first', {
    uk: 'Спершу увійдіть до кабінету.',
    en: 'Sign in first.',
  });
}

export const noNotice = (): RequestError =>
  new RequestError('not-found', 'no-such-notice', {
    uk: 'Такого сповіщення немає. Можливо, його вже забуто: сповіщення зберігаються 90 днів.',
    en: 'There is no such notice. It may have been forgotten: notices are kept for 90 days.',
  });

export const noSuchKey = (): RequestError =>
  new RequestError('not-found', 'no-such-key', {
    uk: 'Це посилання не підходить. Відкрийте його з листа цілком або вимкніть листи в кабінеті, у «Сповіщеннях».',
    en: 'This link does not fit. Open the whole of it from the letter, or stop letters in the cabinet, under “Notices”.',
  });

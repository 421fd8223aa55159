import { RequestError } from '../../kernel/errors.ts';

/** Said alike of a message that is not there, is not public, or is asked for with a wrong key: nobody learns which. */
export const noMessage = (): RequestError =>
  new RequestError('not-found', 'no-such-message', {
    uk: 'Такого повідомлення немає, або воно не показане на порталі. Якщо воно ваше, відкрийте адресу, яку ви отримали, коли надсилали його.',
    en: 'There is no such message, or it is not shown on the portal. If it is yours, open the address you were given when you sent it.',
  });

export const messageClosed = (): RequestError =>
  new RequestError('conflict', 'message-closed', {
    uk: 'Цю розмову закрито. Напишіть нове повідомлення.',
    en: 'This conversation is closed. Write a new message.',
  });

export const wrongKind = (): RequestError =>
  new RequestError('conflict', 'wrong-kind', {
    uk: 'До цього повідомлення така дія не підходить.',
    en: 'This deed does not fit this message.',
  });

export const noConsent = (): RequestError =>
  new RequestError('conflict', 'no-consent', {
    uk: 'Автор не погодився показувати це повідомлення на порталі. Відповідь отримає лише він.',
    en: 'The author did not agree to show this message on the portal. Only the author gets the answer.',
  });

export const noTask = (): RequestError =>
  new RequestError('not-found', 'no-such-task', {
    uk: 'Відкритого завдання за цим повідомленням немає.',
    en: 'There is no open task of this message.',
  });

export const notHeld = (): RequestError =>
  new RequestError('conflict', 'not-held', {
    uk: 'Це повідомлення не стримане.',
    en: 'This message is not held back.',
  });

import { RequestError } from '../../../kernel/errors.ts';

export const stepOver = (): RequestError =>
  new RequestError('gone', 'step-over', {
    uk: 'Час на другий крок минув. Почніть вхід спочатку.',
    en: 'The time for the second step is over. Begin to sign in again.',
  });

export const passkeyRefused = (): RequestError =>
  new RequestError('invalid', 'passkey-refused', {
    uk: 'Ключ доступу не спрацював. Спробуйте ще раз; якщо не виходить, увійдіть з паролем.',
    en: 'The passkey did not work. Try again; if it does not, sign in with the password.',
  });

export const noSuchPasskey = (): RequestError =>
  new RequestError('not-found', 'no-such-passkey', {
    uk: 'Такого ключа доступу у вас немає. Можливо, його вже вилучено.',
    en: 'You have no such passkey. It may have been removed already.',
  });

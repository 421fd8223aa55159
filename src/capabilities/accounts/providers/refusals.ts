import { RequestError } from '../../../kernel/errors.ts';

/** @param why in English, for those who know: never what the service said of a person */
export const providerRefused = (why: string): RequestError =>
  new RequestError('invalid', 'provider-refused', {
    uk: `Служба входу відповіла не так, як має (${why}). Спробуйте ще раз або увійдіть з паролем; якщо повториться, покажіть це адміністратору.`,
    en: `The sign-in service did not answer as it should (${why}). Try again or sign in with the password; if it happens again, show this to the administrator.`,
  });

export const notKnownHere = (): RequestError =>
  new RequestError('forbidden', 'not-known-here', {
    uk: 'Служба входу вас упізнала, але в кабінеті вас ще немає або ваша адреса пошти інша. Попросіть адміністратора запросити вас, або увійдіть з паролем і приєднайте цю службу на сторінці «Мій запис».',
    en: 'The sign-in service knows you, but you are not in the cabinet yet, or your e-mail address is another one. Ask the administrator to invite you, or sign in with the password and add this service on the page “My account”.',
  });

export const returnOver = (): RequestError =>
  new RequestError('gone', 'return-over', {
    uk: 'Цей вхід уже завершено або його почато в іншому браузері. Почніть спочатку.',
    en: 'This sign-in is over, or was begun in another browser. Begin again.',
  });

export const linkedToAnother = (): RequestError =>
  new RequestError('conflict', 'linked-to-another', {
    uk: 'Цей запис служби входу вже приєднано до іншої людини. Спершу від’єднайте його там.',
    en: 'This account of the sign-in service belongs to another person here. Remove it there first.',
  });

export const noSuchProvider = (): RequestError =>
  new RequestError('not-found', 'no-such-provider', {
    uk: 'Такої служби входу немає. Можливо, її вимкнули.',
    en: 'There is no such sign-in service. It may have been turned off.',
  });

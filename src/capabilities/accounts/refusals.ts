import { faultyField, RequestError } from '../../kernel/errors.ts';

export const signedOut = (): RequestError =>
  new RequestError('signed-out', 'signed-out', {
    uk: 'Спершу увійдіть у кабінет.',
    en: 'Sign in first.',
  });

export const forbidden = (): RequestError =>
  new RequestError('forbidden', 'not-permitted', {
    uk: 'Ця дія не входить до ваших прав. Її може виконати адміністратор, або він може змінити ваші права.',
    en: 'This is not among your rights. An administrator can do it, or change your rights.',
  });

export const noSuchUnit = (): RequestError =>
  new RequestError('not-found', 'no-such-unit', {
    uk: 'Такого підрозділу немає. Можливо, його вилучили.',
    en: 'There is no such unit. It may have been removed.',
  });

export const noSuchPerson = (): RequestError =>
  new RequestError('not-found', 'no-such-person', {
    uk: 'Такої людини в системі немає.',
    en: 'There is no such person in the system.',
  });

export const noSuchAppointment = (): RequestError =>
  new RequestError('not-found', 'no-such-appointment', {
    uk: 'Такого призначення немає, або воно вже завершилося.',
    en: 'There is no such appointment, or it is over.',
  });

export const noSuchAbsence = (): RequestError =>
  new RequestError('not-found', 'no-such-absence', {
    uk: 'Такої відсутності не записано.',
    en: 'No such absence is noted.',
  });

export const alreadySetUp = (): RequestError =>
  new RequestError('conflict', 'already-set-up', {
    uk: 'Портал уже налаштовано. Увійдіть, щоб працювати далі.',
    en: 'The portal has been set up already. Sign in to go on.',
  });

export const notSetUp = (): RequestError =>
  new RequestError('conflict', 'not-set-up', {
    uk: 'Портал ще не налаштовано. Почніть зі сторінки налаштування.',
    en: 'The portal has not been set up yet. Begin with the set-up page.',
  });

export const lastAdministrator = (): RequestError =>
  new RequestError('conflict', 'last-administrator', {
    uk: 'Це єдиний адміністратор, без нього системою ніхто не зможе керувати. Спершу призначте іншого.',
    en: 'This is the only administrator; without one nobody could manage the system. Appoint another first.',
  });

export const wrongPassword = (): RequestError =>
  new RequestError('invalid', 'wrong-password', {
    uk: 'Адреса або пароль не підходять. Перевірте розкладку клавіатури або змініть забутий пароль.',
    en: 'The address or the password does not match. Check the keyboard layout, or change a forgotten password.',
  });

export const switchedOff = (): RequestError =>
  new RequestError('forbidden', 'switched-off', {
    uk: 'Ваш доступ вимкнено. Зверніться до адміністратора порталу.',
    en: 'Your access has been switched off. Ask the administrator of the portal.',
  });

/** @param minutes until trying again makes sense */
export const tooManyTries = (minutes: number): RequestError =>
  new RequestError('busy', 'too-many-tries', {
    uk: `Забагато спроб поспіль. Зачекайте ${minutes} хвилин і спробуйте ще раз.`,
    en: `Too many tries in a row. Wait ${minutes} minutes and try again.`,
  });

export const deadLink = (): RequestError =>
  new RequestError('gone', 'dead-link', {
    uk: 'Це посилання вже використано або його час минув. Замовте нове.',
    en: 'This link has been used already or its time is over. Ask for a new one.',
  });

export const emailTaken = (): RequestError =>
  faultyField('email', {
    uk: 'Людина з такою адресою вже є в системі. Знайдіть її у списку.',
    en: 'A person with this address is in the system already. Find them in the list.',
  });

export const noSuchEntry = (): RequestError =>
  new RequestError('not-found', 'no-such-entry', {
    uk: 'Такого запису в історії немає.',
    en: 'There is no such entry in the history.',
  });

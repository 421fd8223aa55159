import { type FieldFault, RequestError } from '../../kernel/errors.ts';

/** A form whose fields need mending. */
export function badForm(fields: readonly FieldFault[]): RequestError {
  const text = {
    uk: 'Не збережено: виправте позначені поля.',
    en: 'Not saved: mend the marked fields.',
  };
  return new RequestError('invalid', 'form-invalid', text, fields);
}

/** Throws where there are any. */
export function refuseFaults(fields: readonly FieldFault[]): void {
  if (fields.length > 0) throw badForm(fields);
}

/** A course, a training, a material … that is not there. */
export function noSuchThing(): RequestError {
  return new RequestError('not-found', 'people-not-found', {
    uk: 'Такого запису немає. Можливо, його вилучено: поверніться до списку.',
    en: 'There is no such record. It may have been removed: go back to the list.',
  });
}

/** All seats are taken; who signed up before keeps theirs. */
export function noSeats(): RequestError {
  return new RequestError('conflict', 'no-seats', {
    uk: 'Вільних місць більше немає. Напишіть тренеру або оберіть інше навчання.',
    en: 'There are no seats left. Write to the trainer or choose another training.',
  });
}

/** Nobody signs up for what is over or called off. */
export function sessionOver(): RequestError {
  return new RequestError('conflict', 'session-over', {
    uk: 'Запис на це навчання закрито: воно вже було або його скасовано.',
    en: 'This training takes no more people: it is over or was cancelled.',
  });
}

/** What came of a session is told once. */
export function sessionDecided(): RequestError {
  return new RequestError('conflict', 'session-decided', {
    uk: 'Це навчання вже відбулося або його скасовано.',
    en: 'This training was held already, or was called off.',
  });
}

/** A person marks themselves only on the day itself; later the trainer does. */
export function notToday(): RequestError {
  return new RequestError('conflict', 'not-today', {
    uk: 'Позначитися можна лише в день навчання. Якщо ви там були, попросіть тренера позначити вас у списку.',
    en: 'One can mark oneself only on the day of the training. If you were there, ask the trainer to tick you on the list.',
  });
}

/** Somebody else has closed it meanwhile. */
export function decisionClosed(): RequestError {
  return new RequestError('conflict', 'decision-closed', {
    uk: 'Це рішення вже закрито. Оновіть сторінку, щоб побачити, як саме.',
    en: 'This decision is closed already. Load the page again to see how.',
  });
}

/** There is nobody to appoint by a new order. */
export function nothingWaits(): RequestError {
  return new RequestError('conflict', 'nobody-waits', {
    uk: 'Усі відповідальні особи вже мають розпорядження. Призначте нових або замініть когось.',
    en: 'All responsible persons have an order already. Appoint new ones or replace somebody.',
  });
}

/** Nobody is left to be told. */
export function everybodyTold(): RequestError {
  return new RequestError('conflict', 'everybody-told', {
    uk: 'Усім відповідальним особам повідомлення вже надіслано.',
    en: 'All responsible persons have had their notice already.',
  });
}

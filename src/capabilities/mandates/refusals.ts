import { type FieldFault, RequestError } from '../../kernel/errors.ts';

export function noItem(): RequestError {
  return new RequestError('not-found', 'no-such-item', {
    uk: 'Такого пункту немає в чинних переліках. Подивіться в переліку обов’язкових наборів.',
    en: 'There is no such item in the lists in force. Look in the list of required datasets.',
  });
}

export function noMandate(): RequestError {
  return new RequestError('conflict', 'no-mandate', {
    uk: 'Цей пункт цьому підрозділу не призначено. Спершу призначте його.',
    en: 'This item is not assigned to this unit. Assign it first.',
  });
}

export function noUnit(): RequestError {
  return new RequestError('invalid', 'unit-unknown', {
    uk: 'Такого підрозділу немає. Виберіть підрозділ зі списку.',
    en: 'There is no such unit. Choose a unit from the list.',
  });
}

export function nothingChosen(): RequestError {
  return new RequestError('invalid', 'nothing-chosen', {
    uk: 'Нічого не вибрано. Позначте хоча б один рядок.',
    en: 'Nothing is chosen. Tick at least one row.',
  });
}

export function tooManySteps(count: number): RequestError {
  return new RequestError('invalid', 'too-many-at-once', {
    uk: `За один раз можна змінити до 2000 записів, а вибрано ${count}. Зменште вибір.`,
    en: `Up to 2,000 records can be changed at once, ${count} are chosen. Choose fewer.`,
  });
}

export function invalidForm(fields: readonly FieldFault[]): RequestError {
  return new RequestError(
    'invalid',
    'form-invalid',
    { uk: 'У формі бракує даних. Їх названо біля полів.', en: 'The form lacks data; each is named at its field.' },
    fields,
  );
}

export function noDeed(): RequestError {
  return new RequestError('not-found', 'deed-not-found', {
    uk: 'Такої дії немає. Оновіть сторінку.',
    en: 'There is no such deed. Reload the page.',
  });
}

export function undoneAlready(): RequestError {
  return new RequestError('conflict', 'undone-already', {
    uk: 'Цю дію вже скасовано.',
    en: 'This deed has been undone already.',
  });
}

export function tooLateToUndo(days: number): RequestError {
  return new RequestError('conflict', 'too-late-to-undo', {
    uk: `Скасувати дію можна протягом ${days} днів. Змініть записи окремо.`,
    en: `A deed can be undone within ${days} days. Change the records one by one.`,
  });
}

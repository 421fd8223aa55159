import { type FieldFault, RequestError } from '../../kernel/errors.ts';
import { MOST_DATASETS, UNDO_DAYS } from './many-deed.ts';

/** The deed was asked for with no dataset ticked. */
export function nothingChosen(): RequestError {
  return new RequestError('invalid', 'nothing-chosen', {
    uk: 'Не позначено жодного набору. Поставте позначки в першому стовпці й натисніть кнопку ще раз.',
    en: 'No dataset is ticked. Tick some in the first column and press the button again.',
  });
}

/** More datasets were chosen than one deed takes. */
export function tooManyChosen(count: number): RequestError {
  return new RequestError('invalid', 'too-many-chosen', {
    uk: `Вибрано ${count} наборів, а за один раз можна ${MOST_DATASETS}. Звузьте список умовами вгорі.`,
    en: `${count} datasets are chosen, ${MOST_DATASETS} can be taken at once. Narrow the list by the conditions above.`,
  });
}

/** One field of the form is wrong. */
export function faulty(field: string, uk: string, en: string): RequestError {
  const fault: FieldFault = { field, text: { uk, en } };
  return new RequestError('invalid', 'invalid', fault.text, [fault]);
}

export function noDeed(): RequestError {
  return new RequestError('not-found', 'no-such-deed', {
    uk: 'Такої дії немає. Можливо, посилання неповне.',
    en: 'There is no such deed. Perhaps the link is not whole.',
  });
}

/** A deed is undone once. */
export function undoneAlready(): RequestError {
  return new RequestError('conflict', 'undone-already', {
    uk: 'Цю дію вже скасовано.',
    en: 'This deed is undone already.',
  });
}

/** After so long people have built on what was done. */
export function tooLateToUndo(): RequestError {
  return new RequestError('conflict', 'too-late-to-undo', {
    uk: `Скасувати можна протягом ${UNDO_DAYS} днів. Внесіть зміну окремо.`,
    en: `A deed can be undone within ${UNDO_DAYS} days. Make the change by itself.`,
  });
}

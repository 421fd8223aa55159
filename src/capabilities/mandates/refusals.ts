import { type FieldFault, RequestError } from '../../kernel/errors.ts';

/** No edition in force has the item. */
export function noItem(): RequestError {
  return new RequestError('not-found', 'no-such-item', {
    uk: 'Такого пункту немає в чинних переліках. Подивіться в переліку обов’язкових наборів.',
    en: 'There is no such item in the lists in force. Look in the list of required datasets.',
  });
}

/** The item is not assigned to this unit. */
export function noMandate(): RequestError {
  return new RequestError('conflict', 'no-mandate', {
    uk: 'Цей пункт цьому підрозділу не призначено. Спершу призначте його.',
    en: 'This item is not assigned to this unit. Assign it first.',
  });
}

/** The form names a unit that is not there. */
export function noUnit(): RequestError {
  return new RequestError('invalid', 'unit-unknown', {
    uk: 'Такого підрозділу немає. Виберіть підрозділ зі списку.',
    en: 'There is no such unit. Choose a unit from the list.',
  });
}

/** The deed was asked for with no row ticked. */
export function nothingChosen(): RequestError {
  return new RequestError('invalid', 'nothing-chosen', {
    uk: 'Нічого не вибрано. Позначте хоча б один рядок.',
    en: 'Nothing is chosen. Tick at least one row.',
  });
}

/** More rows were chosen than one deed takes. */
export function tooManySteps(count: number): RequestError {
  return new RequestError('invalid', 'too-many-at-once', {
    uk: `За один раз можна змінити до 2000 записів, а вибрано ${count}. Зменште вибір.`,
    en: `Up to 2,000 records can be changed at once, ${count} are chosen. Choose fewer.`,
  });
}

/** Each fault stands at its field. */
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

/** A deed is undone once. */
export function undoneAlready(): RequestError {
  return new RequestError('conflict', 'undone-already', {
    uk: 'Цю дію вже скасовано.',
    en: 'This deed has been undone already.',
  });
}

/** @param days within which a deed can be undone */
export function tooLateToUndo(days: number): RequestError {
  return new RequestError('conflict', 'too-late-to-undo', {
    uk: `Скасувати дію можна протягом ${days} днів. Змініть записи окремо.`,
    en: `A deed can be undone within ${days} days. Change the records one by one.`,
  });
}

const FAULTS: Readonly<Record<string, { readonly uk: string; readonly en: string }>> = {
  section: { uk: 'немає стовпця «Розділ»', en: 'there is no column “Розділ” (section)' },
  number: { uk: 'номер пункту не є цілим числом', en: 'the number of the item is no whole number' },
  name: { uk: 'немає тексту пункту', en: 'the text of the item is missing' },
  frequency: { uk: 'такої частоти немає в довіднику', en: 'there is no such frequency' },
  twice: { uk: 'такий номер у цьому розділі вже є', en: 'this number is in the section already' },
  json: { uk: 'це не JSON описаного вигляду', en: 'this is no JSON of the described form' },
  length: { uk: 'рядків забагато', en: 'there are too many rows' },
  empty: {
    uk: 'немає пунктів для громади: «Усі розпорядники», «Органи місцевого самоврядування» чи «Місцевий перелік»',
    en: 'there are no items of a community: all holders, local government or the local list',
  },
};

/** @param row as a spreadsheet counts; 0: the whole file */
export function badEditionFile(row: number, fault: string): RequestError {
  const what = FAULTS[fault] ?? { uk: fault, en: fault };
  const text =
    row > 0
      ? {
          uk: `Рядок ${row}: ${what.uk}. Виправте у файлі й дайте його ще раз.`,
          en: `Row ${row}: ${what.en}. Mend the file and give it again.`,
        }
      : {
          uk: `У файлі ${what.uk}. Візьміть зразок на цій сторінці.`,
          en: `In the file ${what.en}. Take the sample on this page.`,
        };
  return new RequestError('invalid', 'list-file-invalid', text, [{ field: 'file', text }]);
}

export function noEdition(): RequestError {
  return new RequestError('not-found', 'no-such-edition', {
    uk: 'Такої редакції немає. Подивіться в переліку редакцій.',
    en: 'There is no such edition. Look in the list of editions.',
  });
}

/** Only a draft of a list is changed; what is in force stays as it was adopted. */
export function notDraftEdition(): RequestError {
  return new RequestError('conflict', 'edition-not-draft', {
    uk: 'Цю редакцію вже введено в дію або прибрано. Оновіть сторінку.',
    en: 'This edition is in force already or has been removed. Reload the page.',
  });
}

/** Two editions of a list would have the same mark. */
export function editionThere(): RequestError {
  const text = {
    uk: 'Редакція з такою позначкою вже є. Дайте іншу, наприклад рік і місяць.',
    en: 'There is an edition of that mark already. Give another one, such as the year and month.',
  };
  return new RequestError('conflict', 'edition-exists', text, [{ field: 'code', text }]);
}

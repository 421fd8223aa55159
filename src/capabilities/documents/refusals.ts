import { type FieldFault, RequestError } from '../../kernel/errors.ts';

export function noDocument(): RequestError {
  return new RequestError('not-found', 'document-unknown', {
    uk: 'Такого документа немає. Знайдіть його в переліку документів.',
    en: 'There is no such document. Find it in the list of documents.',
  });
}

export function noForm(): RequestError {
  return new RequestError('not-found', 'form-unknown', {
    uk: 'Такого шаблону немає. Візьміть його з переліку шаблонів.',
    en: 'There is no such template. Take it from the list of templates.',
  });
}

/** The address does not say what the document is to be about. */
export function badParams(): RequestError {
  return new RequestError('invalid', 'document-params', {
    uk: 'Не вдалося зрозуміти, про що має бути документ. Поверніться й оберіть ще раз.',
    en: 'What the document should be about is not understood. Go back and choose again.',
  });
}

/** What is signed is not made anew. */
export function alreadySigned(): RequestError {
  return new RequestError('conflict', 'document-signed', {
    uk: 'Документ уже підписано: його не змінюють. Створіть новий, якщо дані змінилися.',
    en: 'The document is signed already: it is not changed. Make a new one if the data have changed.',
  });
}

/** Faults stand at the fields of the form of files. */
export function badFile(fields: readonly FieldFault[]): RequestError {
  const text = {
    uk: 'Файл не додано: перевірте позначені поля.',
    en: 'The file was not added: look at the marked fields.',
  };
  return new RequestError('invalid', 'form-invalid', text, fields);
}

/** Faults stand at the fields of the form of signing. */
export function badSigning(fields: readonly FieldFault[]): RequestError {
  const text = {
    uk: 'Підпис не записано: перевірте позначені поля.',
    en: 'Signing was not written down: look at the marked fields.',
  };
  return new RequestError('invalid', 'form-invalid', text, fields);
}

/** All four cases are needed, or a document would have gaps. */
export function badWording(): RequestError {
  return new RequestError('invalid', 'form-invalid', {
    uk: 'Напишіть слова і всі чотири відмінки, до 300 знаків кожен.',
    en: 'Write the words and all four cases, up to 300 characters each.',
  });
}

/** A document for anybody that holds what is only for some. `found`: the values, at most a few. */
export function notForPublic(found: readonly string[]): RequestError {
  const list = found.map((value) => `«${value}»`).join(', ');
  return new RequestError('conflict', 'document-private', {
    uk: `Цей документ побачать усі, а в ньому є особисті дані: ${list}. Замініть їх службовими контактами або вилучіть там, де вони записані, і створіть документ ще раз.`,
    en: `Everybody will see this document, and there are personal data in it: ${list}. Put office contacts in their place or remove them where they are written, and make it again.`,
  });
}

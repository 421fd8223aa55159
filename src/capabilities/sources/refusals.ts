import { RequestError } from '../../kernel/errors.ts';

/** The dataset has no such file. */
export function noResource(): RequestError {
  return new RequestError('not-found', 'resource-not-found', {
    uk: 'Такого файлу в наборі немає. Поверніться до набору й оберіть файл.',
    en: 'The dataset has no such file. Go back to the dataset and choose a file.',
  });
}

/** Nothing was set, or it was removed meanwhile. */
export function noSource(): RequestError {
  return new RequestError('not-found', 'source-not-found', {
    uk: 'Джерела ще не задано або його вже прибрано. Задайте його на сторінці набору.',
    en: 'No source is set, or it was removed. Set it on the page of the dataset.',
  });
}

/** An API elsewhere is given as a link; its bytes are not ours. */
export function linkHasNoSource(): RequestError {
  return new RequestError('conflict', 'link-has-no-source', {
    uk: 'Це посилання на чужий API, файлу для нього немає. Щоб забирати дані, додайте до набору таблицю.',
    en: 'This is a link to somebody’s API and has no file. To fetch data, add a table to the dataset.',
  });
}

/** A program cannot answer for what is published. */
export function needsPerson(): RequestError {
  return new RequestError('forbidden', 'source-needs-person', {
    uk: 'Джерело задає людина: дані публікуються від її імені. Увійдіть у кабінет.',
    en: 'A source is set by a person: the data are published in their name. Sign in to the cabinet.',
  });
}

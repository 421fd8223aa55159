import { RequestError } from '../../kernel/errors.ts';

/** Neither a table nor a file has this address. */
export function noSuchFile(): RequestError {
  return new RequestError('not-found', 'no-such-file', {
    uk: 'Такого файлу немає. Знайдіть набір у каталозі: на його сторінці є всі файли.',
    en: 'There is no such file. Find the dataset in the catalog: its page has all the files.',
  });
}

/** The file is being made; too many already read the table as it is. */
export function tooManyStreams(): RequestError {
  return new RequestError('busy', 'download-busy', {
    uk: 'Файл ще готується, а охочих зараз забагато. Спробуйте за хвилину: готовий файл віддаємо всім.',
    en: 'The file is still being made and too many ask for it now. Try again in a minute: the finished file is given to all.',
  });
}

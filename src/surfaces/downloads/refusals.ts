import { RequestError } from '../../kernel/errors.ts';

/** Neither a table nor a file has this address. */
export function noSuchFile(): RequestError {
  return new RequestError('not-found', 'no-such-file', {
    uk: 'Такого файлу немає. Знайдіть набір у каталозі: на його сторінці є всі файли.',
    en: 'There is no such file. Find the dataset in the catalog: its page has all the files.',
  });
}

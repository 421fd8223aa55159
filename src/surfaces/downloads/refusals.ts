import type { Closure } from '../../capabilities/publishing/index.ts';
import { RequestError } from '../../kernel/errors.ts';

/** Neither a table nor a file has this address. */
export function noSuchFile(): RequestError {
  return new RequestError('not-found', 'no-such-file', {
    uk: 'Такого файлу немає. Знайдіть набір у каталозі: на його сторінці є всі файли.',
    en: 'There is no such file. Find the dataset in the catalog: its page has all the files.',
  });
}

/** The dataset's data are closed: why and by which order. */
export function closed(state: 'suspended' | 'withdrawn', closure: Closure | null): RequestError {
  const { reason = '', order = '', reviewOn = null } = closure ?? {};
  if (state === 'withdrawn') {
    return new RequestError('gone', 'dataset-withdrawn', {
      uk: `Набір відкликано: ${reason} Підстава: ${order}.`,
      en: `The dataset is withdrawn: ${reason} Order: ${order}.`,
    });
  }
  return new RequestError('forbidden', 'dataset-suspended', {
    uk: `Доступ до набору призупинено: ${reason} Підстава: ${order}. Рішення переглянуть ${reviewOn ?? ''}.`,
    en: `Access to the dataset is suspended: ${reason} Order: ${order}. The decision will be reviewed on ${reviewOn ?? ''}.`,
  });
}

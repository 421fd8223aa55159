import { type DownloadFormat, formatFacts } from '../../capabilities/tables/index.ts';
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

/** No program for tables opens a workbook of so many cells. */
export function tooLargeForFormat(format: DownloadFormat): RequestError {
  const { name } = formatFacts(format);
  return new RequestError('too-large', 'too-large-for-format', {
    uk: `Таблиця завелика для ${name}: жодна програма її не відкриє. Візьміть CSV або звузьте вибірку фільтром.`,
    en: `The table is too large for ${name}: no program would open it. Take CSV or narrow the rows by a filter.`,
  });
}

/** GeoJSON of a table without coordinates. */
export function noPlaces(): RequestError {
  return new RequestError('not-found', 'no-places', {
    uk: 'У таблиці немає ні геометрії, ні широти й довготи, тому карти як файла немає. Візьміть CSV або JSON.',
    en: 'The table has neither geometry nor latitude and longitude, so there is no map as a file. Take CSV or JSON.',
  });
}

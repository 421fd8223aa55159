import { type FieldFault, RequestError } from '../../../kernel/errors.ts';

/** `invalid`, `decision-incomplete`: each fault by its field. */
export function badDecision(faults: readonly FieldFault[]): RequestError {
  return new RequestError(
    'invalid',
    'decision-incomplete',
    {
      uk: faults.map(({ text }) => text.uk).join(' '),
      en: faults.map(({ text }) => text.en).join(' '),
    },
    faults,
  );
}

/** `not-found`, `no-personal-data-there`: the file has no such column, or nothing was found in it. */
export function noSuchColumn(title: string): RequestError {
  return new RequestError('not-found', 'no-personal-data-there', {
    uk: `У стовпці «${title}» нинішнього файлу персональних даних не знайдено, тож вирішувати нічого. Оновіть сторінку.`,
    en: `No personal data were found in the column “${title}” of the present file, so there is nothing to decide. Reload the page.`,
  });
}

/** `not-found`, `no-such-decision`: undone or replaced meanwhile. */
export function noSuchDecision(): RequestError {
  return new RequestError('not-found', 'no-such-decision', {
    uk: 'Цього рішення вже немає: його скасували або замінили іншим. Оновіть сторінку.',
    en: 'This decision is no more: it was undone or replaced by another. Reload the page.',
  });
}

/** `conflict`, `file-not-read`: no file, or detectors have not seen it yet. */
export function noFileYet(): RequestError {
  return new RequestError('conflict', 'file-not-read', {
    uk: 'Файл ще не перевірено на персональні дані. Зачекайте, поки ми закінчимо, і повторіть.',
    en: 'The file is not checked for personal data yet. Wait until we are done and try again.',
  });
}

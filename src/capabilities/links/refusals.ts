import { type FieldFault, RequestError } from '../../kernel/errors.ts';

/** Unknown, used, revoked or over: a stranger is not told which, the person is told what to do. */
export function deadLink(): RequestError {
  return new RequestError('gone', 'link-dead', {
    uk: 'Це посилання вже використано, скасовано або його строк минув. Попросіть нове в того, хто його надіслав.',
    en: 'This link has been used or revoked, or its term is over. Ask whoever sent it for a new one.',
  });
}

/** Whom the link is for is not told, or only by a part of an address. */
export function badLink(fields: readonly FieldFault[]): RequestError {
  const text = {
    uk: 'Вкажіть, для кого посилання: ім’я, а пошту лише повну.',
    en: 'Say whom the link is for: a name, and an e-mail only if it is whole.',
  };
  return new RequestError('invalid', 'form-invalid', text, fields);
}

/** @param most days */
export function badTerm(most: number): RequestError {
  const text = {
    uk: `Вкажіть, скільки днів діє посилання: ціле число від 1 до ${most}.`,
    en: `Give the days a link lives: a whole number from 1 to ${most}.`,
  };
  return new RequestError('invalid', 'faulty-fields', text, [{ field: 'linkDays', text }]);
}

import { RequestError } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';

export const noSuchOrder = (): RequestError =>
  new RequestError('not-found', 'no-such-order', {
    uk: 'Такого документа немає. Можливо, його чернетку вилучили.',
    en: 'There is no such document. Its draft may have been removed.',
  });

export const noSuchNorm = (): RequestError =>
  new RequestError('not-found', 'no-such-norm', {
    uk: 'Такої норми у списку громади немає. Закони, з якими прийшла система, змінюються разом із нею.',
    en: 'The community’s list has no such norm. Laws that came with the system change together with it.',
  });

export const noSuchPolicy = (): RequestError =>
  new RequestError('not-found', 'no-such-policy', {
    uk: 'Такого тексту або пункту немає.',
    en: 'There is no such text or clause.',
  });

export const noSuchFile = (): RequestError =>
  new RequestError('not-found', 'no-such-file', {
    uk: 'Такого файлу в документа немає.',
    en: 'The document has no such file.',
  });

/** The state does not allow the deed: somebody did it before, or a step was passed over. */
export const wrongState = (text: Text): RequestError => new RequestError('conflict', 'wrong-state', text);

/** The same document is on the list already. @param found its id, told so that the page can lead there */
export const orderIsThere = (line: string): RequestError => {
  const text = {
    uk: `Такий документ уже є у списку: ${line}. Відкрийте його або перевірте номер і дату.`,
    en: `This document is on the list already: ${line}. Open it, or check the number and the date.`,
  };
  return new RequestError('conflict', 'order-is-there', text, [{ field: 'number', text }]);
};

/** An effect whose kind nobody carries out any more. */
export const unknownEffect = (kind: string): RequestError =>
  new RequestError('conflict', 'unknown-effect', {
    uk: `Наслідок «${kind}» ця версія системи не знає. Приберіть його з документа.`,
    en: `This version of the system does not know the effect «${kind}». Take it off the document.`,
  });

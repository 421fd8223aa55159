import { RequestError } from '../../kernel/errors.ts';

const refusal = (
  kind: ConstructorParameters<typeof RequestError>[0],
  code: string,
  field: string | null,
  uk: string,
  en: string,
) => new RequestError(kind, code, { uk, en }, field === null ? [] : [{ field, text: { uk, en } }]);

export const noImport = () =>
  refusal('not-found', 'import-not-found', null, 'Такого перенесення немає.', 'There is no such carrying over.');

export const badQuestion = () =>
  refusal(
    'invalid',
    'bad-question',
    'question',
    'Впишіть ЄДРПОУ (8 цифр), назву розпорядника або адресу його сторінки: https://data.gov.ua/organization/…',
    'Type a ЄДРПОУ (8 digits), the name of the holder, or the address of its page: https://data.gov.ua/organization/…',
  );

export const badPortal = () =>
  refusal(
    'invalid',
    'bad-portal',
    'portal',
    'Це не адреса портала. Впишіть адресу його головної сторінки: https://data.gov.ua',
    'This is no address of a portal. Give the address of its front page: https://data.gov.ua',
  );

export const badWait = () =>
  refusal(
    'invalid',
    'bad-wait',
    'waitMs',
    'Пауза має бути від 0 до 60 секунд, а терпіння від 1 до 600 секунд.',
    'The pause must be from 0 to 60 seconds, and the patience from 1 to 600 seconds.',
  );

export const nothingChosen = () =>
  refusal(
    'invalid',
    'nothing-chosen',
    'items',
    'Позначте хоча б один набір, який перенести.',
    'Tick at least one dataset to carry over.',
  );

export const unitWanted = (holder: string) =>
  refusal(
    'invalid',
    'unit-wanted',
    'units',
    `Оберіть підрозділ для наборів «${holder || 'без назви'}» або створіть його.`,
    `Choose a unit for the datasets of “${holder || 'no name'}”, or create one.`,
  );

export const wrongState = () =>
  refusal(
    'conflict',
    'import-state',
    null,
    'Перенесення вже пішло далі. Подивіться, що з ним зараз.',
    'The carrying over has gone on. See how it stands now.',
  );

export const noDifference = () =>
  refusal(
    'conflict',
    'no-difference',
    null,
    'Цієї відмінності вже немає: хтось вирішив раніше або на порталі знову інакше.',
    'This difference is no more: somebody decided before, or the portal says something else again.',
  );

export const changedSince = () =>
  refusal(
    'conflict',
    'changed-since',
    null,
    'Відтоді це поле змінили, тому повернути не можна. Виправте його в паспорті.',
    'The field was changed since, so this cannot be undone. Change it in the passport.',
  );

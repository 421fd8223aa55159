import type { Text } from '../../kernel/text.ts';
import { type PersonalFault, personalFaults } from '../privacy/index.ts';
import type { DraftResource } from './draft.ts';
import { closedColumns } from './original-rules.ts';
import type { PublicationFault } from './publication.ts';

/** What of the personal data of a table stands between it and the public; titles of columns and no values. A pure decision. */
export function personalDataFaults(part: DraftResource): PublicationFault[] {
  const { resource, reading, decisions } = part;
  if (resource.kind !== 'table' || reading?.state !== 'ready') return [];
  return personalFaults(reading, decisions, closedColumns(part)).map(({ code, columns }) => ({
    step: 'privacy',
    resourceId: resource.id,
    field: code,
    text: words(code, resource.title, columns),
  }));
}

/** A file that is published as it is was looked at by nobody: no program reads it, so a person has to say what is in it. A pure decision. */
export function documentNotStated({ resource, statement }: DraftResource): PublicationFault[] {
  if (resource.kind === 'table' || resource.kind === 'link' || statement !== null) return [];
  const text = {
    uk: `Файл «${resource.title}» публікується як є, тож персональні дані в ньому можуть побачити лише люди. Перегляньте його і скажіть на сторінці «Персональні дані», чи вони там є.`,
    en: `The file “${resource.title}” is published as it is, so only people can see personal data in it. Look at it and say on the page “Personal data” whether there are any.`,
  };
  return [{ step: 'privacy', resourceId: resource.id, field: 'document-not-stated', text }];
}

function words(code: PersonalFault['code'], title: string, columns: readonly string[]): Text {
  const uk = columns.map((one) => `«${one}»`).join(', ');
  const en = columns.map((one) => `“${one}”`).join(', ');
  switch (code) {
    case 'personal-data-not-scanned':
      return {
        uk: `Таблицю «${title}» прочитано ще до того, як з’явилася перевірка персональних даних. Перевіряємо її зараз; зачекайте і спробуйте ще раз.`,
        en: `The table “${title}” was read before there was a check for personal data. It is being checked now; wait and try again.`,
      };
    case 'personal-data-undecided':
      return {
        uk: `У таблиці «${title}» знайдено персональні дані: ${uk}. Вирішіть, що з ними робити.`,
        en: `Personal data were found in the table “${title}”: ${en}. Decide what to do with them.`,
      };
    case 'personal-data-waiting':
      return {
        uk: `Рішення оприлюднити персональні дані (${uk}) чекає на того, хто має право його підтвердити.`,
        en: `The decision to publish personal data (${en}) waits for somebody who may confirm it.`,
      };
    case 'personal-data-still-there':
      return {
        uk: `Після змін персональні дані все ще видно: ${uk}. Оберіть інший спосіб, наприклад прибрати стовпець.`,
        en: `Personal data are still seen after the change: ${en}. Choose another way, e.g. remove the column.`,
      };
    case 'personal-data-not-carried-out':
      return {
        uk: `Таблиця «${title}» ще не перероблена за вашими рішеннями щодо персональних даних. Зачекайте і спробуйте ще раз.`,
        en: `The table “${title}” is not written by your decisions on personal data yet. Wait and try again.`,
      };
    case 'personal-data-column-missing':
      return {
        uk: `У новому файлі немає стовпців, які ви вирішили захистити: ${uk}. Може, вони тепер звуться інакше. Перевірте й скасуйте рішення, яке більше не потрібне.`,
        en: `The new file has no columns that you decided to protect: ${en}. They may have other titles now. Look, and undo the decision that is needed no more.`,
      };
  }
}

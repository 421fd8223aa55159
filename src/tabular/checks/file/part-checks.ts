import type { ReadCheck } from '../read-check.ts';

/** What is said of files that hold several tables, trees and archives. */
export const PART_CHECKS: readonly ReadCheck[] = [
  {
    code: 'other-sheets',
    title: { uk: 'Інші таблиці файлу', en: 'Other tables of the file' },
    why: {
      uk: 'Ресурс — це одна таблиця. Інших таблиць файлу ніхто не побачить, доки їх не взято до набору як окремі ресурси.',
      en: 'A resource is one table. Nobody sees the other tables of the file until they are taken as resources of their own.',
    },
  },
  {
    code: 'part-gone',
    title: { uk: 'Таблиці, якої вже немає у файлі', en: 'A table the file has no more' },
    why: {
      uk: 'З минулого файлу взято кілька таблиць. Якщо однієї з них у новому немає, її дані лишаються старими, а люди думають, що їх оновлено.',
      en: 'Several tables were taken from the file before. Where the new one lacks one of them, its data stay old while people think them renewed.',
    },
  },
  {
    code: 'joined-values',
    title: { uk: 'Кілька значень в одній клітинці', en: 'Several values in one cell' },
    why: {
      uk: 'Список значень записано в одну клітинку: відібрати рядки за одним із них можна лише пошуком частини тексту.',
      en: 'A list of values stands in one cell: rows can be chosen by one of them only by looking for a part of the text.',
    },
    example: {
      before: '<schools><school n="1"><phone>0322</phone><phone>0323</phone></school><school n="2"/></schools>\n',
      after: '<schools><school n="1"><phone>0322</phone></school><school n="2"/></schools>\n',
      fileName: 'data.xml',
    },
  },
  {
    code: 'not-taken',
    title: { uk: 'Файли архіву, які не є таблицями', en: 'Files of the archive that are no tables' },
    why: {
      uk: 'З архіву беруться лише таблиці. Решту файлів люди не отримають, якщо не додати їх окремо.',
      en: 'Only tables are taken from an archive. People do not get its other files unless they are added separately.',
    },
  },
];

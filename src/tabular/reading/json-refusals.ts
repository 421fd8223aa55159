import type { Finding } from '../../kernel/finding.ts';
import { LIMITS, refusal } from './refusals.ts';

/** JSON that is no list of records; `uk` and `en` say what it is. */
function refusedJson(code: string, uk: string, en: string): Finding {
  return refusal(code, {
    uk: `${uk} Таблицею може бути список об’єктів з однаковими полями; цей файл можна додати до набору без змін.`,
    en: `${en} A table can be a list of objects with the same fields; this file can be added to the dataset unchanged.`,
  });
}

/** Why a JSON file that is whole gives no table. */
export const JSON_REFUSALS = {
  'nested-lists': refusedJson(
    'json-nested-lists',
    'У файлі JSON списки вкладені в списки, рядків таблиці серед них не видно.',
    'The JSON file nests lists in lists and shows no rows of a table.',
  ),
  empty: refusedJson('json-empty', 'Список у файлі JSON порожній.', 'The list in the JSON file is empty.'),
  tree: refusedJson(
    'json-tree',
    'Це дерево: записи вкладені один в одного, рядків таблиці немає.',
    'This is a tree: records are nested in each other and make no rows of a table.',
  ),
  'no-list': refusedJson('json-no-list', 'У файлі JSON немає списку записів.', 'The JSON file has no list of records.'),
  topology: refusedJson(
    'json-topology',
    'Це TopoJSON: геометрія зі спільними дугами, а не таблиця. Збережіть її як GeoJSON.',
    'This is TopoJSON: geometry with shared arcs, not a table. Save it as GeoJSON.',
  ),
  'too-deep': refusedJson(
    'json-too-deep',
    `Файл JSON вкладений глибше ніж на ${LIMITS.jsonDepth} рівнів.`,
    `The JSON file is nested deeper than ${LIMITS.jsonDepth} levels.`,
  ),
  'too-long': refusedJson(
    'json-too-long',
    'Один запис у файлі JSON довший за 32 МБ.',
    'One record of the JSON file is longer than 32 MB.',
  ),
} as const;

import type { Text } from '../../../kernel/text.ts';
import type { ColumnKind, ColumnProfile } from '../../column.ts';
import { freeTitle } from '../../shaping/relation.ts';
import type { TableCheck, TableFacts } from '../check.ts';
import { lines } from '../example.ts';

const NUMBERS: ReadonlySet<ColumnKind | null> = new Set([
  'identifier',
  'row-number',
  'code',
  'document-number',
  'uuid',
  'edrpou',
]);
/** Share of different values from which a column may be a number that whole repeated rows have spoilt. */
const NEARLY_ALL = 0.8;
/** Whole rows of wider tables are not compared for this. */
const MOST_COLUMNS = 60;

/** Repeats take the kind of a number from it, so whole numbers without a kind count too. */
const isNumber = ({ kind, type }: ColumnProfile) => NUMBERS.has(kind) || (kind === null && type === 'integer');

/** Title of a column of numbers that would tell rows apart if rows given twice stood once; null where there is none. */
async function spoiltByRepeats({ session, columns, rows, mended }: TableFacts): Promise<string | null> {
  const able = columns.find(
    ({ profile, filled }) =>
      isNumber(profile) && filled === rows && profile.distinct < rows && profile.distinct >= rows * NEARLY_ALL,
  );
  if (able === undefined || columns.length > MOST_COLUMNS) return null;
  const all = columns.map(({ profile }) => profile.index);
  const cells = all.map((index) => `c${index}`).join(', ');
  const [counted] = await session.rows(
    `SELECT count(DISTINCT hash(c${able.profile.index})) AS numbers, count(DISTINCT hash(${cells})) AS kept FROM ${mended(all)}`,
  );
  return Number(counted?.numbers) === Number(counted?.kept) ? able.profile.title : null;
}

function onlyRepeated(title: string): Text {
  return {
    uk: `Стовпець «${title}» впізнавав би кожен рядок, якби рядки, записані двічі, стояли по одному разу. Приберіть повтори («Виправити все» або «Залишити по одному» в зауваженні про них): нового номера тоді не треба.`,
    en: `The column “${title}” would tell every row if rows written twice stood once. Take the repeats out (“Mend all”, or “Keep one of each” in the finding about them): then no new number is needed.`,
  };
}

/** No column tells rows apart: next month's file cannot be compared row by row. */
export const noIdentifier: TableCheck = {
  code: 'no-identifier',
  title: { uk: 'Немає стовпця з номером запису', en: 'No column identifies a row' },
  why: {
    uk: 'Без номера запису не видно, що змінилося з минулого разу: який рядок додано, який виправлено, який зник. На такий рядок не пошлеться й інший набір.',
    en: 'Without a number of the record nobody sees what changed since last time: which row was added, corrected or is gone. Nor can another dataset point to it.',
  },
  example: {
    before: lines('Вулиця,Дерево', 'Миру,Липа', 'Миру,Клен', 'Лісова,Липа', 'Лісова,Липа'),
    after: lines('Номер,Вулиця,Дерево', '1,Миру,Липа', '2,Миру,Клен', '3,Лісова,Липа', '4,Лісова,Липа'),
  },
  shapes: 'shape-number',
  async find(table) {
    const { identifier, rows, columns, headers } = table;
    if (identifier.length > 0 || rows < 2 || columns.length === 0) return [];
    const spoilt = await spoiltByRepeats(table);
    return [
      {
        code: 'no-identifier',
        column: null,
        columnName: null,
        count: 1,
        places: [],
        repairable: false,
        step: { code: 'shape-number', columnTitle: null, parameters: { title: freeTitle(headers, 'Номер') } },
        message: spoilt
          ? onlyRepeated(spoilt)
          : {
              uk: 'У таблиці немає стовпця, за яким можна впізнати кожен рядок: номера, коду чи адреси без повторів. Додайте його, і наступного разу буде видно, які рядки змінилися.',
              en: 'No column tells every row from the others: a number, a code or an address without repeats. Add one, and the next file will show which rows changed.',
            },
      },
    ];
  },
};

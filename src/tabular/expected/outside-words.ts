import type { FindingPlace } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import type { Told } from '../checks/check.ts';
import { values } from '../checks/wording.ts';
import type { ColumnProfile } from '../column.ts';

/** What is said about: the column and where its values come from. */
export interface OutsideSubject {
  readonly profile: Pick<ColumnProfile, 'index' | 'title'>;
  /** Name of the code list or table; null: the structure itself. */
  readonly codeList: string | null;
  /** A codifier of the column's kind: nothing is held back at publication. */
  readonly byKind: boolean;
  /** The values stand in another table. */
  readonly table: boolean;
}

/** Whose values they are, after «немає в». */
function holder({ codeList, table }: OutsideSubject): Text {
  if (codeList === null) return { uk: 'дозволених значеннях структури', en: 'the allowed values of the structure' };
  return table
    ? { uk: `таблиці «${codeList}»`, en: `the table “${codeList}”` }
    : { uk: `довіднику «${codeList}»`, en: `the code list “${codeList}”` };
}

function finding(
  code: Told['code'],
  about: OutsideSubject,
  count: number,
  rest: { repairable: boolean; message: Text; places: readonly FindingPlace[] },
): Told {
  const { index, title } = about.profile;
  return { code, column: index, columnName: title, count, ...rest };
}

/** «Тернопіль» for «тернопіль»: the first change, as an example. */
function example(places: readonly FindingPlace[]): string {
  const [first] = places;
  return first?.repaired ? ` («${first.value}» → «${first.repaired}»)` : '';
}

/** Written otherwise, or in words instead of the code: mended without asking. */
export function spelledFinding(about: OutsideSubject, count: number, places: readonly FindingPlace[]): Told {
  const n = values(count);
  const where = holder(about);
  const { title } = about.profile;
  return finding('value-spelling', about, count, {
    repairable: true,
    places,
    message: {
      uk: `У стовпці «${title}» ${n.uk} записано інакше, ніж у ${where.uk}${example(places)}: великі й малі літери, пробіли, апострофи або назва замість коду. Запишемо так само.`,
      en: `In “${title}”, ${n.en} ${count === 1 ? 'is' : 'are'} written otherwise than in ${where.en}${example(places)}: letter case, spaces, apostrophes, or the name instead of the code. We can write them the same way.`,
    },
  });
}

/** One or two letters away from a known value: a person says whether it was meant. */
export function nearFinding(about: OutsideSubject, count: number, places: readonly FindingPlace[]): Told {
  const n = values(count);
  const where = holder(about);
  const { title } = about.profile;
  return finding('value-near', about, count, {
    repairable: false,
    places,
    message: {
      uk: `У стовпці «${title}» ${n.uk} немає в ${where.uk}, але є дуже схожі${example(places)}. Перегляньте заміни й прийміть їх або виправте у файлі.`,
      en: `In “${title}”, ${n.en} ${count === 1 ? 'is' : 'are'} not in ${where.en}, but there are very similar ones${example(places)}. Look at the replacements and take them, or mend the file.`,
    },
  });
}

/** Not known and like nothing known. */
export function outsideFinding(about: OutsideSubject, count: number, places: readonly FindingPlace[]): Told {
  return finding('value-outside', about, count, {
    repairable: false,
    places,
    message: outsideWords(about, count),
  });
}

function outsideWords({ profile: { title }, codeList, byKind, table }: OutsideSubject, count: number): Text {
  if (codeList === null)
    return {
      uk: `У стовпці «${title}» значень, яких немає серед дозволених у структурі набору: ${count}. Виправте їх у файлі або допишіть до дозволених: інакше набір не опублікується.`,
      en: `Values of the column “${title}” that the structure of the dataset does not allow: ${count}. Mend them in the file or add them to the allowed ones: otherwise the dataset will not be published.`,
    };
  if (table)
    return {
      uk: `У стовпці «${title}» значень, яких немає в таблиці «${codeList}»: ${count}. За ними не знайти рядка в тій таблиці. Виправте їх або оновіть ту таблицю.`,
      en: `Values of the column “${title}” that the table “${codeList}” does not have: ${count}. No row of that table can be found by them. Mend them or update that table.`,
    };
  if (byKind)
    return {
      uk: `У стовпці «${title}» кодів, яких немає в кодифікаторі «${codeList}»: ${count}. Форма коду правильна, але такого коду не існує: звірте його з джерелом.`,
      en: `Codes of the column “${title}” that the codifier “${codeList}” does not have: ${count}. The form is right but there is no such code: compare it with the source.`,
    };
  return {
    uk: `У стовпці «${title}» значень поза довідником «${codeList}»: ${count}. Виправте їх у файлі або додайте коди до довідника: інакше набір не опублікується.`,
    en: `Values of the column “${title}” outside the code list “${codeList}”: ${count}. Mend them in the file or add the codes to the list: otherwise the dataset will not be published.`,
  };
}

import type { Text } from '../../kernel/text.ts';
import type { StructureField } from '../catalog/index.ts';
import { pairColumns } from '../tables/index.ts';

/** What happened to a field of a structure. */
export type FieldChangeKind =
  | 'added'
  | 'added-closed'
  | 'removed'
  | 'closed'
  | 'renamed'
  | 'type'
  | 'required'
  | 'identifier'
  | 'format'
  | 'unit'
  | 'values'
  | 'meaning';

/**
 * One difference of a structure. Breaking: a program or a table of somebody that worked with the earlier version may stop working, or go on and be
 * wrong.
 */
export interface StructureChange {
  readonly kind: FieldChangeKind | 'table-added' | 'table-removed' | 'place' | 'decimal-sign';
  /** Title of the field, or of the table. */
  readonly title: string;
  /** As it was and is, in words; '' where there was or is nothing. */
  readonly before: Text;
  readonly after: Text;
  readonly breaking: boolean;
  /** Why it is breaking or not. */
  readonly why: Text;
}

/**
 * Every difference of two structures, in the newer one's order, what was removed last; a pure decision. Only what is open to anybody counts: a
 * field that is closed now is gone for its users.
 */
export function structureChanges(
  older: readonly StructureField[],
  newer: readonly StructureField[],
): StructureChange[] {
  const open = (field: StructureField) => field.sensitivity === 'open';
  const was = older.filter(open);
  const pairs = pairColumns(was, newer, (field) => field.sourceColumn);
  const before = new Map(pairs.map((pair) => [pair.newer, pair.older]));
  const kept = new Set(before.values());
  const told = newer.flatMap((field) => {
    const earlier = before.get(field);
    if (!earlier) return [open(field) ? added(field) : addedClosed(field)];
    return open(field) ? fieldChanges(earlier, field) : [closed(field)];
  });
  return [...told, ...was.filter((field) => !kept.has(field)).map(removed)];
}

function fieldChanges(older: StructureField, newer: StructureField): StructureChange[] {
  return FIELD_RULES.flatMap((rule) => rule(older, newer) ?? []);
}

type Rule = (older: StructureField, newer: StructureField) => StructureChange | null;

const NOTHING: Text = { uk: '', en: '' };
const same = (text: string): Text => ({ uk: text, en: text });

function added({ title, name }: StructureField): StructureChange {
  return {
    ...{ kind: 'added', title, before: NOTHING, after: same(name), breaking: false },
    why: { uk: 'Новий стовпець нікому не заважає.', en: 'A new column is in nobody’s way.' },
  };
}

function addedClosed({ title, name }: StructureField): StructureChange {
  return {
    ...{ kind: 'added-closed', title, before: NOTHING, after: same(name), breaking: false },
    why: {
      uk: 'Стовпець закритий: на порталі його не буде.',
      en: 'The column is closed: the portal will not have it.',
    },
  };
}

function removed({ title, name }: StructureField): StructureChange {
  return {
    ...{ kind: 'removed', title, before: same(name), after: NOTHING, breaking: true },
    why: {
      uk: 'Хто користувався цим стовпцем, більше його не знайде.',
      en: 'Whoever used this column will find it no more.',
    },
  };
}

function closed({ title, name }: StructureField): StructureChange {
  return {
    ...{ kind: 'closed', title, before: same(name), after: NOTHING, breaking: true },
    why: {
      uk: 'Стовпець закривають: для користувачів він зникне.',
      en: 'The column is being closed: for users it disappears.',
    },
  };
}

const FIELD_RULES: readonly Rule[] = [
  (older, newer) =>
    older.name === newer.name
      ? null
      : {
          ...{ kind: 'renamed', title: newer.title, before: same(older.name), after: same(newer.name), breaking: true },
          why: {
            uk: 'Програми шукають стовпець за назвою для програм, а вона змінилась.',
            en: 'Programs look for the column by its machine name, and that has changed.',
          },
        },
  typeChange,
  (older, newer) => {
    if (older.required === newer.required) return null;
    return {
      ...{ kind: 'required', title: newer.title, before: needWords(older), after: needWords(newer) },
      breaking: older.required,
      why: older.required
        ? {
            uk: 'Значення тепер може не бути, а програми могли на нього розраховувати.',
            en: 'The value may now be missing, and programs may have counted on it.',
          }
        : {
            uk: 'Значення тепер є завжди, це нікому не заважає.',
            en: 'The value is now always there, which is in nobody’s way.',
          },
    };
  },
  (older, newer) => {
    if (older.identifier === newer.identifier) return null;
    return {
      ...{ kind: 'identifier', title: newer.title, before: keyWords(older), after: keyWords(newer), breaking: true },
      why: {
        uk: 'Рядки впізнавали за іншими стовпцями: звірити їх з раніше завантаженими тепер треба інакше.',
        en: 'Rows were told apart by other columns: matching them with those downloaded before works otherwise now.',
      },
    };
  },
  (older, newer) => wordChange('format', older, newer, true, FORMAT_WHY),
  (older, newer) => wordChange('unit', older, newer, true, UNIT_WHY),
  valuesChange,
  (older, newer) => {
    const [from, to] = [meaningOf(older), meaningOf(newer)];
    if (from === to) return null;
    return {
      ...{ kind: 'meaning', title: newer.title, before: same(from), after: same(to), breaking: false },
      why: { uk: 'Змінився опис, самі значення ті самі.', en: 'The description has changed, the values are the same.' },
    };
  },
];

const FORMAT_WHY: Text = {
  uk: 'Значення записано інакше, ніж програми їх читають.',
  en: 'Values are written otherwise than programs read them.',
};
const UNIT_WHY: Text = {
  uk: 'Те саме число тепер означає інше.',
  en: 'The same number now means something else.',
};

/** Every integer is a decimal number, so a program that read decimals reads integers too; all other changes of type are read otherwise. */
function typeChange(older: StructureField, newer: StructureField): StructureChange | null {
  if (older.type === newer.type) return null;
  const narrower = older.type === 'decimal' && newer.type === 'integer';
  return {
    ...{ kind: 'type', title: newer.title, before: TYPE_NAMES[older.type], after: TYPE_NAMES[newer.type] },
    breaking: !narrower,
    why: narrower
      ? {
          uk: 'Ціле число читає кожна програма, яка читала дробові.',
          en: 'A whole number is read by every program that read fractions.',
        }
      : {
          uk: 'Програми читали ці значення як інший тип і можуть зупинитись на нових.',
          en: 'Programs read these values as another type and may stop at the new ones.',
        },
  };
}

/** Codes of another list mean something else; a list that only grows or shrinks keeps the meaning of each value. */
function valuesChange(older: StructureField, newer: StructureField): StructureChange | null {
  const told = ({ allowed, codeList }: StructureField) =>
    JSON.stringify([codeList ?? null, [...(allowed ?? [])].sort()]);
  if (told(older) === told(newer)) return null;
  const other = older.codeList !== undefined && newer.codeList !== undefined && older.codeList !== newer.codeList;
  return {
    ...{ kind: 'values', title: newer.title, before: valueWords(older), after: valueWords(newer), breaking: other },
    why: other
      ? {
          uk: 'Ті самі коди в іншому довіднику можуть означати інше.',
          en: 'The same codes of another code list may mean something else.',
        }
      : {
          uk: 'Змінився перелік можливих значень, кожне з них означає те саме.',
          en: 'The list of possible values has changed, each of them means the same.',
        },
  };
}

function valueWords({ allowed, codeList }: StructureField): Text {
  if (codeList !== undefined) return { uk: 'значення з довідника', en: 'values of a code list' };
  return allowed?.length ? same(allowed.join(', ')) : { uk: 'будь-які значення', en: 'any values' };
}

const TYPE_NAMES: Readonly<Record<StructureField['type'], Text>> = {
  integer: { uk: 'ціле число', en: 'whole number' },
  decimal: { uk: 'дробове число', en: 'decimal number' },
  boolean: { uk: 'так або ні', en: 'yes or no' },
  date: { uk: 'дата', en: 'date' },
  datetime: { uk: 'дата й час', en: 'date and time' },
  time: { uk: 'час', en: 'time' },
  text: { uk: 'текст', en: 'text' },
};

function wordChange(
  kind: 'format' | 'unit',
  older: StructureField,
  newer: StructureField,
  breaking: boolean,
  why: Text,
): StructureChange | null {
  if (older[kind] === newer[kind] || older.type !== newer.type) return null;
  // said for the first time, it tells what always was so
  const first = older[kind] === '';
  return {
    ...{ kind, title: newer.title, before: same(older[kind]), after: same(newer[kind]), breaking: breaking && !first },
    why: first ? { uk: 'Сказано те, чого раніше не було в описі.', en: 'It says what the description did not.' } : why,
  };
}

function meaningOf({ title, purpose }: StructureField): string {
  return [title, purpose].filter(Boolean).join(': ');
}

function needWords({ required }: StructureField): Text {
  return required ? { uk: 'заповнено завжди', en: 'always filled' } : { uk: 'може бути порожнім', en: 'may be empty' };
}

function keyWords({ identifier }: StructureField): Text {
  return identifier
    ? { uk: 'входить до ідентифікатора рядка', en: 'part of the row identifier' }
    : { uk: 'не входить до ідентифікатора', en: 'not part of the identifier' };
}

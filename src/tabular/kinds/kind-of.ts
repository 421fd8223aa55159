import { foldName } from '../../language/folding.ts';
import type { ColumnKind, ColumnProfile } from '../column.ts';
import { unitOfHeader } from './header-unit.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kind-list.ts';

const BY_CODE: ReadonlyMap<ColumnKind, Kind> = new Map(KINDS.map((kind) => [kind.code, kind]));

/** The description of a kind: its words, format and what it is for. */
export function kindOf(code: ColumnKind): Kind {
  const kind = BY_CODE.get(code);
  if (kind === undefined) throw new Error(`no kind ${code}`);
  return kind;
}

/** What a column's kind tells its field in a structure; '' where it tells nothing. */
export interface FieldOfKind {
  readonly title: string;
  readonly format: string;
  readonly unit: string;
  readonly purpose: string;
  /** Its values are nobody's business but the person's: the column is offered closed. */
  readonly closed: boolean;
}

/** Surer than this, a kind says what the column is for. */
const SURE = 0.7;
/** What these are for, only the column itself can say. */
const GENERAL: ReadonlySet<ColumnKind> = new Set([
  'category',
  'yes-no',
  'name',
  'text',
  'code',
  'quantity',
  'money',
  'percent',
  'date',
  'datetime',
  'time',
  'year',
  'period',
  'place',
]);
const UNNAMED = /^Стовпець \d+$/u;

/** The field of a structure that a column asks for by its kind and header, in Ukrainian as structures are. */
export function fieldOfKind({ kind, confidence = 0, title }: ColumnProfile): FieldOfKind {
  const unit = unitOfHeader(title);
  if (kind === null || confidence < SURE) return { title, format: '', unit, purpose: '', closed: false };
  const { format = '', unit: own = '', purpose, closed = false, title: name } = kindOf(kind);
  const says = GENERAL.has(kind) || foldName(purpose.uk) === foldName(title) ? '' : purpose.uk;
  return { title: UNNAMED.test(title) ? name.uk : title, format, unit: unit || own, purpose: says, closed };
}

/** True where the values of the kind may say who somebody is or how to reach them. */
export function mayNamePerson(code: ColumnKind | null): boolean {
  return code !== null && kindOf(code).personal === true;
}

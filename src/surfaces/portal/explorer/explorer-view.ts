import type { CardResource } from '../../../capabilities/catalog/index.ts';
import type {
  ColumnSummary,
  GroupPage,
  GroupQuery,
  PointsAnswer,
  RowPage,
  RowQuery,
  ValueCount,
} from '../../../capabilities/tables/index.ts';
import type { RequestError } from '../../../kernel/errors.ts';
import type { Bounds } from '../../components/chart-map.tsx';
import type { ExplorerState } from './explorer-state.ts';
import type { ShownColumn } from './table-cell.tsx';

/** The values a column has, where they are few: by name of the column. Counted over the whole table. */
export type ColumnChoices = ReadonlyMap<string, readonly ValueCount[]>;

/** What one of the views shows. */
export type ViewFacts =
  /** `counted` false: the number of all rows is still being counted. */
  | { readonly view: 'table'; readonly counted?: boolean }
  | { readonly view: 'groups' | 'chart'; readonly query: GroupQuery; readonly groups: GroupPage }
  /** No column to group by. */
  | { readonly view: 'groupless' }
  | { readonly view: 'map'; readonly points: PointsAnswer; readonly bounds: Bounds | null };

/** All that the explorer shows of a table. */
export interface ExplorerFacts {
  readonly state: ExplorerState;
  readonly choices: ColumnChoices;
  /** Of the column that is open. */
  readonly profile: ColumnSummary | null;
  readonly shown: ViewFacts;
  /** Whether the table has coordinates. */
  readonly placed: boolean;
}

/** The rows asked for, or why they cannot be shown. `explorer` is absent only where rows are shown without the explorer. */
export type TableState =
  | {
      readonly kind: 'rows';
      readonly query: RowQuery;
      readonly page: RowPage;
      readonly explorer?: ExplorerFacts;
    }
  /** `without`: the table as it is without what was not understood. */
  | { readonly kind: 'refused'; readonly error: RequestError; readonly without?: TableState };

/** Columns as they are shown, in the order asked for. */
export function shownColumns(resource: CardResource, names: readonly { readonly name: string }[]): ShownColumn[] {
  return names.flatMap(({ name }) => {
    const field = resource.fields.find((one) => one.name === name && one.sensitivity === 'open');
    return field ? [shownColumn(field)] : [];
  });
}

/** All open columns of the table. */
export function openShownColumns(resource: CardResource): ShownColumn[] {
  return resource.fields.filter((field) => field.sensitivity === 'open').map(shownColumn);
}

function shownColumn({
  name,
  title,
  type,
  identifier,
  geometry,
  unit,
  purpose,
}: CardResource['fields'][number]): ShownColumn {
  return { name, title, type, verbatim: identifier || geometry !== null, identifier, geometry, unit, purpose };
}

import type { Text } from '../../../kernel/text.ts';
import type { ColumnKind, ColumnType } from '../../../tabular/column.ts';
import type { Passport } from '../../catalog/index.ts';

/** A column as it is looked at: of the newest file of a table. */
export interface LookedColumn {
  readonly title: string;
  readonly kind: ColumnKind | null;
  readonly type: ColumnType;
}

/** What of a dataset is looked at. */
export interface LookedDataset {
  readonly passport: Pick<Passport, 'title' | 'ground'>;
  readonly resources: readonly {
    readonly id: string;
    readonly title: string;
    readonly columns: readonly LookedColumn[];
  }[];
}

/** A column that is better not shown as it is, and what is proposed for it. */
export interface FlaggedColumn {
  readonly resourceId: string;
  readonly columnTitle: string;
  /** Code of the risk of columns. */
  readonly risk: string;
  readonly way: 'remove' | 'generalise';
}

/** Something that asks for a security decision: a sort of datasets, or a sort of columns. */
export interface SecurityFlag {
  /** Code of the risk. */
  readonly code: string;
  readonly title: Text;
  readonly harm: Text;
  /** What it was known by. */
  readonly by: 'item' | 'title' | 'column';
  readonly source: string;
  readonly columns: readonly FlaggedColumn[];
}

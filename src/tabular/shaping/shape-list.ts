import type { AnyShapeStep } from './shape-step.ts';
import { columnNumbersRows } from './steps/column-numbers.ts';
import { constantColumn } from './steps/constant-column.ts';
import { dropColumn } from './steps/drop-column.ts';
import { headerAgainRows } from './steps/header-again.ts';
import { orderColumns } from './steps/order-columns.ts';
import { renameColumn } from './steps/rename-column.ts';
import { sectionTitles } from './steps/section-titles.ts';
import { splitAddressColumn } from './steps/split-address.ts';
import { splitCoordinates } from './steps/split-coordinates.ts';
import { splitName } from './steps/split-name.ts';
import { totalRows } from './steps/total-rows.ts';

/** All shape steps, in the order in which those suggested together are carried out. */
export const SHAPE_STEPS: readonly AnyShapeStep[] = [
  columnNumbersRows,
  headerAgainRows,
  totalRows,
  sectionTitles,
  splitAddressColumn,
  splitCoordinates,
  splitName,
  renameColumn,
  dropColumn,
  constantColumn,
  orderColumns,
];

/** The shape step of a code; null where the code is that of a repair of cells, or unknown. */
export function shapeStep(code: string): AnyShapeStep | null {
  return SHAPE_STEPS.find((step) => step.code === code) ?? null;
}

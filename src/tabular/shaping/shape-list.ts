import type { AnyShapeStep } from './shape-step.ts';
import { constantColumn } from './steps/constant-column.ts';
import { dropColumn } from './steps/drop-column.ts';
import { fillDown } from './steps/fill-down.ts';
import { joinColumns } from './steps/join-columns.ts';
import { metresToDegrees } from './steps/metres-to-degrees.ts';
import { noteRows } from './steps/note-rows.ts';
import { numberColumn } from './steps/number-column.ts';
import { orderColumns } from './steps/order-columns.ts';
import { renameColumn } from './steps/rename-column.ts';
import { replaceValues } from './steps/replace-values.ts';
import { sectionTitles } from './steps/section-titles.ts';
import { splitAddressColumn } from './steps/split-address.ts';
import { splitColumn } from './steps/split-column.ts';
import { splitCoordinates } from './steps/split-coordinates.ts';
import { splitName } from './steps/split-name.ts';
import { totalRows } from './steps/total-rows.ts';
import { unpivotColumns } from './steps/unpivot-columns.ts';

/** All shape steps, in the order in which those suggested together are carried out. */
export const SHAPE_STEPS: readonly AnyShapeStep[] = [
  noteRows,
  totalRows,
  sectionTitles,
  fillDown,
  splitAddressColumn,
  splitCoordinates,
  metresToDegrees,
  splitName,
  splitColumn,
  joinColumns,
  replaceValues,
  renameColumn,
  dropColumn,
  constantColumn,
  orderColumns,
  unpivotColumns,
  numberColumn,
];

/** The shape step of a code; null where the code is that of a repair of cells, or unknown. */
export function shapeStep(code: string): AnyShapeStep | null {
  return SHAPE_STEPS.find((step) => step.code === code) ?? null;
}

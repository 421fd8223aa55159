import { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import { DETECTOR_CODES } from '../../detectors/sign.ts';
import { sqlText } from '../../scan/predicate.ts';
import { hideInText } from '../hiding/hide-in-text.ts';
import { defineProtection, everyCell } from '../protect-step.ts';

/** What stands in place of a whole value. */
export const HIDDEN = 'приховано';
/** What stands in place of the middle of a value, whatever its length: the length tells too. */
const STARS = '***';

const Ends = z.int().min(0).max(20);

const Ways = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('whole') }),
  z.strictObject({ way: z.literal('ends'), first: Ends.default(0), last: Ends.default(0) }),
  z.strictObject({ way: z.literal('found'), codes: z.array(z.enum(DETECTOR_CODES)).min(1).optional() }),
]);
type Parameters = z.infer<typeof Ways>;
/** Said without a way, the whole value is hidden. */
const Parameters: z.ZodType<Parameters> = z.preprocess(
  (given) => (typeof given === 'object' && given !== null && !('way' in given) ? { ...given, way: 'whole' } : given),
  Ways,
);

/** All of a value but its first and last signs; all of it where more would be kept than hidden. */
function ends(value: string, first: number, last: number): string {
  const kept = first + last;
  const shown = `left(${value}, ${first}) || '${STARS}' || right(${value}, ${last})`;
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN length(${value}) >= ${Math.max(1, kept * 2)} THEN ${shown} ELSE '${STARS}' END`;
}

function cellOf(parameters: Parameters): (value: string) => string {
  switch (parameters.way) {
    case 'whole':
      return (value) => `CASE WHEN ${value} IS NOT NULL THEN ${sqlText(HIDDEN)} END`;
    case 'ends':
      return (value) => ends(value, parameters.first, parameters.last);
    case 'found':
      return (value) => hideInText(value, parameters.codes);
  }
}

function describe(parameters: Parameters): Text {
  switch (parameters.way) {
    case 'whole':
      return { uk: `значення замінено словом «${HIDDEN}»`, en: `values replaced by the word “${HIDDEN}” (hidden)` };
    case 'ends': {
      const { first, last } = parameters;
      return {
        uk: `значення приховано, крім перших ${first} і останніх ${last} знаків`,
        en: `values hidden but for their first ${first} and last ${last} signs`,
      };
    }
    case 'found':
      return {
        uk: 'у тексті замінено телефони, імена, адреси й номери словами в дужках',
        en: 'phones, names, addresses and numbers inside the text replaced by words in brackets',
      };
  }
}

/** Values are hidden, whole or in part; a text keeps what is nobody's. */
export const mask = defineProtection({
  code: 'protect-mask',
  title: { uk: 'Приховати', en: 'Mask' },
  deed: { uk: 'Приховати значення', en: 'Mask the values' },
  shape:
    '`way`: `whole` (usual), `ends` with `first` and `last` (signs kept, 0–20), `found` (inside a text) with `codes` (detectors, all where absent)',
  of: 'column',
  parameters: Parameters,
  describe,
  apply: (work, parameters) => everyCell(work, cellOf(parameters)),
});

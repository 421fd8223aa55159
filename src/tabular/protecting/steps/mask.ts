import { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import { plural } from '../../../language/plural.ts';
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

/** «лишено перший знак і 2 останні». */
function endsInWords({ first, last }: { readonly first: number; readonly last: number }): Text {
  const begin = { uk: countOfSigns(first, BEGIN), en: first === 1 ? 'the first sign' : `the first ${first} signs` };
  const end = { uk: countOfSigns(last, END), en: last === 1 ? 'the last sign' : `the last ${last} signs` };
  const left = [...(first > 0 ? [begin] : []), ...(last > 0 ? [end] : [])];
  if (left.length === 0) return { uk: 'значення замінено зірочками', en: 'values replaced by stars' };
  const said = { uk: left.map(({ uk }) => uk).join(' і '), en: left.map(({ en }) => en).join(' and ') };
  return {
    uk: `від значення лишено ${said.uk}, решту замінено зірочками`,
    en: `of the value ${said.en} ${left.length === 1 && first + last === 1 ? 'is' : 'are'} left, the rest replaced by stars`,
  };
}

type Forms = readonly [one: string, few: string, many: string];
const BEGIN: Forms = ['перший знак', 'перші знаки', 'перших знаків'];
const END: Forms = ['останній знак', 'останні знаки', 'останніх знаків'];

const countOfSigns = (count: number, [one, few, many]: Forms) =>
  count === 1 ? one : `${count} ${plural(count, one, few, many)}`;

function describe(parameters: Parameters): Text {
  switch (parameters.way) {
    case 'whole':
      return { uk: `значення замінено словом «${HIDDEN}»`, en: `values replaced by the word “${HIDDEN}” (hidden)` };
    case 'ends': {
      return endsInWords(parameters);
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

import type { ColumnProfile } from '../../../tabular/column.ts';
import type { DetectorCode } from '../../../tabular/detectors/sign.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import type { Way } from './decision.ts';

/** A way to hide a column, carried out by this step. */
export interface Hiding {
  readonly way: Exclude<Way, 'keep'>;
  readonly step: RecipeStep;
}

/** The column a step is for, among all columns of the table as it is published. */
export interface StepPlace {
  readonly title: string;
  readonly codes: readonly DetectorCode[];
  readonly columns: readonly Pick<ColumnProfile, 'title' | 'type' | 'kind'>[];
}

/** People in a group so small know one another: the usual rule of statistical offices. */
const SMALLEST_GROUP = 5;
/** A column of ages rather than of dates, by its title. */
const AGE = /(?:^|[^\p{L}])(?:вік|років|age)/iu;
const AGES = [14, 18, 25, 35, 45, 60, 75];
/** Columns that may make a group together. */
const MOST_COLUMNS = 20;

/** All ways to hide what was found in a column, the most thorough first. */
export function hidingsOf(place: StepPlace): Hiding[] {
  const step = (code: string, parameters?: RecipeStep['parameters']): RecipeStep => ({
    ...{ code, columnTitle: place.title },
    ...(parameters ? { parameters } : {}),
  });
  const masked: Hiding[] = [{ way: 'mask', step: step('protect-mask', { way: 'whole' }) }];
  if (place.codes.includes('free-text')) masked.unshift({ way: 'mask', step: step('protect-mask', { way: 'found' }) });
  else masked.push({ way: 'mask', step: step('protect-mask', { way: 'ends', first: 1, last: 0 }) });
  return [
    { way: 'remove', step: step('protect-remove') },
    ...coarser(place),
    ...masked,
    { way: 'pseudonymise', step: step('protect-pseudonym') },
    { way: 'suppress', step: grouped(place) },
  ];
}

/** The usual way of that kind for a column; null where there is none, e.g. nothing coarser than a phone. */
export function hidingOf(way: Hiding['way'], place: StepPlace): RecipeStep | null {
  return hidingsOf(place).find((one) => one.way === way)?.step ?? null;
}

/** The way a step is carried out by; null for a step that is no way to hide a column. */
export function wayOfStep(code: string): Hiding['way'] | null {
  return WAY_OF[code] ?? null;
}

const WAY_OF: Readonly<Record<string, Hiding['way']>> = {
  'protect-remove': 'remove',
  'protect-mask': 'mask',
  'protect-generalise-date': 'generalise',
  'protect-generalise-address': 'generalise',
  'protect-grid': 'generalise',
  'protect-ranges': 'generalise',
  'protect-pseudonym': 'pseudonymise',
  'protect-small-groups': 'suppress',
};

function coarser(place: StepPlace): Hiding[] {
  const { title, codes, columns } = place;
  const made = (code: string, parameters: readonly RecipeStep['parameters'][]): Hiding[] =>
    parameters.map((one) => ({ way: 'generalise', step: { code, columnTitle: title, parameters: one ?? {} } }));
  const type = columns.find((column) => column.title === title)?.type;
  if (codes.includes('birth-date') && AGE.test(title)) return made('protect-ranges', [{ bounds: AGES }]);
  if (codes.includes('birth-date') || type === 'date' || type === 'datetime')
    return made('protect-generalise-date', [{ to: 'year' }, { to: 'five-years' }, { to: 'decade' }]);
  if (codes.includes('home-address'))
    return made('protect-generalise-address', [{ to: 'street' }, { to: 'settlement' }, { to: 'community' }]);
  return codes.includes('home-coordinates') ? [{ way: 'generalise', step: inGrid(place) }] : [];
}

/** Two columns of one place are made coarser together, by a step that is the same for both. */
function inGrid({ title, columns }: StepPlace): RecipeStep {
  const code = 'protect-grid';
  const titleOf = (kind: string) => columns.find((column) => column.kind === kind)?.title;
  const [latitude, longitude] = [titleOf('latitude'), titleOf('longitude')];
  const paired = latitude !== undefined && longitude !== undefined && [latitude, longitude].includes(title);
  return paired
    ? { code, columnTitle: latitude, parameters: { metres: 1000, longitude } }
    : { code, columnTitle: title, parameters: { metres: 1000 } };
}

/** Small numbers of a table of groups are emptied; rare values of any other column stand together as «інше». */
function grouped({ title, codes, columns }: StepPlace): RecipeStep {
  const code = 'protect-small-groups';
  const of = columns
    .filter((column) => column.title !== title && column.type === 'text' && column.kind !== 'row-number')
    .slice(0, MOST_COLUMNS)
    .map((column) => column.title);
  const counts = codes.includes('small-groups') && of.length > 0;
  const parameters = counts
    ? { columns: of, counts: [title], way: 'empty', atLeast: SMALLEST_GROUP }
    : { columns: [title], way: 'other', atLeast: SMALLEST_GROUP };
  return { code, columnTitle: null, parameters };
}

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: begun late, one of them would keep a worker busy when the others have nothing left. */
const LONGEST = [
  'tests/system/exchange-killed',
  'src/tabular/checks/catalogue',
  'tests/walks/first-hour',
  'src/tabular/scan/scan-columns',
  'src/capabilities/sources/sources',
  'tests/walks/portal-look',
  'tests/walks/explorer',
  'src/tabular/mending/mend-table',
  'src/capabilities/exchange/exchange',
];

const placeOf = ({ moduleId }: TestSpecification) => LONGEST.findIndex((name) => moduleId.includes(`/${name}.test.`));

/** Files that start whole systems or a browser and mostly wait: for a page, for a killed process to be missed. */
const waits = ({ moduleId }: TestSpecification) => /\/tests\/(system|walks)\//.test(moduleId);

/** Two lists become one, each spread evenly over it. */
function spread<T>(one: readonly T[], two: readonly T[]): T[] {
  const placed = [one, two].flatMap((list) => list.map((item, at) => ({ item, at: (at + 0.5) / list.length })));
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/**
 * The order of test files: the longest first, then those that wait spread evenly among those that reckon, so that one worker reckons while
 * another waits. Within a kind, as vitest has it: by what the last run took, else by size.
 */
export default class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const longest = sorted.filter((file) => placeOf(file) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
    const others = sorted.filter((file) => placeOf(file) < 0);
    const waiting = others.filter(waits);
    const reckoning = others.filter((file) => !waits(file));
    return [...longest, ...spread(waiting, reckoning)];
  }
}

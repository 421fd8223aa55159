import { stepKey } from '../../tabular/index.ts';
import { type Reading, remainingFindings } from '../ingest/index.ts';
import type { Draft } from './draft.ts';
import { passportChanges } from './passport-change-rules.ts';
import type { StoredVersion } from './version-store.ts';

/** A file of the published version, by resource. */
export type PublishedReadings = ReadonlyMap<string, Reading>;

const steps = (reading: Reading) => JSON.stringify(reading.recipe.map(stepKey).sort());

const troubles = (reading: Reading) =>
  new Set(
    remainingFindings(reading)
      .filter(({ severity }) => severity !== 'advice')
      .map(({ code, columnName }) => `${code} ${columnName ?? ''}`),
  );

/**
 * An update as the ones before it: the same passport but for the day of the data, the same resources and structure, each new file mended by the
 * same repairs as the published one, and no finding that was not there then.
 */
export function isRoutine(draft: Draft, last: StoredVersion | null, before: PublishedReadings): boolean {
  if (!last || draft.resources.length !== last.resources.length) return false;
  if (passportChanges({ ...last.passport, dataAsOf: null }, { ...draft.dataset.passport, dataAsOf: null }).length > 0)
    return false;
  return draft.resources.every(({ resource, reading }) => {
    const was = last.resources.find(({ id }) => id === resource.id);
    if (!was || was.kind !== resource.kind || was.title !== resource.title || was.url !== resource.url) return false;
    if (JSON.stringify(was.fields) !== JSON.stringify(resource.structure.fields)) return false;
    if (resource.kind !== 'table' || !reading || reading.publishedAt !== null) return true;
    const earlier = before.get(resource.id);
    if (!earlier || steps(earlier) !== steps(reading)) return false;
    const known = troubles(earlier);
    return [...troubles(reading)].every((trouble) => known.has(trouble));
  });
}

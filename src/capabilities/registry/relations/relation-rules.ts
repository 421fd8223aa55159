import { foldName } from '../../../language/folding.ts';

/**
 * How datasets of the registry belong together: columns of one identify rows of others; values of several are of one code list; passports name each
 * other; one goes on in others; two are called the same.
 */
export const RELATION_KINDS = ['key', 'code-list', 'related', 'derived', 'duplicate'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A dataset as a relation needs it. */
export interface RelatedEntry {
  readonly datasetId: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly related: readonly string[];
  readonly codeLists: readonly string[];
  /** Numbers of datasets its data are in now. */
  readonly successors: readonly string[];
}

/** One relation with all the datasets it ties. */
export interface Relation {
  readonly kind: RelationKind;
  /** The key, the code list or the common name; empty where there is none. */
  readonly name: string;
  readonly entries: readonly RelatedEntry[];
}

/** What is known beside the entries themselves. */
interface RelationFacts {
  readonly keys: readonly { readonly title: string; readonly name: string; readonly datasetIds: readonly string[] }[];
  readonly codeLists: ReadonlyMap<string, string>;
}

/** All relations between these entries, each told once; a pure decision. */
export function relationsOf(entries: readonly RelatedEntry[], facts: RelationFacts): Relation[] {
  const byId = new Map(entries.map((entry) => [entry.datasetId, entry]));
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const there = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const keys = facts.keys.map(({ title, name, datasetIds }) => ({
    kind: 'key' as const,
    name: title === name ? name : `${title} (${name})`,
    entries: there(datasetIds),
  }));
  const lists = grouped(entries, (entry) => entry.codeLists).map(([id, all]) => ({
    kind: 'code-list' as const,
    name: facts.codeLists.get(id) ?? '',
    entries: all,
  }));
  const derived = entries.flatMap((entry) => {
    const successors = entry.successors.flatMap((number) => byNumber.get(number) ?? []);
    return successors.length === 0 ? [] : [{ kind: 'derived' as const, name: '', entries: [entry, ...successors] }];
  });
  const duplicates = grouped(entries, ({ title }) => [foldName(title)]).map(([, all]) => ({
    kind: 'duplicate' as const,
    name: all[0]?.title ?? '',
    entries: all,
  }));
  return [...keys, ...lists, ...pairs(entries, byId), ...derived, ...duplicates].filter(
    (relation) => relation.entries.length > 1,
  );
}

/** Passports that name each other, a pair once whoever names it. */
function pairs(entries: readonly RelatedEntry[], byId: ReadonlyMap<string, RelatedEntry>): Relation[] {
  const told = new Map<string, Relation>();
  for (const entry of entries) {
    for (const id of entry.related) {
      const other = byId.get(id);
      if (!other || id === entry.datasetId) continue;
      told.set([entry.datasetId, id].sort().join(' '), { kind: 'related', name: '', entries: [entry, other] });
    }
  }
  return [...told.values()];
}

function grouped(
  entries: readonly RelatedEntry[],
  keysOf: (entry: RelatedEntry) => readonly string[],
): [string, RelatedEntry[]][] {
  const groups = new Map<string, RelatedEntry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) if (key !== '') groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].filter(([, all]) => all.length > 1);
}

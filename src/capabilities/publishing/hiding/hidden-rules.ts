import type { CardResource } from '../../catalog/index.ts';
import type { Version } from '../version.ts';
import type { StoredVersion } from '../version-store.ts';
import type { HiddenOfResource } from './hidden-store.ts';

/** The resources as anybody may be told of them: a hidden column is no field of them, and the file it stands in is not given. */
export function withoutHidden(
  resources: readonly CardResource[],
  hidden: readonly HiddenOfResource[],
): readonly CardResource[] {
  if (hidden.length === 0) return resources;
  return resources.map((resource) => {
    const own = hidden.filter(({ resourceId }) => resourceId === resource.id);
    if (own.length === 0) return resource;
    const names = new Set(own.map(({ name }) => name));
    return {
      ...resource,
      fields: resource.fields.filter(({ name }) => !names.has(name)),
      file: null,
      hidden: own.map(({ name, title, until }) => ({ name, title, until })),
    };
  });
}

/** A version as anybody may be told of it. Sums of whole files are left out where no whole file is given. */
export function shownVersion({ hidden = [], ...version }: StoredVersion): StoredVersion {
  if (hidden.length === 0) return version;
  const touched = new Set(hidden.map(({ resourceId }) => resourceId));
  const checksums: Version['checksums'] = Object.fromEntries(
    Object.entries(version.checksums).filter(([resourceId]) => !touched.has(resourceId)),
  );
  return { ...version, resources: withoutHidden(version.resources, hidden), checksums };
}

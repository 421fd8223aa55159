import { publicAddresses } from '../capabilities/catalog/index.ts';
import type { AddressesOf } from '../capabilities/evidence/index.ts';
import type { Context } from '../platform/context.ts';

/** Pages of the cabinet for what is not a dataset. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `/cabinet/city/orders/${id}`,
  document: (id) => `/cabinet/city/documents/${id}`,
  person: (id) => `/cabinet/people/${id}`,
  message: (id) => `/cabinet/messages/${id}`,
  material: (id) => `/cabinet/city/materials/${id}`,
  unit: () => '/cabinet/city/registry',
  sitting: (id) => `/cabinet/city/group/sittings/${id}`,
  session: () => '/cabinet/city/training',
  consultation: () => '/cabinet/city/consultations',
  mandates: () => '/cabinet/city/required',
};

/** Where the subjects of facts can be seen: datasets on the portal where they are public, all others in the cabinet. */
export function evidenceAddresses(ctx: Context): AddressesOf {
  return async (subjects) => {
    const datasets = subjects.filter(({ kind }) => kind === 'dataset').map(({ id }) => id);
    const open = await publicAddresses(ctx, datasets);
    return new Map(
      subjects.flatMap(({ kind, id }): [string, string][] => {
        if (kind === 'dataset') return [[id, open.get(id) ?? `/cabinet/datasets/${id}`]];
        const page = PAGES[kind];
        return page ? [[id, page(id)]] : [];
      }),
    );
  };
}

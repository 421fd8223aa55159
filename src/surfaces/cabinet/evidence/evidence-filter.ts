import { type EvidenceFilter, FACT_KINDS, PROOFS } from '../../../capabilities/evidence/index.ts';
import { isDay } from '../../../kernel/dates.ts';

const dayOrNone = (typed: string | null) => (typed !== null && isDay(typed) ? typed : null);

/** Conditions of an address; what is not understood does not narrow. */
export function filterOf(query: URLSearchParams): EvidenceFilter {
  const [kind, proves] = [query.get('kind') ?? '', query.get('proves') ?? ''];
  const [from, to] = [dayOrNone(query.get('from')), dayOrNone(query.get('to'))];
  return {
    ...(Object.hasOwn(FACT_KINDS, kind) ? { kind } : {}),
    ...(Object.hasOwn(PROOFS, proves) ? { proves } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/** The same as an address. */
export function queryOf(filter: EvidenceFilter, more: Readonly<Record<string, string>> = {}): string {
  const text = new URLSearchParams({ ...filter, ...more }).toString();
  return text === '' ? '' : `?${text}`;
}

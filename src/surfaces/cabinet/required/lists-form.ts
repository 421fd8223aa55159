import type { Lists } from '../../../capabilities/mandates/index.ts';
import { faultOf, type Visit } from '../../components/index.ts';
import type { Posted } from '../accounts/posted-form.ts';
import type { Told } from './frame.tsx';

export interface ListsData {
  readonly lists: Lists;
  readonly manages: boolean;
  /** A form that was refused, with the name of its deed. */
  readonly typed: Posted;
}

export interface ListsPartProps {
  readonly visit: Visit;
  readonly told: Told;
  readonly data: ListsData;
}

/** What stands in a field of a form: what was typed before a refusal of the same form. */
export function typedField({ visit, told, data }: ListsPartProps, deed: string) {
  const same = data.typed.deed === deed;
  return (name: string) => ({
    name,
    value: same ? (data.typed[name] ?? '') : '',
    error: same ? faultOf(told.error?.fields ?? [], name, visit.language) : null,
  });
}

import { searchTokens } from '../../../language/search-tokens.ts';
import type { Unit } from '../../accounts/index.ts';
import facts from '../facts/competence-words.json';
import type { ItemStanding } from '../state/item-state.ts';

/** Which unit should publish an item, and why we think so. */
export interface SuggestedUnit {
  readonly unit: Unit;
  /** `dataset`: its dataset answers the item; `name`: a word of its name; `root`: the whole council answers where nobody else does. */
  readonly why: 'dataset' | 'name' | 'root';
  /** The word of the name. */
  readonly word: string;
}

/** An item that nobody must publish yet, with who should. */
export interface SuggestedDuty {
  readonly one: ItemStanding;
  readonly units: readonly SuggestedUnit[];
}

const WORDS: Readonly<Record<string, readonly string[]>> = facts.words;

const stemOf = (word: string): string => searchTokens(word)[0]?.stem ?? word;

/** The unit whose name has the first of the words; of several the one that stands highest, as the list of units has it. */
function byName(line: string, names: readonly { readonly unit: Unit; readonly stems: ReadonlySet<string> }[]) {
  for (const word of WORDS[line] ?? []) {
    const stem = stemOf(word);
    const found = names.find(({ stems }) => [...stems].some((one) => one === stem || one.startsWith(stem)));
    if (found) return { unit: found.unit, why: 'name' as const, word };
  }
  return null;
}

/** Who should publish what nobody must yet: the unit whose dataset answers it, else one whose name says so; for every holder's items the council. */
export function suggestDuties(items: readonly ItemStanding[], units: readonly Unit[]): readonly SuggestedDuty[] {
  // the council's own name has every unit's words in it, so it is taken last
  const names = units
    .filter(({ parentId }) => parentId !== null)
    .map((unit) => ({ unit, stems: new Set(searchTokens(unit.name).map(({ stem }) => stem)) }));
  const root = units.find(({ parentId }) => parentId === null);
  return items
    .filter(({ unassigned }) => unassigned)
    .map((one) => {
      const owners = [...new Set(one.cells.map(({ unitId }) => unitId))];
      const facts = owners.flatMap((id): SuggestedUnit[] => {
        const unit = units.find((each) => each.id === id);
        return unit ? [{ unit, why: 'dataset', word: '' }] : [];
      });
      if (facts.length > 0) return { one, units: facts };
      const named = byName(one.item.line, names);
      if (named) return { one, units: [named] };
      const council: SuggestedUnit[] =
        root && one.item.audience === 'all' ? [{ unit: root, why: 'root', word: '' }] : [];
      return { one, units: council };
    });
}

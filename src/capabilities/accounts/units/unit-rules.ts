import type { FieldFault } from '../../../kernel/errors.ts';
import { isEdrpou } from './edrpou.ts';
import { UNIT_KINDS, type Unit, type UnitKind } from './unit.ts';

/** A unit as it is stored: the shown code is worked out from those above. */
export type StoredUnit = Omit<Unit, 'shownEdrpou'>;

export const LONGEST_UNIT_NAME = 254;

/** What a unit is before more is said of it. */
export const NOTHING_SAID = {
  email: '',
  phone: '',
  site: '',
  kind: 'unit',
  katottg: '',
  headName: '',
  headPost: '',
  closedOn: null,
} as const;

/** True for a kind there is. */
export function isUnitKind(text: string): text is UnitKind {
  return UNIT_KINDS.some((kind) => kind === text);
}

const collator = new Intl.Collator('uk');

/**
 * All units in tree order: each right after its parent, sisters by the Ukrainian alphabet; with the code to show (its own,
 * or of the nearest legal person above). A unit whose parent is missing counts as a root, so that none is lost.
 */
export function inTreeOrder(units: readonly StoredUnit[]): Unit[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, StoredUnit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const ordered: Unit[] = [];
  const visit = (parent: string | null, shownAbove: string | null): void => {
    for (const unit of (below.get(parent) ?? []).toSorted((a, b) => collator.compare(a.name, b.name))) {
      const shownEdrpou = unit.edrpou ?? shownAbove;
      ordered.push({ ...unit, shownEdrpou });
      visit(unit.id, shownEdrpou);
    }
  };
  visit(null, null);
  return ordered;
}

/** How deep each unit stands: 0 for the root. Expects tree order. */
export function depths(units: readonly Unit[]): Map<string, number> {
  const depth = new Map<string, number>();
  for (const unit of units) {
    const above = unit.parentId === null ? undefined : depth.get(unit.parentId);
    depth.set(unit.id, above === undefined ? 0 : above + 1);
  }
  return depth;
}

/** The unit's id and the ids of all below it; empty when there is no such unit. */
export function withDescendants(units: readonly Pick<StoredUnit, 'id' | 'parentId'>[], id: string): string[] {
  if (!units.some((unit) => unit.id === id)) return [];
  const found = [id];
  for (let at = 0; at < found.length; at += 1) {
    for (const unit of units) if (unit.parentId === found[at] && !found.includes(unit.id)) found.push(unit.id);
  }
  return found;
}

/** True when putting `id` under `parentId` would close a ring: a unit cannot stand below itself. */
export function wouldMakeRing(
  units: readonly Pick<StoredUnit, 'id' | 'parentId'>[],
  id: string,
  parentId: string,
): boolean {
  return withDescendants(units, id).includes(parentId);
}

/** The address part, made different from those in use by a number at its end. */
export function freeSlug(wanted: string, used: ReadonlySet<string>): string {
  if (!used.has(wanted)) return wanted;
  let number = 2;
  while (used.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** Faults of a unit's name; the field is called `name`. */
export function unitNameFaults(name: string): FieldFault[] {
  if (name === '') {
    return [{ field: 'name', text: { uk: 'Вкажіть назву підрозділу.', en: 'Give the unit a name.' } }];
  }
  if (name.length > LONGEST_UNIT_NAME) {
    return [
      {
        field: 'name',
        text: {
          uk: `Назва довша за ${LONGEST_UNIT_NAME} знаки. Скоротіть її.`,
          en: `The name is longer than ${LONGEST_UNIT_NAME} characters. Make it shorter.`,
        },
      },
    ];
  }
  return [];
}

/** Faults of ЄДРПОУ where one is given; the field is called `edrpou`. */
export function edrpouFaults(code: string): FieldFault[] {
  if (isEdrpou(code)) return [];
  const text =
    /^\d+$/.test(code) && code.length === 8
      ? {
          uk: `Код ЄДРПОУ ${code} не сходиться з контрольною цифрою. Звірте його з випискою.`,
          en: `EDRPOU code ${code} does not match its check digit. Compare it with the registry extract.`,
        }
      : {
          uk: 'Код ЄДРПОУ складається з 8 цифр, початкові нулі теж пишуть. Звірте його з випискою.',
          en: 'An EDRPOU code has 8 digits, leading zeros included. Compare it with the registry extract.',
        };
  return [{ field: 'edrpou', text }];
}

import type { Text } from '../../kernel/text.ts';
import type { CardResource } from '../catalog/index.ts';
import type { Comparison } from '../tables/index.ts';
import { type StructureChange, structureChanges } from './structure-change-rules.ts';

/** As much of a resource as a comparison needs: of a version, or of a draft. */
export type ComparedResource = Pick<CardResource, 'id' | 'kind' | 'title' | 'fields' | 'url' | 'decimalSign'>;

/** How one resource differs from what it was. */
export interface ResourceChange {
  readonly resourceId: string;
  readonly title: string;
  readonly kind: CardResource['kind'];
  readonly change: 'added' | 'removed' | 'kept';
  readonly structure: readonly StructureChange[];
}

/**
 * How the rows of a resource stand: the very same, a comparison (perhaps still being made: ask again), or none where a side has no table or its
 * file is not ready.
 */
export type RowsCompared =
  | { readonly kind: 'same' }
  | { readonly kind: 'none' }
  | { readonly kind: 'compared'; readonly comparison: Comparison };

/** How the resources of two versions differ, in the newer one's order, what was removed last; a pure decision. */
export function resourceChanges(
  older: readonly ComparedResource[],
  newer: readonly ComparedResource[],
): ResourceChange[] {
  const before = new Map(older.map((resource) => [resource.id, resource]));
  const present = new Set(newer.map(({ id }) => id));
  const told = ({ id, title, kind }: ComparedResource) => ({ resourceId: id, title, kind });
  return [
    ...newer.map((resource): ResourceChange => {
      const was = before.get(resource.id);
      if (!was) return { ...told(resource), change: 'added', structure: [tableAdded(resource)] };
      return { ...told(resource), change: 'kept', structure: keptChanges(was, resource) };
    }),
    ...older
      .filter(({ id }) => !present.has(id))
      .map((resource): ResourceChange => {
        return { ...told(resource), change: 'removed', structure: [tableRemoved(resource)] };
      }),
  ];
}

/** True where programs of those who used the earlier version may stop or go on and be wrong. */
export function isBreaking(changes: readonly Pick<ResourceChange, 'structure'>[]): boolean {
  return changes.some(({ structure }) => structure.some(({ breaking }) => breaking));
}

/**
 * True where the publisher has to tell users in words. The decimal sign is set for the whole city: what it changes is told by itself, or no file would
 * be published by its schedule that day.
 */
export function asksForNote(changes: readonly Pick<ResourceChange, 'structure'>[]): boolean {
  return changes.some(({ structure }) => structure.some(({ breaking, kind }) => breaking && kind !== 'decimal-sign'));
}

const NOTHING: Text = { uk: '', en: '' };

function tableAdded({ title }: ComparedResource): StructureChange {
  return {
    ...{ kind: 'table-added', title, before: NOTHING, after: { uk: title, en: title }, breaking: false },
    why: { uk: 'Новий ресурс нікому не заважає.', en: 'A new resource is in nobody’s way.' },
  };
}

function tableRemoved({ title }: ComparedResource): StructureChange {
  return {
    ...{ kind: 'table-removed', title, before: { uk: title, en: title }, after: NOTHING, breaking: true },
    why: {
      uk: 'Хто користувався цим ресурсом, більше його не знайде.',
      en: 'Whoever used this resource will find it no more.',
    },
  };
}

function keptChanges(was: ComparedResource, now: ComparedResource): StructureChange[] {
  const changes = structureChanges(was.fields, now.fields);
  if ((was.url ?? '') !== (now.url ?? '')) {
    const words = (url: string | null): Text => ({ uk: url ?? '', en: url ?? '' });
    changes.unshift({
      ...{ kind: 'place', title: now.title, before: words(was.url), after: words(now.url), breaking: true },
      why: {
        uk: 'Програми звертались за попередньою адресою.',
        en: 'Programs asked at the earlier address.',
      },
    });
  }
  const [from, to] = [was.decimalSign ?? 'dot', now.decimalSign ?? 'dot'];
  const isShown = now.fields.some(({ type, geometry }) => type === 'decimal' && geometry === null);
  if (now.kind === 'table' && from !== to && isShown) {
    changes.unshift({
      ...{ kind: 'decimal-sign', title: now.title, before: SIGNS[from], after: SIGNS[to], breaking: true },
      why: {
        uk: 'У файлі CSV дробові числа записано інакше.',
        en: 'Decimal numbers of the CSV file are written otherwise.',
      },
    });
  }
  return changes;
}

const SIGNS: Readonly<Record<'dot' | 'comma', Text>> = {
  dot: { uk: 'дробові числа з крапкою', en: 'decimals with a point' },
  comma: { uk: 'дробові числа з комою', en: 'decimals with a comma' },
};

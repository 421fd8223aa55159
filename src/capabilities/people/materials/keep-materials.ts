import { personId } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { askAlone, type Question } from '../../../platform/database/ask-together.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { notify, settleNotices } from '../../notices/index.ts';
import { badForm, noSuchThing, refuseFaults } from '../refusals.ts';
import { addressFaults, lineFaults, tidy, tidyText } from '../typed.ts';
import { MATERIAL_KINDS, MATERIAL_STEPS, type Material, type MaterialLine, type MaterialWish } from './material.ts';
import {
  insertReading,
  materialsQuestion,
  putMaterial,
  selectAdaptations,
  selectMaterial,
  selectReadings,
} from './material-store.ts';

/** Signs of one text kept here. */
const MOST_WORDS = 40_000;

/** Materials in use as a person sees them: the steps of the cabinet show theirs, asked in the statement that finds who asks. */
export const guidanceOf = (personId: string): Question<MaterialLine[]> => materialsQuestion(personId);

/** The same by themselves, for those of the cabinet. One statement, asked once a request. */
export async function guidance(ctx: Context): Promise<MaterialLine[]> {
  await permit(ctx, 'dataset.view-internal');
  return once(ctx, 'people.guidance', () => askAlone(ctx, materialsQuestion(personId(ctx.actor))));
}

/** Materials all may see. Open to everybody. */
export async function publicMaterials(ctx: Context): Promise<MaterialLine[]> {
  return (await askAlone(ctx, materialsQuestion(null))).filter(({ shown }) => shown);
}

/** One of them. Throws `not-found` for what is not shown, or out of use. */
export async function publicMaterial(ctx: Context, id: string): Promise<Material> {
  const material = isId(id) ? await selectMaterial(ctx.db, id) : null;
  if (!material?.shown || material.closedOn !== null) throw noSuchThing();
  return material;
}

/** A material as its page shows it. */
export interface OpenMaterial {
  readonly material: Material;
  /** What it adapts, to stand beside it. */
  readonly original: Material | null;
  readonly adaptations: readonly { readonly id: string; readonly title: string }[];
  readonly readings: readonly { readonly edition: string; readonly personId: string; readonly at: Date }[];
  /** The asker has said they read this edition. */
  readonly read: boolean;
}

/** One material with what stands beside it. Throws `not-found`, `forbidden`. */
export async function openMaterial(ctx: Context, id: string): Promise<OpenMaterial> {
  await permit(ctx, 'dataset.view-internal');
  const material = await findMaterial(ctx, id);
  const original = material.adaptsId === null ? null : await selectMaterial(ctx.db, material.adaptsId);
  const readings = await selectReadings(ctx.db, id);
  const me = personId(ctx.actor);
  return {
    material,
    original,
    adaptations: await selectAdaptations(ctx.db, id),
    readings,
    read: readings.some((one) => one.personId === me && one.edition === material.edition),
  };
}

/**
 * Adds a material, or changes the one of that id. Where the edition of a text changes, those who read the older one and those who look after its
 * adaptations are told. An adaptation saved anew counts as made from the edition of today. Throws `forbidden`, `not-found`, `invalid`.
 */
export function saveMaterial(ctx: Context, id: string | null, typed: MaterialWish): Promise<Material> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const before = id === null ? null : await findMaterial(inner, id, true);
    const wish = tidyWish(typed);
    refuseFaults([...lineFaults('title', wish.title), ...addressFaults('address', wish.address), ...bodyFaults(wish)]);
    const original = wish.adaptsId === null ? null : await findOriginal(inner, wish.adaptsId, id);
    const now = inner.clock.now();
    const material: Material = {
      ...wish,
      id: before?.id ?? newId(now.getTime()),
      adaptedEdition: original?.edition ?? '',
      closedOn: before?.closedOn ?? null,
    };
    await putMaterial(inner.db, material, now);
    await record(inner, {
      deed: before ? 'material.changed' : 'material.added',
      subject: subjectOf(material),
      ...(before ? { before: factsOf(before) } : {}),
      after: factsOf(material),
    });
    if (before && before.edition !== material.edition) await tellNewEdition(inner, before, material);
    return material;
  });
}

/** Takes a material out of use or brings it back. Throws `forbidden`, `not-found`. */
export function useMaterial(ctx: Context, id: string, inUse: boolean): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const material = await findMaterial(inner, id, true);
    const now = inner.clock.now();
    await putMaterial(inner.db, { ...material, closedOn: inUse ? null : dayOf(now) }, now);
    await record(inner, { deed: 'material.changed', subject: subjectOf(material), after: { inUse } });
  });
}

/** The person says they have read this edition. Throws `not-found`, `forbidden`. */
export function acknowledgeMaterial(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'dataset.view-internal');
    const material = await findMaterial(inner, id);
    const me = personId(inner.actor);
    if (me === null) throw noSuchThing();
    await insertReading(inner.db, { materialId: id, edition: material.edition, personId: me, at: inner.clock.now() });
    await record(inner, { deed: 'material.read', subject: subjectOf(material), after: { edition: material.edition } });
  });
}

async function tellNewEdition(ctx: Context, before: Material, material: Material): Promise<void> {
  const link = `/cabinet/city/materials/${material.id}`;
  const shared = {
    kind: 'guidance.changed',
    subject: subjectOf(material),
    facts: { reason: material.edition },
  } as const;
  const read = (await selectReadings(ctx.db, material.id)).filter(({ edition }) => edition === before.edition);
  await notify(ctx, { ...shared, to: { people: read.map((one) => one.personId) }, link, once: material.edition });
  for (const adaptation of await selectAdaptations(ctx.db, material.id)) {
    await notify(ctx, {
      ...shared,
      kind: 'guidance.adapt',
      to: { deed: 'city.manage', place: null },
      subject: { kind: 'material', id: adaptation.id, name: adaptation.title },
      link: `/cabinet/city/materials/${adaptation.id}`,
      once: material.edition,
      alsoActor: true,
    });
  }
  await settleNotices(ctx, material.id, ['guidance.adapt']);
}

async function findMaterial(ctx: Context, id: string, lock = false): Promise<Material> {
  const material = isId(id) ? await selectMaterial(ctx.db, id, lock) : null;
  if (!material) throw noSuchThing();
  return material;
}

/** What is adapted: somebody's own text, never an adaptation nor itself. */
async function findOriginal(ctx: Context, adaptsId: string, id: string | null): Promise<Material> {
  const original = isId(adaptsId) ? await selectMaterial(ctx.db, adaptsId) : null;
  if (original && original.adaptsId === null && original.id !== id) return original;
  const text = {
    uk: 'Оберіть сам першоджерело: адаптацію не адаптують удруге.',
    en: 'Choose the original itself: an adaptation is not adapted again.',
  };
  throw badForm([{ field: 'adaptsId', text }]);
}

function tidyWish(typed: MaterialWish): MaterialWish {
  return {
    title: tidy(typed.title),
    source: tidy(typed.source).slice(0, 300),
    edition: tidy(typed.edition).slice(0, 100),
    kind: MATERIAL_KINDS.find((one) => one === typed.kind) ?? 'other',
    steps: MATERIAL_STEPS.filter((one) => typed.steps.includes(one)),
    address: typed.address.trim(),
    body: tidyText(typed.body),
    adaptsId: typed.adaptsId,
    language: typed.language === 'en' ? 'en' : 'uk',
    shown: typed.shown,
  };
}

function bodyFaults({ address, body }: MaterialWish) {
  const fault = (uk: string, en: string) => [{ field: 'body', text: { uk, en } }];
  if (body.length > MOST_WORDS)
    return fault('Текст задовгий: вміщується 40 000 знаків.', 'Too long: 40,000 characters fit.');
  if (address !== '' || body !== '') return [];
  return fault('Додайте адресу матеріалу або його текст.', 'Give the address of the material, or its text.');
}

const subjectOf = ({ id, title }: Material) => ({ kind: 'material', id, name: title });

function factsOf({ id: _id, body, steps, shown, ...facts }: Material) {
  return { ...facts, public: shown, steps: [...steps], signs: body.length };
}

import { foldText } from '../../../language/folding.ts';
import { searchTokens } from '../../../language/search-tokens.ts';
import type { RemoteDataset } from '../portal/remote-dataset.ts';

const UNIT_WORDS =
  /(управлін|відділ|департамент|сектор|служб|комунальн|підприємств|установ|заклад|центр|інспекц|виконавч|виконком|апарат|секретаріат|школ|ліцей|гімназ|музе|бібліотек|агенц)|\b(рада|кп|кнп|ку|цнап)\b/iu;

/** Whose a dataset is there, in words: the unit named as its author where one is, else its organization. Empty where nothing is said. */
export function holderOf({ author, organization }: RemoteDataset): string {
  const named = author.trim().replace(/\s+/g, ' ');
  if (named !== '' && UNIT_WORDS.test(` ${foldText(named)} `)) return named.slice(0, 250);
  return (organization?.title ?? '').trim().replace(/\s+/g, ' ').slice(0, 250);
}

/** Words that stand in nearly every name of a unit and tell none from another. */
const COMMON = new Set(
  searchTokens(
    'міська міської селищна селищної сільська сільської районна районної рада ради виконавчий виконавчого комітет комітету громада громади територіальна територіальної область області району',
  ).map(({ stem }) => stem),
);

/** A unit to be matched. */
export interface MatchedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

function tellingStems(name: string, own: ReadonlySet<string>): Set<string> {
  const stems = searchTokens(name).map(({ stem }) => stem);
  return new Set(stems.filter((stem) => !COMMON.has(stem) && ![...own].some((one) => isKin(one, stem))));
}

/** «вигадана» and «вигаданої» of a proper name may keep different stems: the same long beginning is the same word. */
function isKin(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 5 && a.slice(0, Math.max(5, length - 1)) === b.slice(0, Math.max(5, length - 1));
}

const ENOUGH = 0.6;

/**
 * The unit a name of another portal most likely means, by words; null where none is near or two are equally near. A name that says only the council
 * («Вигадана міська рада») means the unit at the top.
 * @param community its own name, which stands in the names of its units
 */
export function matchUnit(holder: string, units: readonly MatchedUnit[], community: string): MatchedUnit | null {
  if (holder.trim() === '') return null;
  const exact = units.find(({ name }) => foldText(name) === foldText(holder));
  if (exact) return exact;
  const own = new Set(
    searchTokens(community)
      .map(({ stem }) => stem)
      .filter((stem) => !COMMON.has(stem)),
  );
  const wanted = tellingStems(holder, own);
  if (wanted.size === 0) return units.find(({ parentId }) => parentId === null) ?? null;
  const scored = units
    .map((unit) => ({ unit, score: likeness(wanted, tellingStems(unit.name, own)) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && best.score !== next?.score ? best.unit : null;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((stem) => [...b].some((other) => other === stem || isKin(other, stem))).length;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

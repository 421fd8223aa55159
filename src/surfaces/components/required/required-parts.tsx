import { FREQUENCY_NAMES, type RequiredItem } from '../../../capabilities/catalog/index.ts';
import {
  ITEM_STATES,
  type ItemCell,
  type ItemStanding,
  type ItemState,
  PRESENT,
  type RequiredCounts,
} from '../../../capabilities/mandates/index.ts';
import type { Day } from '../../../kernel/dates.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { dayInWords } from '../../../language/dates.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { Badge } from '../badge.tsx';
import type { KeyValue } from '../key-values.tsx';
import type { StateKind } from '../notice.tsx';
import type { Visit } from '../visit.ts';

const TONES: Readonly<Record<ItemState, StateKind>> = {
  'on-time': 'good',
  'other-structure': 'attention',
  late: 'attention',
  'on-national': 'info',
  suspended: 'info',
  planned: 'info',
  absent: 'error',
  'not-held': 'info',
  'not-applicable': 'info',
};

/** The state of an item in words with its icon. */
export function ItemStateBadge({ visit, state }: { visit: Visit; state: ItemState }) {
  return <Badge kind={TONES[state]}>{requiredTexts[visit.language].states[state]}</Badge>;
}

/** What a cell's day means, in words; null where it has none. */
export function cellDay(visit: Visit, { state, on }: { state: ItemState; on: Day | null }): string | null {
  if (on === null) return null;
  const texts = requiredTexts[visit.language];
  const day = dayInWords(on, visit.language);
  if (state === 'planned') return texts.plannedOn(day);
  if (state === 'late') return texts.lateSince(day);
  return texts.reviewOn(day);
}

/** How many stand how, as a bar and in words beside it. */
export function RequiredBar({ visit, counts }: { visit: Visit; counts: RequiredCounts }) {
  const texts = requiredTexts[visit.language];
  const shown = ITEM_STATES.filter((state) => counts.states[state] > 0);
  const all = shown.reduce((sum, state) => sum + counts.states[state], 0);
  let left = 0;
  const parts = shown.map((state) => {
    const width = (counts.states[state] / Math.max(all, 1)) * 100;
    const part = { state, left, width };
    left += width;
    return part;
  });
  return (
    <figure class="required-bar" aria-label={texts.bar}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ state, left: x, width }) => (
          <rect key={state} class={`required-${state}`} x={x} y="0" width={Math.max(width - 0.3, 0.2)} height="4" />
        ))}
      </svg>
      <figcaption>
        <ul class="plain required-legend">
          {shown.map((state) => (
            <li key={state}>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <rect class={`required-${state}`} width="10" height="10" />
              </svg>
              {texts.partOf(texts.states[state], counts.states[state])}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Of how many units that must, how many have it: «4 з 5»; null where one or none must. */
export function partsInWords(visit: Visit, { cells }: ItemStanding): string | null {
  const asked = cells.filter(({ assigned }) => assigned);
  if (asked.length < 2) return null;
  const have = asked.filter(({ state }) => PRESENT.has(state)).length;
  return requiredTexts[visit.language].parts(have, asked.length);
}

/** The facts of an item that its page begins with. */
export function itemFacts(visit: Visit, item: RequiredItem, ground: string): KeyValue[] {
  const texts = requiredTexts[visit.language].item;
  const source = item.frequencySource === 'recommendation-page' ? texts.recommended : texts.suggested;
  const facts: KeyValue[] = [
    [texts.ground, ground],
    [texts.text, <span lang="uk">{item.name}</span>],
    [
      texts.frequency,
      <>
        {inLanguage(FREQUENCY_NAMES[item.frequency], visit.language)} <span class="soft small">({source})</span>
      </>,
    ],
  ];
  if (item.recommendationPage) facts.push([texts.page, <a href={item.recommendationPage}>{texts.pageLink}</a>]);
  return facts;
}

/** The cell's datasets that people can see, with how far each has the recommended structure. */
export function cellDatasets(cell: ItemCell): ItemCell['datasets'] {
  return [...cell.datasets].sort((one, other) => ITEM_STATES.indexOf(one.stands) - ITEM_STATES.indexOf(other.stands));
}

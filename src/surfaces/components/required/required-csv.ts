import type { ItemStanding, RequiredView } from '../../../capabilities/mandates/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { href, type Visit } from '../visit.ts';

/** Required datasets as CSV, one item a line, in the language of the visit; datasets as addresses of their pages. */
export function requiredCsv(visit: Visit, items: readonly ItemStanding[], view: RequiredView): string {
  const texts = requiredTexts[visit.language];
  const names = new Map(view.units.map(({ id, name }) => [id, name]));
  const lines = items.map(({ item, cells, state }) =>
    csvLine([
      item.edition,
      item.section,
      String(item.number),
      item.title,
      item.name,
      texts.states[state],
      cells
        .filter(({ assigned }) => assigned)
        .map(({ unitId, state }) => `${names.get(unitId) ?? ''} (${texts.states[state]})`)
        .join('; '),
      cells
        .flatMap(({ datasets }) => datasets.map(({ slug }) => `${visit.origin}${href(visit, `/datasets/${slug}`)}`))
        .join('; '),
      cells.flatMap(({ decision, lapsed }) => (decision && !lapsed ? [decision.reason] : [])).join('; '),
    ]),
  );
  return `\uFEFF${csvLine(Object.values(texts.fileColumns))}${lines.join('')}`;
}

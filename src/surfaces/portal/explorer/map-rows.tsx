import { explorerTexts } from '../../../locales/explorer.ts';
import { ScrollRegion } from '../../components/index.ts';
import type { ExplorerModel } from './explorer-model.ts';
import { cellText } from './table-cell.tsx';

/** Facts told of a row beside the map. */
const MOST_FACTS = 4;

/** The rows that lie on the map, each with its name and first facts. */
export function MapRows({ model }: { model: ExplorerModel }) {
  const { page, shown, visit } = model;
  const texts = explorerTexts[visit.language].map;
  const facts = shown.filter((column) => column.geometry === null);
  const name = facts.find((column) => column.type === 'text' && !column.verbatim) ?? facts[0];
  const others = facts.filter((column) => column !== name).slice(0, MOST_FACTS);
  return (
    <ScrollRegion look="map-list" label={texts.list}>
      <h2>{texts.list}</h2>
      {page.rows.length < page.total && <p class="small soft figures">{texts.first(page.rows.length, page.total)}</p>}
      <ol class="plain">
        {page.rows.map((row, at) => (
          <li key={at}>
            <strong>{name ? cellText(row[name.name] ?? null, name, visit.language) || '—' : at + 1}</strong>
            <span class="small soft">
              {others
                .map((column) => [column.title, cellText(row[column.name] ?? null, column, visit.language)])
                .filter(([, value]) => value)
                .map(([title, value]) => `${title}: ${value}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </ScrollRegion>
  );
}

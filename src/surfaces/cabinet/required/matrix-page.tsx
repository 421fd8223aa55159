import {
  EXCUSED,
  ITEM_STATES,
  type ItemCell,
  type ItemStanding,
  PRESENT,
} from '../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { requiredStaffTexts } from '../../../locales/required-staff.ts';
import { Empty, href, Pager, ScrollRegion, type Visit } from '../../components/index.ts';
import { RequiredFilter, requiredParameters, type ShownRequired } from '../../components/required/index.ts';
import { HOME, RequiredFrame, type Told } from './frame.tsx';

/** Units a page: a row has up to a cell an item. */
const PAGE_SIZE = 25;

/** Units × items: who has what. */
export function MatrixPage({ visit, shown, told }: { visit: Visit; shown: ShownRequired; told: Told }) {
  const all = requiredTexts[visit.language];
  const texts = requiredStaffTexts[visit.language].matrix;
  const cells = cellsByUnit(shown.items);
  const units = shown.view.units.filter(({ id }) => cells.has(id));
  const pages = Math.max(1, Math.ceil(units.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number(visit.query.get('page')) || 1));
  const here = units.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const items = shown.items.filter(({ item }) => here.some(({ id }) => cells.get(id)?.has(item.line)));
  const path = `${HOME}/matrix`;
  return (
    <RequiredFrame visit={visit} told={told} part="matrix" title={all.title} lead={texts.lead}>
      <RequiredFilter visit={visit} shown={shown} path={path} />
      {here.length === 0 ? (
        <Empty title={texts.none}>
          <p>{texts.noneLead}</p>
        </Empty>
      ) : (
        <>
          <Key visit={visit} />
          <ScrollRegion label={texts.caption}>
            <table class="table required-matrix">
              <caption class="unseen">{texts.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{texts.unit}</th>
                  <th scope="col" class="end">
                    {texts.total}
                  </th>
                  {items.map(({ item }) => (
                    <th key={item.line} scope="col" class="center" title={item.title}>
                      <span aria-hidden="true">{mark(item)}</span>
                      <span class="unseen">{item.title}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {here.map((unit) => (
                  <Row key={unit.id} visit={visit} name={unit.name} items={items} cells={cells.get(unit.id)} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <Pager
            visit={visit}
            page={page}
            pages={pages}
            hrefFor={(number) => {
              const parameters = requiredParameters(shown.query);
              return href(visit, `${path}${parameters}${parameters ? '&' : '?'}page=${number}`);
            }}
          />
        </>
      )}
    </RequiredFrame>
  );
}

type Cells = ReadonlyMap<string, ItemCell>;

function cellsByUnit(items: readonly ItemStanding[]): ReadonlyMap<string, Cells> {
  const units = new Map<string, Map<string, ItemCell>>();
  for (const { item, cells } of items)
    for (const cell of cells) {
      const row = units.get(cell.unitId);
      if (row) row.set(item.line, cell);
      else units.set(cell.unitId, new Map([[item.line, cell]]));
    }
  return units;
}

/** Items of every holder and of the local list have a letter before the number. */
function mark({ audience, number }: ItemStanding['item']): string {
  if (audience === 'all') return `У${number}`;
  return audience === 'city' ? `М${number}` : String(number);
}

function Row(props: { visit: Visit; name: string; items: readonly ItemStanding[]; cells: Cells | undefined }) {
  const { visit, name, items, cells } = props;
  const all = requiredTexts[visit.language];
  const { marks } = requiredStaffTexts[visit.language].matrix;
  const asked = [...(cells?.values() ?? [])].filter(({ state }) => !EXCUSED.has(state));
  const have = asked.filter(({ state }) => PRESENT.has(state)).length;
  return (
    <tr>
      <th scope="row" lang="uk">
        {name}
      </th>
      <td class="end tight">{all.parts(have, asked.length)}</td>
      {items.map(({ item }) => {
        const cell = cells?.get(item.line);
        if (!cell) return <td key={item.line} />;
        return (
          <td key={item.line} class="center">
            <a class={`matrix-cell matrix-${cell.state}`} href={href(visit, `${HOME}/items/${item.line}`)}>
              <span aria-hidden="true">{marks[cell.state]}</span>
              <span class="unseen">
                {item.title}: {all.states[cell.state]}
              </span>
            </a>
          </td>
        );
      })}
    </tr>
  );
}

function Key({ visit }: { visit: Visit }) {
  const texts = requiredStaffTexts[visit.language].matrix;
  const { states } = requiredTexts[visit.language];
  return (
    <p class="small required-legend">
      <span class="soft">{texts.key}:</span>
      {ITEM_STATES.filter((state) => state !== 'not-applicable').map((state) => (
        <span key={state}>
          <span class={`matrix-cell matrix-${state}`} aria-hidden="true">
            {texts.marks[state]}
          </span>{' '}
          {state === 'not-held' ? `${states['not-held']}, ${states['not-applicable']}` : states[state]}
        </span>
      ))}
    </p>
  );
}

import { ITEM_AUDIENCES } from '../../../capabilities/catalog/index.ts';
import type { ItemStanding, RequiredView } from '../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { DataTable } from '../data-table.tsx';
import { Empty } from '../empty.tsx';
import { href, type Visit } from '../visit.ts';
import { cellDay, ItemStateBadge, partsInWords } from './required-parts.tsx';
import type { ShownRequired } from './required-query.ts';

/** Units told by name in a line; the rest as a number. */
const NAMED = 2;

/** Items section by section: what, who, how it stands. */
export function RequiredList({ visit, shown, path }: { visit: Visit; shown: ShownRequired; path: string }) {
  const texts = requiredTexts[visit.language];
  const { items, view } = shown;
  if (items.length === 0) {
    return (
      <Empty title={texts.none}>
        <p>{texts.noneLead}</p>
      </Empty>
    );
  }
  const sections = ITEM_AUDIENCES.filter((audience) => items.some(({ item }) => item.audience === audience));
  return (
    <div class="stack-l">
      <p class="soft">{texts.found(items.length, view.items.length)}</p>
      {sections.map((audience) => (
        <section key={audience} class="stack" aria-labelledby={`section-${audience}`}>
          <h2 id={`section-${audience}`}>{texts.audiences[audience]}</h2>
          <DataTable
            caption={texts.caption(texts.audiences[audience])}
            captionUnseen
            columns={[
              { title: texts.columns.number, align: 'end', tight: true },
              { title: texts.columns.item },
              { title: texts.columns.who },
              { title: texts.columns.state },
            ]}
            rows={items
              .filter(({ item }) => item.audience === audience)
              .map((one) => [
                one.item.number,
                <a key="item" lang="uk" href={href(visit, `${path}/${one.item.line}`)}>
                  {one.item.title}
                </a>,
                <Who key="who" visit={visit} one={one} view={view} />,
                <State key="state" visit={visit} one={one} />,
              ])}
          />
        </section>
      ))}
    </div>
  );
}

function Who({ visit, one, view }: { visit: Visit; one: ItemStanding; view: RequiredView }) {
  const texts = requiredTexts[visit.language];
  const assigned = one.cells.filter((cell) => cell.assigned);
  const cells = assigned.length > 0 ? assigned : one.cells;
  const names = cells.slice(0, NAMED).flatMap(({ unitId }) => view.units.find(({ id }) => id === unitId)?.name ?? []);
  return (
    <>
      {names.length > 0 && (
        <span lang="uk">
          {names.join('; ')}
          {cells.length > NAMED && ` +${cells.length - NAMED}`}
        </span>
      )}
      {assigned.length === 0 && <span class="soft small required-nobody">{texts.unassigned}</span>}
    </>
  );
}

function State({ visit, one }: { visit: Visit; one: ItemStanding }) {
  const cell = one.cells.find(({ state, on }) => state === one.state && on !== null);
  const day = cell ? cellDay(visit, cell) : null;
  const parts = partsInWords(visit, one);
  const more = [parts, day].filter((words) => words !== null).join(' · ');
  return (
    <>
      <ItemStateBadge visit={visit} state={one.state} />
      {more && <div class="soft small">{more}</div>}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import type { DraftComparison, DraftResourceChange } from '../../../capabilities/publishing/index.ts';
import type { RowDifferencePage } from '../../../capabilities/tables/index.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { Badge, DataTable, type Visit } from '../../components/index.ts';
import { placeInWords } from './comment-words.ts';

/** What changed since the published version, side by side: passport, columns, repairs, rows. */
export function ChangesPart(props: {
  visit: Visit;
  comparison: DraftComparison;
  rows: ReadonlyMap<string, RowDifferencePage>;
}) {
  const { visit, comparison, rows } = props;
  const texts = reviewTexts[visit.language].review;
  if (comparison.against === null) return <p>{texts.allNew}</p>;
  const columns = comparison.resources.flatMap(({ structure }) => structure);
  const recipe = comparison.resources.flatMap((resource) => resource.recipe);
  const same = comparison.resources.every((resource) => resource.rows.kind !== 'compared');
  return (
    <div class="stack-l">
      {comparison.passport.length === 0 && columns.length === 0 && recipe.length === 0 && same && (
        <p>{texts.noChanges}</p>
      )}
      <BeforeAfter
        visit={visit}
        caption={texts.passportChanges}
        changes={comparison.passport.map(({ field, before, after }) => ({
          what: placeInWords(visit, { kind: 'passport', field }),
          before,
          after,
        }))}
      />
      <BeforeAfter
        visit={visit}
        caption={texts.structureChanges}
        changes={columns.map(({ title, before, after, breaking, why }) => ({
          what: (
            <div key="what">
              {title} {breaking && <Badge kind="error">{texts.breaking}</Badge>}
              <div class="soft small">{inLanguage(why, visit.language)}</div>
            </div>
          ),
          before,
          after,
        }))}
      />
      {recipe.length > 0 && (
        <DataTable
          caption={texts.recipeChanges}
          columns={[{ title: texts.changeColumns.what }, { title: texts.changeColumns.after }]}
          rows={recipe.map(({ code, columnTitle, change }) => [
            columnTitle ? `${code}: ${columnTitle}` : code,
            texts.recipe[change],
          ])}
        />
      )}
      {comparison.resources.map((resource) => (
        <RowsOf key={resource.resourceId} visit={visit} resource={resource} page={rows.get(resource.resourceId)} />
      ))}
    </div>
  );
}

/** What was and what is, side by side; nothing where nothing changed. */
function BeforeAfter(props: {
  visit: Visit;
  caption: string;
  changes: readonly { readonly what: ComponentChildren; readonly before: Text; readonly after: Text }[];
}) {
  const { visit, caption, changes } = props;
  if (changes.length === 0) return null;
  const titles = reviewTexts[visit.language].review.changeColumns;
  return (
    <DataTable
      caption={caption}
      rowHeaders
      columns={[{ title: titles.what }, { title: titles.before }, { title: titles.after }]}
      rows={changes.map(({ what, before, after }) => [
        what,
        inLanguage(before, visit.language) || '—',
        inLanguage(after, visit.language) || '—',
      ])}
    />
  );
}

function RowsOf(props: { visit: Visit; resource: DraftResourceChange; page: RowDifferencePage | undefined }) {
  const { visit, resource, page } = props;
  const texts = reviewTexts[visit.language].review;
  const { rows } = resource;
  if (rows.kind !== 'compared') return null;
  const { result } = rows.comparison;
  return (
    <section class="stack" aria-label={texts.rows(resource.title)}>
      <h3>{texts.rows(resource.title)}</h3>
      {!result ? (
        <p class="soft">{texts.rowsWait}</p>
      ) : (
        <p>{texts.rowsCounted(result.rowsAdded ?? 0, result.rowsRemoved ?? 0, result.rowsChanged ?? 0)}</p>
      )}
      {page && page.rows.length > 0 && (
        <DataTable
          caption={texts.rowsShown(page.rows.length, page.total)}
          columns={[
            { title: texts.changeColumns.what, tight: true },
            { title: texts.row, tight: true, align: 'end' },
            ...page.columns.map(({ title }) => ({ title })),
          ]}
          rows={page.rows.map((row) => [
            texts.rowKinds[row.kind],
            row.newerRow ?? row.olderRow ?? '',
            ...row.cells.map((cell, at) =>
              cell.changed ? (
                <span key={at}>
                  <del>{String(cell.before ?? '')}</del> <ins>{String(cell.after ?? '')}</ins>
                </span>
              ) : (
                String(cell.after ?? cell.before ?? '')
              ),
            ),
          ])}
        />
      )}
    </section>
  );
}

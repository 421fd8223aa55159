import { aboutTemplate, type RequiredItem, templateOf } from '../../../capabilities/catalog/index.ts';
import { requiredTexts } from '../../../locales/required.ts';
import { DataTable } from '../data-table.tsx';
import type { Visit } from '../visit.ts';

/** The recommended tables of an item, field by field; the main one open. */
export function RecommendedStructures({ visit, item }: { visit: Visit; item: RequiredItem }) {
  const texts = requiredTexts[visit.language].item;
  const names = item.fields ? [undefined] : item.tables.filter((table) => templateOf(item, table) !== null);
  if (names.length === 0) return <p>{texts.noStructure}</p>;
  return (
    <div class="stack">
      {names.map((table, at) => (
        <details key={table ?? 'own'} open={at === 0}>
          <summary>
            <code>{table ?? item.title}</code>
          </summary>
          {table && aboutTemplate(table)?.complete === false && <p class="soft">{texts.partly}</p>}
          <DataTable
            caption={table ?? item.title}
            captionUnseen
            rowHeaders
            columns={[
              { title: texts.columns.field },
              { title: texts.columns.title },
              { title: texts.columns.type },
              { title: texts.columns.required },
            ]}
            rows={(templateOf(item, table)?.fields ?? []).map((field) => [
              <code key="name">{field.name}</code>,
              <span key="title" lang="uk">
                {field.title}
                {field.purpose && <span class="soft small"> ({field.purpose})</span>}
              </span>,
              field.format ? `${field.type}, ${field.format}` : field.type,
              field.required ? texts.required : texts.optional,
            ])}
          />
        </details>
      ))}
    </div>
  );
}

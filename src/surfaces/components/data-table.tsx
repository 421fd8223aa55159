import type { ComponentChildren } from 'preact';
import { ScrollRegion } from './scroll-region.tsx';

export interface TableColumn {
  readonly title: ComponentChildren;
  /** Numbers stand at the end, codes and flags in the centre, words at the start. */
  readonly align?: 'start' | 'end' | 'center';
  /** Never broken into lines. */
  readonly tight?: boolean;
}

/** A small table of the interface itself (structure, versions, people). Scrolls sideways on a narrow screen, also by keyboard. */
export function DataTable(props: {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly ComponentChildren[])[];
  /** The caption is read aloud only. */
  captionUnseen?: boolean;
  /** The first cell of each row names the row. */
  rowHeaders?: boolean;
  /** On a phone each row is a list of its cells below their titles: for rows of sentences, or with a button at their end. */
  listOnPhone?: boolean;
}) {
  const { caption, columns, rows, captionUnseen, rowHeaders, listOnPhone } = props;
  const classes = columns.map((column) => cellClass(column));
  const titled = (index: number) => {
    const title = columns[index]?.title;
    return listOnPhone && typeof title === 'string' ? title : undefined;
  };
  return (
    <ScrollRegion label={caption}>
      <table class={listOnPhone ? 'table list-on-phone' : 'table'}>
        <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={classes[index]}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) =>
                rowHeaders && index === 0 ? (
                  <th key={index} scope="row" class={classes[index]}>
                    {cell}
                  </th>
                ) : (
                  <td key={index} class={classes[index]} data-title={titled(index)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function cellClass(column: TableColumn): string | undefined {
  const names = [column.align && column.align !== 'start' ? column.align : '', column.tight ? 'tight' : ''];
  return names.filter(Boolean).join(' ') || undefined;
}

import { type GroupPage, type GroupQuery, groupQueryParameters } from '../../capabilities/tables/index.ts';
import { rowAsJson, withArray } from './row-json.ts';
import { type AnswerAddress, addressOf, numberedLinks, type PageLinks } from './rows-answer.ts';

/** Absolute addresses of the neighbours of a page of groups. */
export function groupLinks(page: GroupPage, query: GroupQuery, address: AnswerAddress): PageLinks {
  return numberedLinks(page, (number) => addressOf(address, groupQueryParameters({ ...query, page: number })));
}

/** The JSON answer to a question about groups. */
export function groupsAsJson(page: GroupPage, query: GroupQuery, address: AnswerAddress): string {
  const { columns, total, matched, page: number, size: pageSize, smallest } = page;
  const rows = page.rows.map((row) => rowAsJson(row, columns));
  const links = groupLinks(page, query, address);
  return withArray({ columns }, 'rows', rows, {
    ...{ total, matched, page: number, pageSize },
    ...(smallest === undefined ? {} : { smallestGroup: smallest }),
    links,
  });
}

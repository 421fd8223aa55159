import { cellValue } from './cells.ts';
import type { Explorer, ExplorerWords } from './explorer-element.ts';

/** Enter or a double click opens a cell: its whole text, and ways to narrow the table by its value. */
export function offerCells({ element, words, page }: Explorer): void {
  const body = element.querySelector<HTMLTableElement>('[data-grid]')?.tBodies[0];
  if (!body || !words) return;
  body.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLTableCellElement)) return;
    event.preventDefault();
    openCell(event.target, element, words, page);
  });
  body.addEventListener('dblclick', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    if (cell) openCell(cell, element, words, page);
  });
}

function openCell(cell: HTMLTableCellElement, element: HTMLElement, words: ExplorerWords, page: string): void {
  const header = cell.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex];
  const column = header?.dataset.column ?? '';
  const value = cellValue(cell);
  const dialog = document.createElement('dialog');
  dialog.className = 'cell-window';
  const title = document.createElement('h3');
  title.id = 'cell-window-title';
  title.textContent = cell.dataset.title ?? '';
  const text = document.createElement('p');
  text.className = 'cell-text';
  text.textContent = value === '' ? words.empty : cell.dataset.value ? (cell.textContent ?? '') : value;
  const deeds = document.createElement('p');
  deeds.className = 'row';
  deeds.append(
    linkTo(filtered(page, column, value, true), words.only),
    linkTo(filtered(page, column, value, false), words.except),
    button(words.copy, (self) => {
      void navigator.clipboard
        ?.writeText(value)
        .then(() => {
          self.textContent = words.copied;
        })
        .catch(() => {});
    }),
    button(words.close, () => dialog.close()),
  );
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(title, text, deeds);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (cell.isConnected) cell.focus();
  });
  // within the explorer its links are answered in place
  deeds.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) setTimeout(() => dialog.close());
  });
  element.append(dialog);
  dialog.showModal();
}

/** The present address with one more condition. */
function filtered(page: string, column: string, value: string, only: boolean): string {
  const url = new URL(location.href);
  url.pathname = page;
  url.hash = '';
  for (const name of ['page', 'cursor', 'profile', `${column}__exact`, `${column}__ne`, `${column}__isnull`]) {
    url.searchParams.delete(name);
  }
  if (value === '') url.searchParams.set(`${column}__isnull`, String(only));
  else url.searchParams.set(`${column}__${only ? 'exact' : 'ne'}`, value);
  return url.href;
}

function linkTo(href: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'button button-secondary';
  link.href = href;
  link.textContent = label;
  return link;
}

function button(label: string, deed: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button button-quiet';
  made.textContent = label;
  made.addEventListener('click', () => deed(made));
  return made;
}

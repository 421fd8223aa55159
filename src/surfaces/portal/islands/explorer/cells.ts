import type { Explorer } from './explorer-element.ts';

interface Grid {
  readonly table: HTMLTableElement;
  readonly rows: readonly HTMLTableRowElement[];
}

/** Cells are walked like those of a spreadsheet: one of them is in the order of focus, arrows move it. */
export function moveCells({ element, words }: Explorer): void {
  const table = element.querySelector<HTMLTableElement>('[data-grid]');
  if (!table) return;
  const scroll = table.closest<HTMLElement>('.table-scroll');
  scroll?.addEventListener('scroll', () => table.classList.toggle('scrolled', scroll.scrollLeft > 0), {
    passive: true,
  });
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const first = rows[0]?.cells[0];
  // cards of a phone are a list, not a grid
  if (!first || !window.matchMedia('(min-width: 700px)').matches) return;
  table.setAttribute('role', 'grid');
  for (const row of rows) for (const cell of row.cells) cell.tabIndex = -1;
  first.tabIndex = 0;
  const grid = { table, rows };
  table.tBodies[0]?.addEventListener('focusin', (event) => takeTurn(grid, event.target));
  table.addEventListener('keydown', (event) => onKey(grid, element, event));
  if (words) addHelp(element, words.help, words.keys);
}

function cellOf(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td') : null;
}

function indexOfRow(rows: Grid['rows'], cell: HTMLTableCellElement): number {
  return cell.parentElement instanceof HTMLTableRowElement ? rows.indexOf(cell.parentElement) : -1;
}

/** Tab leaves the grid and comes back to the cell that was last walked to. */
function takeTurn({ table }: Grid, target: EventTarget | null): void {
  const cell = cellOf(target);
  if (!cell) return;
  for (const other of table.querySelectorAll<HTMLElement>('tbody td[tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function onKey(grid: Grid, element: HTMLElement, event: KeyboardEvent): void {
  const cell = cellOf(event.target);
  // links and folded texts within a cell keep their own keys
  if (!cell || event.target !== cell || event.altKey) return;
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyC') {
    copyCells(grid, cell);
    event.preventDefault();
    return;
  }
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    const link = element.querySelector<HTMLAnchorElement>(
      `.pager a[rel="${event.key === 'PageDown' ? 'next' : 'prev'}"]`,
    );
    if (link) event.preventDefault();
    link?.click();
    return;
  }
  const to = targetOf(grid, cell, event);
  if (!to) return;
  event.preventDefault();
  if (event.shiftKey) select(grid, cell, to);
  else clear(grid);
  to.focus();
  reveal(to);
}

function targetOf({ rows }: Grid, cell: HTMLTableCellElement, event: KeyboardEvent): HTMLTableCellElement | null {
  const row = indexOfRow(rows, cell);
  const column = cell.cellIndex;
  const last = (rows[row]?.cells.length ?? 1) - 1;
  const whole = event.ctrlKey || event.metaKey;
  const places: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Home: whole ? [0, 0] : [row, 0],
    End: whole ? [rows.length - 1, last] : [row, last],
  };
  const place = places[event.key];
  return place ? (rows[place[0]]?.cells[place[1]] ?? null) : null;
}

/** The frozen header and first column must not lie over the cell. */
function reveal(cell: HTMLTableCellElement): void {
  const scroll = cell.closest<HTMLElement>('.table-scroll');
  const head = cell.closest('table')?.tHead?.rows[0]?.getBoundingClientRect();
  const first = cell.parentElement?.firstElementChild?.getBoundingClientRect();
  if (!scroll || !head || !first) return;
  const box = cell.getBoundingClientRect();
  const hidden = head.bottom - box.top;
  if (hidden > 0) scroll.scrollTop -= hidden;
  const covered = cell.cellIndex > 0 ? first.right - box.left : 0;
  if (covered > 0) scroll.scrollLeft -= covered;
}

let anchor: { row: number; column: number } | null = null;

/** Marks the cells from where Shift was pressed first to here. */
function select({ rows }: Grid, from: HTMLTableCellElement, to: HTMLTableCellElement): void {
  const place = (cell: HTMLTableCellElement) => ({
    row: indexOfRow(rows, cell),
    column: cell.cellIndex,
  });
  anchor ??= place(from);
  const start = anchor;
  const end = place(to);
  for (const [at, row] of rows.entries()) {
    for (const cell of row.cells) {
      const within = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b);
      const chosen = within(at, start.row, end.row) && within(cell.cellIndex, start.column, end.column);
      cell.classList.toggle('selected', chosen);
      cell.toggleAttribute('aria-selected', chosen);
    }
  }
}

function clear({ table }: Grid): void {
  anchor = null;
  for (const cell of table.querySelectorAll('.selected')) {
    cell.classList.remove('selected');
    cell.removeAttribute('aria-selected');
  }
}

/** The value of a cell as a program understands it: what is shown may be written for people. */
export function cellValue(cell: HTMLTableCellElement): string {
  return cell.dataset.value ?? shownText(cell);
}

function shownText(cell: HTMLTableCellElement): string {
  const long = cell.querySelector('.cell-long');
  const summary = long?.querySelector('summary')?.textContent ?? '';
  const text = cell.textContent ?? '';
  return long ? text.slice(summary.length) : (cell.querySelector<HTMLAnchorElement>('a.cell-link')?.href ?? text);
}

/** Rows by lines, cells by tabs: what spreadsheets take. */
function copyCells({ rows }: Grid, cell: HTMLTableCellElement): void {
  const lines = rows
    .map((row) => [...row.cells].filter((one) => one.classList.contains('selected')))
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.map(cellValue).join('\t'));
  const text = lines.length > 0 ? lines.join('\n') : cellValue(cell);
  void navigator.clipboard?.writeText(text).catch(() => {});
}

function addHelp(element: HTMLElement, title: string, keys: readonly (readonly [string, string])[]): void {
  const help = document.createElement('details');
  help.className = 'keys-help no-print';
  const summary = document.createElement('summary');
  summary.textContent = `? ${title}`;
  const list = document.createElement('dl');
  for (const [key, meaning] of keys) {
    const dt = document.createElement('dt');
    const kbd = document.createElement('kbd');
    kbd.textContent = key;
    dt.append(kbd);
    const dd = document.createElement('dd');
    dd.textContent = meaning;
    list.append(dt, dd);
  }
  help.append(summary, list);
  element.append(help);
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('#table-search');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === '?') {
    const help = document.querySelector<HTMLDetailsElement>('.keys-help');
    if (!help) return;
    help.open = !help.open;
    help.querySelector('summary')?.focus();
  }
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

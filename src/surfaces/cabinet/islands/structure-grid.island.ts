/** The structure's grid by keyboard: arrows up and down and Enter move between rows, Tab between cells as ever. */

function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('td')].flatMap(
    (cell) => cell.querySelector<HTMLElement>('input:not([type="hidden"]), select') ?? [],
  );
}

/** Left and right move between cells only from the very edge of what is typed. */
function atEdge(input: HTMLElement, key: string): boolean {
  if (!(input instanceof HTMLInputElement) || input.type !== 'text') return true;
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart !== selectionEnd) return false;
  return key === 'ArrowLeft' ? selectionStart === 0 : selectionStart === value.length;
}

function focus(element: HTMLElement | undefined): void {
  element?.focus();
  if (element instanceof HTMLInputElement && element.type === 'text') element.select();
}

function move(grid: HTMLElement, event: KeyboardEvent): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement) || event.altKey || event.ctrlKey)
    return;
  const rows = [...grid.querySelectorAll('tbody tr')];
  const at = rows.findIndex((row) => row.contains(input));
  const cells = rows.map(cellsOf);
  const column = cells[at]?.indexOf(input) ?? -1;
  const { key } = event;
  // in a list of choices up and down choose
  const vertical =
    key === 'Enter' || (!(input instanceof HTMLSelectElement) && (key === 'ArrowUp' || key === 'ArrowDown'));
  if (vertical) {
    event.preventDefault();
    const step = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey) ? -1 : 1;
    focus(cells[at + step]?.[column]);
  } else if ((key === 'ArrowLeft' || key === 'ArrowRight') && atEdge(input, key)) {
    const next = cells[at]?.[column + (key === 'ArrowLeft' ? -1 : 1)];
    if (next) event.preventDefault();
    focus(next);
  }
}

for (const grid of document.querySelectorAll<HTMLElement>('[data-structure-grid]')) {
  grid.addEventListener('keydown', (event) => move(grid, event));
}

import { type Explorer, explorerOf } from './explorer-element.ts';
import { replaceAround } from './replace-around.ts';

/** Before this nothing is shown: what comes at once needs no announcement. Milliseconds. */
const PATIENCE = 300;
const KEPT = 12;

interface Way {
  /** What was pressed or typed in. */
  readonly from?: Element;
  /** Takes the place of the present address instead of following it. */
  readonly replace?: boolean;
  /** The browser has gone there already. */
  readonly back?: boolean;
  /** The live map that asks: it stays as it is, only what it was given to draw changes. */
  readonly map?: HTMLElement;
  /** Ends the asking. */
  readonly signal?: AbortSignal;
}

/** Fetches the explorer in another state and puts it in place: one request at a time, the newest wins. */
export class PartLoader {
  current: Explorer;
  readonly #prepare: (explorer: Explorer) => void;
  readonly #fetched = new Map<string, Promise<string>>();
  readonly #announcer: HTMLElement;
  #asked: AbortController | null = null;

  constructor(explorer: Explorer, prepare: (explorer: Explorer) => void) {
    this.current = explorer;
    this.#prepare = prepare;
    this.#announcer = document.createElement('p');
    this.#announcer.className = 'unseen';
    this.#announcer.setAttribute('role', 'status');
    explorer.element.before(this.#announcer);
    this.#fetchNext();
  }

  /** True for addresses of this table in any state. */
  isState(address: string): boolean {
    const url = new URL(address);
    return url.origin === location.origin && url.pathname === this.current.page;
  }

  /** Shows the state of an address. Where it cannot be fetched the browser goes there itself. */
  async go(address: string, way: Way): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    way.signal?.addEventListener('abort', () => asked.abort(), { once: true });
    const slow = window.setTimeout(() => this.#showWaiting(), PATIENCE);
    try {
      const html = await this.#html(address, asked.signal);
      if (asked.signal.aborted) return;
      if (!way.back) this.#remember(address, way.replace === true);
      this.#put(html, way);
      if (this.current.element.querySelector('[data-counting]')) void this.#count(address, asked.signal);
    } catch {
      if (asked.signal.aborted) return;
      this.#fetched.delete(address);
      location.assign(address);
    } finally {
      clearTimeout(slow);
      if (this.#asked === asked) this.#hideWaiting();
    }
  }

  #html(address: string, signal: AbortSignal): Promise<string> {
    const known = this.#fetched.get(address);
    if (known) return known;
    return this.#ask(address, signal);
  }

  async #ask(address: string, signal?: AbortSignal, whole = false): Promise<string> {
    const url = new URL(address);
    // the rows come at once, their number when it is counted
    if (!whole) url.searchParams.set('soon', '1');
    const answer = await fetch(`${this.current.part}${url.search}`, { signal, headers: { accept: 'text/html' } });
    // a refusal is a page too: it says what to mend
    if (!answer.ok && answer.status !== 400 && answer.status !== 413 && answer.status !== 503) {
      throw new Error(String(answer.status));
    }
    return answer.text();
  }

  /** Puts the number of all rows, and with it the pages, in place when it is known. */
  async #count(address: string, signal: AbortSignal): Promise<void> {
    try {
      const html = await this.#ask(address, signal, true);
      const counted = explorerOf(new DOMParser().parseFromString(html, 'text/html'))?.element;
      if (signal.aborted || !counted) return;
      for (const place of ['#explorer-count', '.explorer-pages']) {
        const fresh = counted.querySelector(place);
        const old = this.current.element.querySelector(place);
        if (fresh && old && !old.contains(document.activeElement)) old.replaceWith(document.importNode(fresh, true));
      }
      this.#announcer.textContent = countOf(this.current.element);
    } catch {
      // the rows are there; their number is told with the next answer
    }
  }

  #remember(address: string, replace: boolean): void {
    const url = new URL(address);
    url.hash = '';
    if (url.href === location.href) return;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  }

  #put(html: string, way: Way): void {
    const fresh = explorerOf(new DOMParser().parseFromString(html, 'text/html'));
    if (!fresh) throw new Error('no explorer in the answer');
    const { element } = this.current;
    if (way.map && this.#putAround(way.map, fresh.element)) return;
    const kept = keepFocus(element, way.from);
    const sideways = element.querySelector('.table-scroll')?.scrollLeft ?? 0;
    const filters = element.querySelector<HTMLInputElement>('#filters-toggle')?.checked === true;
    const drawer = element.querySelector<HTMLDetailsElement>('.filter-drawer')?.open === true;
    const next = document.importNode(fresh.element, true);
    element.replaceWith(next);
    this.current = { ...fresh, element: next };
    const toggle = next.querySelector<HTMLInputElement>('#filters-toggle');
    if (toggle) toggle.checked = filters;
    const drawn = next.querySelector<HTMLDetailsElement>('.filter-drawer');
    if (drawn) drawn.open = drawer;
    next.querySelector('.table-scroll')?.scrollTo({ left: sideways });
    this.#prepare(this.current);
    kept(next);
    this.#announcer.textContent = next.querySelector('[data-counting]') ? '' : countOf(next);
    this.#fetchNext();
  }

  /** All but the live map; false where the answer has none. */
  #putAround(map: HTMLElement, answer: HTMLElement): boolean {
    const { element } = this.current;
    const next = document.importNode(answer, true);
    const twin = next.querySelector<HTMLElement>('[data-map]');
    if (!twin || !element.contains(map)) return false;
    const kept = map.contains(document.activeElement) ? null : keepFocus(element, undefined);
    map.dataset.map = twin.dataset.map;
    replaceAround(element, next, map, twin);
    this.#prepare(this.current);
    kept?.(element);
    this.#announcer.textContent = element.querySelector('.map-summary')?.textContent ?? '';
    return true;
  }

  /** The next page is likely wanted: it is fetched while this one is looked at. */
  #fetchNext(): void {
    const next = this.current.element.querySelector<HTMLAnchorElement>('.pager a[rel="next"]')?.href;
    if (!next || this.#fetched.has(next)) return;
    const later = window.requestIdleCallback ?? ((deed: () => void) => setTimeout(deed, 200));
    later(() => {
      const asked = this.#ask(next);
      this.#fetched.set(next, asked);
      asked.catch(() => this.#fetched.delete(next));
      const oldest = this.#fetched.keys().next();
      if (this.#fetched.size > KEPT && !oldest.done) this.#fetched.delete(oldest.value);
    });
  }

  #showWaiting(): void {
    const { element, words } = this.current;
    element.setAttribute('aria-busy', 'true');
    if (element.querySelector('.explorer-loading')) return;
    const bar = document.createElement('div');
    bar.className = 'explorer-loading';
    element.prepend(bar);
    this.#announcer.textContent = words?.loading ?? '';
  }

  #hideWaiting(): void {
    const { element } = this.current;
    element.removeAttribute('aria-busy');
    element.querySelector('.explorer-loading')?.remove();
  }
}

/** What is said of the answer: how many rows or groups, or the refusal. */
function countOf(element: HTMLElement): string {
  const places = ['#explorer-count-groups', '#explorer-count', '.notice'];
  for (const place of places) {
    const text = element.querySelector(place)?.textContent?.trim();
    if (text) return text;
  }
  return '';
}

/** Remembers where the focus was; gives a function that puts it on the same thing in the fresh part. */
function keepFocus(element: HTMLElement, from: Element | undefined): (fresh: HTMLElement) => void {
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement && element.contains(focused) ? focused : null;
  const cell = at?.closest<HTMLTableCellElement>('[data-grid] tbody td');
  if (cell) return (fresh) => focusCell(fresh, cell.closest('tr')?.sectionRowIndex ?? 0, cell.cellIndex);
  const name = sign(at);
  const caret = at instanceof HTMLInputElement && at.type !== 'date' ? at.selectionStart : null;
  const opens = from instanceof Element && from.matches('.column-open') && from.getAttribute('aria-current') === null;
  const typed = at instanceof HTMLInputElement ? at.value : null;
  return (fresh) => {
    if (opens) {
      fresh.querySelector<HTMLElement>('#column-panel')?.focus({ preventScroll: true });
      return;
    }
    const same = name && fresh.querySelector<HTMLElement>(name);
    const target = same || (at ? fresh.querySelector<HTMLElement>('.tabs a[aria-current]') : null);
    target?.focus({ preventScroll: true });
    // what was typed while the answer was under way is not lost
    if (target instanceof HTMLInputElement && typed !== null && target.type !== 'hidden') target.value = typed;
    if (caret !== null && target instanceof HTMLInputElement) target.setSelectionRange(caret, caret);
  };
}

/** A selector that finds the same control again. */
function sign(element: HTMLElement | null): string | null {
  if (!element) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = element.getAttribute('name');
  if (name) return `[name="${CSS.escape(name)}"]`;
  const column = element.closest('th[data-column]')?.getAttribute('data-column');
  const look = element.classList[0];
  if (column && look) return `th[data-column="${CSS.escape(column)}"] .${look}`;
  const rel = element.getAttribute('rel');
  return rel === 'next' || rel === 'prev' ? `.pager [rel="${rel}"]` : null;
}

/** Puts the cell cursor on a cell; on the nearest one where there are fewer. */
export function focusCell(root: ParentNode, row: number, column: number): void {
  const rows = root.querySelectorAll<HTMLTableRowElement>('[data-grid] tbody tr');
  const cells = rows[Math.max(0, Math.min(row, rows.length - 1))]?.cells;
  cells?.[Math.max(0, Math.min(column, cells.length - 1))]?.focus();
}

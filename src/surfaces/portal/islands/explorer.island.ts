import { offerCells } from './explorer/cell-window.ts';
import { moveCells } from './explorer/cells.ts';
import { type Explorer, explorerOf } from './explorer/explorer-element.ts';
import { PartLoader } from './explorer/part-loader.ts';

/*
 * Quickens the table of a dataset: links and forms of the explorer are answered in place by the same part of the page from the server.
 * Everything here works without it too.
 */

const TYPING_PAUSE = 350;

function begin(first: Explorer): void {
  const loader = new PartLoader(first, (explorer) => prepare(explorer, loader));
  prepare(first, loader);

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !loader.current.element.contains(link) || link.hasAttribute('download')) return;
    if (!loader.isState(link.href)) return;
    event.preventDefault();
    void loader.go(link.href, { from: link });
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !loader.current.element.contains(form)) return;
    event.preventDefault();
    void loader.go(addressOf(form), { from: form });
  });

  let waiting = 0;
  document.addEventListener('input', (event) => {
    const field = event.target;
    if (!isField(field) || !loader.current.element.contains(field)) return;
    const form = field.form;
    if (!form || !isLive(form)) return;
    clearTimeout(waiting);
    // a list or a tick is chosen at once, a word is typed letter by letter
    const pause = field instanceof HTMLSelectElement ? 0 : TYPING_PAUSE;
    waiting = window.setTimeout(() => void loader.go(addressOf(form), { from: field, replace: true }), pause);
  });

  window.addEventListener('popstate', () => {
    if (loader.isState(location.href)) void loader.go(location.href, { back: true });
  });
}

/** What every fresh part gets. */
function prepare(explorer: Explorer, loader: PartLoader): void {
  moveCells(explorer);
  offerCells(explorer);
  closeMenus(explorer.element);
  const frame = explorer.element.querySelector<HTMLElement>('[data-map]:not([data-live])');
  if (!frame) return;
  const look = (address: string, signal: AbortSignal) => loader.go(address, { map: frame, signal, replace: true });
  // the library of maps is large: it comes only when a map is asked for
  void import('./explorer/live-map.ts').then(({ showMap }) => showMap(frame, look)).catch(() => {});
}

/** Menus close by Escape and by a click elsewhere. */
function closeMenus(element: HTMLElement): void {
  for (const menu of element.querySelectorAll<HTMLDetailsElement>('[data-menu]')) {
    menu.addEventListener('toggle', () => {
      if (!menu.open) return;
      const close = (event: Event) => {
        const byKey = event instanceof KeyboardEvent;
        if (byKey ? event.key !== 'Escape' : event.target instanceof Node && menu.contains(event.target)) return;
        menu.open = false;
        if (byKey) menu.querySelector('summary')?.focus();
        document.removeEventListener('click', close);
        document.removeEventListener('keydown', close);
      };
      document.addEventListener('click', close);
      document.addEventListener('keydown', close);
    });
  }
}

type Field = HTMLInputElement | HTMLSelectElement;

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Forms that answer while they are filled in: conditions and groups; choosing columns waits for its button. */
function isLive(form: HTMLFormElement): boolean {
  return form.id === 'explorer-form' || form.dataset.live !== undefined;
}

/** The address a form leads to, without its empty fields. */
function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action);
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
  );
  url.search = new URLSearchParams(fields).toString();
  return url.href;
}

const explorer = explorerOf(document);
if (explorer) begin(explorer);

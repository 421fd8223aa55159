/** Suggestions under every search box while typing; the form works without them just the same. */

interface Line {
  readonly href: string;
  readonly text: string;
  readonly note: string;
}

interface Answer {
  readonly suggestions: readonly Line[];
  readonly status: string;
}

/** Typing pauses shorter than this ask nothing, ms. */
const PAUSE = 120;
const SHORTEST = 2;

function option(line: Line, id: string): HTMLLIElement {
  const item = document.createElement('li');
  item.id = id;
  item.role = 'option';
  item.dataset.href = line.href;
  item.ariaSelected = 'false';
  const [text, note] = [document.createElement('span'), document.createElement('span')];
  text.textContent = line.text;
  note.textContent = line.note;
  note.className = 'suggestion-note';
  item.append(text, note);
  return item;
}

/** A list under the field, and a line that tells a screen reader how many there are. */
class SuggestionList {
  readonly list = document.createElement('ul');
  private readonly status = document.createElement('p');
  private readonly input: HTMLInputElement;
  private place = -1;

  constructor(input: HTMLInputElement, box: HTMLFormElement) {
    this.input = input;
    const { list, status } = this;
    list.id = `${input.id}-suggestions`;
    list.role = 'listbox';
    list.className = 'suggestions plain';
    list.hidden = true;
    list.ariaLabel = input.dataset.suggestLabel ?? '';
    status.role = 'status';
    status.className = 'unseen';
    box.append(list, status);
    input.role = 'combobox';
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.ariaExpanded = 'false';
  }

  /** Marks the next line or the one before; past either end nothing is marked. */
  move(step: 1 | -1): void {
    this.mark(this.place + step);
  }

  /** Where the marked line leads; undefined: none is marked. */
  chosen(): string | undefined {
    const item = this.list.children[this.place];
    return item instanceof HTMLElement ? (item.dataset.href ?? '') : undefined;
  }

  show({ suggestions, status }: Answer): void {
    this.list.replaceChildren(...suggestions.map((line, at) => option(line, `${this.list.id}-${at}`)));
    const open = suggestions.length > 0 && document.activeElement === this.input;
    this.setOpen(open);
    this.status.textContent = open ? status : '';
    this.mark(-1);
  }

  /** Shows again what was closed, if there is anything. */
  reopen(): void {
    if (this.list.children.length > 0) this.setOpen(true);
  }

  close(): void {
    this.setOpen(false);
    this.mark(-1);
  }

  private setOpen(open: boolean): void {
    this.list.hidden = !open;
    this.input.ariaExpanded = String(open);
  }

  private mark(place: number): void {
    const items = [...this.list.children] as HTMLElement[];
    this.place = items.length === 0 ? -1 : ((place + 1 + items.length + 1) % (items.length + 1)) - 1;
    for (const [at, item] of items.entries()) item.ariaSelected = String(at === this.place);
    const item = items[this.place];
    if (item) {
      this.input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else this.input.removeAttribute('aria-activedescendant');
  }
}

/** Asks the server, a question typed on ends the one before; what was asked once is remembered. */
function asker(input: HTMLInputElement, shown: SuggestionList): (q: string) => Promise<void> {
  const answers = new Map<string, Answer>();
  let asking: AbortController | null = null;
  return async (q) => {
    asking?.abort();
    if (q.length < SHORTEST) return shown.close();
    const known = answers.get(q);
    if (known) return shown.show(known);
    asking = new AbortController();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(q)}`, { signal: asking.signal });
    if (!answer.ok) return shown.close();
    const found = (await answer.json()) as Answer;
    answers.set(q, found);
    if (input.value.trim() === q) shown.show(found);
  };
}

/** Arrows walk the list, Enter goes where the marked line leads, Escape closes. */
function followKeys(event: KeyboardEvent, shown: SuggestionList): void {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' && shown.list.hidden) shown.reopen();
  if (shown.list.hidden) return;
  const chosen = shown.chosen();
  if (event.key === 'ArrowDown') shown.move(1);
  else if (event.key === 'ArrowUp') shown.move(-1);
  else if (event.key === 'Escape') shown.close();
  else if (event.key === 'Enter' && chosen !== undefined) location.assign(chosen);
  else return;
  event.preventDefault();
}

function suggestFor(input: HTMLInputElement): void {
  const box = input.closest('form');
  if (!box) return;
  const shown = new SuggestionList(input, box);
  const ask = asker(input, shown);
  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    // a question no longer wanted, or a network that is gone: the form still works
    timer = window.setTimeout(() => void ask(input.value.trim()).catch(() => {}), PAUSE);
  });
  input.addEventListener('keydown', (event) => followKeys(event, shown));
  input.addEventListener('blur', () => shown.close());
  // the field keeps the focus, or the list would be gone before the click
  shown.list.addEventListener('mousedown', (event) => event.preventDefault());
  shown.list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    if (item?.dataset.href) location.assign(item.dataset.href);
  });
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestFor(input);

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

function suggestFor(input: HTMLInputElement): void {
  const box = input.closest('form');
  if (!box) return;
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.role = 'listbox';
  list.className = 'suggestions plain';
  list.hidden = true;
  list.ariaLabel = input.dataset.suggestLabel ?? '';
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'unseen';
  box.append(list, status);
  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.ariaExpanded = 'false';

  const answers = new Map<string, Answer>();
  let timer = 0;
  let asking: AbortController | null = null;
  let chosen = -1;

  const choose = (place: number) => {
    const items = [...list.children] as HTMLElement[];
    chosen = items.length === 0 ? -1 : ((place + 1 + items.length + 1) % (items.length + 1)) - 1;
    for (const [at, item] of items.entries()) item.ariaSelected = String(at === chosen);
    const item = items[chosen];
    if (item) {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
    choose(-1);
  };
  const show = ({ suggestions, status: words }: Answer) => {
    list.replaceChildren(...suggestions.map((line, at) => option(line, `${list.id}-${at}`)));
    const open = suggestions.length > 0 && document.activeElement === input;
    list.hidden = !open;
    input.ariaExpanded = String(open);
    status.textContent = open ? words : '';
    choose(-1);
  };
  const ask = async (q: string): Promise<void> => {
    asking?.abort();
    if (q.length < SHORTEST) return close();
    const known = answers.get(q);
    if (known) return show(known);
    asking = new AbortController();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(q)}`, { signal: asking.signal });
    if (!answer.ok) return close();
    const found = (await answer.json()) as Answer;
    answers.set(q, found);
    if (input.value.trim() === q) show(found);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    // a question no longer wanted, or a network that is gone: the form still works
    timer = window.setTimeout(() => void ask(input.value.trim()).catch(() => {}), PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && list.hidden && list.children.length > 0) {
      list.hidden = false;
      input.ariaExpanded = 'true';
    }
    if (list.hidden) return;
    const chosenItem = list.children[chosen];
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosenItem instanceof HTMLElement) location.assign(chosenItem.dataset.href ?? '');
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  // the field keeps the focus, or the list would be gone before the click
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    if (item?.dataset.href) location.assign(item.dataset.href);
  });
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestFor(input);

/** Small comforts on every page; all of them work without it too. */

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  const word = button.querySelector('[data-copy-word]');
  const first = word?.textContent ?? '';
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    if (!word) return;
    word.setAttribute('role', 'status');
    word.textContent = button.dataset.copied ?? first;
    setTimeout(() => {
      word.textContent = first;
    }, 2500);
  };
  // A browser may forbid copying; the text stays on the page to be selected by hand.
  button.addEventListener('click', () => void copy().catch(() => {}));
}

for (const counter of document.querySelectorAll<HTMLElement>('[data-counter-for]')) {
  const input = document.getElementById(counter.dataset.counterFor ?? '');
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) continue;
  const show = () => {
    counter.textContent = `${input.value.length} / ${input.maxLength}`;
  };
  input.addEventListener('input', show);
  show();
}

document.querySelector<HTMLElement>('[data-focus]')?.focus();

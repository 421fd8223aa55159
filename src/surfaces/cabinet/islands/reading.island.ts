/** Stages of a reading or a publication live: asks how far it is, shows the next screen when the work is done. Without it the page reloads itself. */

interface ReadingState {
  readonly settled: boolean;
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
}

/** Quick at first, because most files are small. */
const QUICK = 250;
const SLOW = 1000;

function show(place: HTMLElement, { stage, done, total }: ReadingState): void {
  const stages = [...place.querySelectorAll<HTMLElement>('[data-stage]')];
  const at = stages.findIndex((item) => item.dataset.stage === stage);
  for (const [index, item] of stages.entries()) {
    item.classList.toggle('done', index < at);
    if (index === at) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  }
  const share = total ? Math.min(1, done / total) : null;
  const bar = place.querySelector('progress');
  if (bar && share !== null) bar.value = share;
  else bar?.removeAttribute('value');
  const words = place.querySelector('[data-progress-words]');
  const text = share === null ? '' : `${Math.round(share * 100)} %`;
  // said only when it changed, or a screen reader would repeat it for ever
  if (words && words.textContent !== text) words.textContent = text;
}

async function follow(place: HTMLElement, address: string): Promise<void> {
  let leaving = false;
  place.addEventListener('submit', () => {
    leaving = true; // cancelled: a reload would overtake the answer
  });
  for (let turn = 0; ; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, turn < 12 ? QUICK : SLOW));
    if (leaving) return;
    const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
    if (answer === null) continue; // the network comes back
    const state = answer.ok ? ((await answer.json()) as ReadingState) : null;
    if (leaving) return;
    if (state === null || state.settled) return location.reload();
    show(place, state);
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-reading]')) {
  void follow(place, place.dataset.reading ?? '');
}

/**
 * The passport saves by itself: some seconds after the last keystroke, at once when the page is left. The same form by the same address as
 * the button; without scripts the button alone does it.
 */

interface Answer {
  readonly saved: string;
  readonly marks: Readonly<Record<string, string>>;
  readonly conflicts: readonly string[];
}

const AFTER_TYPING = 2500;
const TRY_AGAIN = 10_000;

class SavingForm {
  readonly #form: HTMLFormElement;
  readonly #state: HTMLElement | null;
  #timer = 0;
  #dirty = false;
  #busy = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#state = form.querySelector('[data-save-state]');
    form.addEventListener('input', () => this.#later(AFTER_TYPING));
    form.addEventListener('submit', () => {
      clearTimeout(this.#timer);
      this.#dirty = false;
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.#save();
    });
  }

  #later(wait: number): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(), wait);
  }

  async #save(): Promise<void> {
    if (!this.#dirty || this.#busy) return;
    this.#busy = true;
    this.#dirty = false;
    this.#tell('saving');
    try {
      const body = new URLSearchParams([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
      body.set('to', 'autosave');
      const sent = await fetch(this.#form.action, {
        method: 'POST',
        body,
        keepalive: body.toString().length < 60_000,
        headers: { accept: 'application/json' },
      });
      if (!sent.ok) throw new Error(String(sent.status));
      this.#done((await sent.json()) as Answer);
    } catch {
      this.#tell('notSaved');
      this.#later(TRY_AGAIN);
    } finally {
      this.#busy = false;
      if (this.#dirty) this.#later(AFTER_TYPING);
    }
  }

  #done({ saved, marks, conflicts }: Answer): void {
    for (const [field, mark] of Object.entries(marks)) {
      const input = this.#form.elements.namedItem(`was.${field}`);
      if (input instanceof HTMLInputElement) input.value = mark;
    }
    if (conflicts.length > 0) this.#tell('elsewhere');
    else if (this.#state) this.#state.textContent = saved;
  }

  #tell(what: 'saving' | 'notSaved' | 'elsewhere'): void {
    if (this.#state) this.#state.textContent = this.#state.dataset[what] ?? '';
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) new SavingForm(form);

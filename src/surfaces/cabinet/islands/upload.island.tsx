/** The file screen: drag or choose, the upload begins at once, goes on after a reload or a lost network, can be cancelled. */
import { render } from 'preact';
import { Upload } from 'tus-js-client';

interface Words {
  readonly sending: string;
  readonly cancel: string;
  readonly broken: string;
  readonly tooLarge: string;
  readonly empty: string;
  readonly failed: string;
  readonly asDocument: string;
}

interface Setting {
  readonly start: string;
  readonly limit: number;
  readonly words: Words;
}

interface Started {
  readonly readingId: string;
  readonly datasetId: string;
  readonly upload: string;
  readonly next: string;
  readonly cancel: string;
}

type View =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      readonly name: string;
      readonly sent: number;
      readonly size: number;
      readonly waits: boolean;
    }
  | { readonly kind: 'fault'; readonly text: string; readonly asDocument: boolean };

interface Wish {
  readonly fileName: string;
  readonly size: number;
  readonly kind: string;
  readonly unitId: string | null;
  readonly datasetId: string | null;
}

/** An upload broken off goes on only for the same dataset, or as the same new dataset of the same unit. */
function isSameDeed(before: Readonly<Record<string, string>>, wish: Wish): boolean {
  if (before.kind !== wish.kind) return false;
  return wish.datasetId === null ? before.unitId === (wish.unitId ?? '') : before.datasetId === wish.datasetId;
}

function textOrNull(value: FormDataEntryValue | null): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Parts of 8 MB: what is lost with the network is at most one of them. */
const PART = 8 * 1024 * 1024;

function State(props: { view: View; words: Words; onCancel: () => void; onDocument: () => void }) {
  const { view, words } = props;
  if (view.kind === 'idle') return null;
  if (view.kind === 'fault') {
    return (
      <div class="stack" role="alert">
        <p class="field-error">{view.text}</p>
        {view.asDocument && (
          <button type="button" class="button button-secondary" onClick={props.onDocument}>
            {words.asDocument}
          </button>
        )}
      </div>
    );
  }
  const done = view.size === 0 ? 0 : view.sent / view.size;
  return (
    <div class="progress stack">
      <p>
        {words.sending}: {view.name}
      </p>
      <progress max="1" value={done} aria-label={words.sending} />
      <p class="soft figures">{view.waits ? words.broken : `${Math.floor(done * 100)} %`}</p>
      <button type="button" class="button button-quiet" onClick={props.onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}

/** One form with its drop area. */
class UploadForm {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #place: HTMLElement;
  readonly #setting: Setting;
  #upload: Upload | null = null;
  #started: Started | null = null;
  #file: File | null = null;
  #resumed = false;

  constructor(form: HTMLFormElement, input: HTMLInputElement, place: HTMLElement) {
    this.#form = form;
    this.#input = input;
    this.#place = place;
    this.#setting = JSON.parse(form.dataset.upload ?? '{}') as Setting;
    this.#hideButton(true);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const file = input.files?.[0];
      if (file) void this.take(file);
    });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void this.take(file);
    });
  }

  /** Choosing is enough: the button is for those without scripts. */
  #hideButton(hidden: boolean): void {
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>(':scope > button')) button.hidden = hidden;
  }

  #show(view: View): void {
    const cancel = () => void this.cancel();
    const asDocument = () => {
      const choice = this.#form.querySelector<HTMLInputElement>('input[name="kind"][value="document"]');
      if (choice) choice.checked = true;
      if (this.#file) void this.take(this.#file);
    };
    render(<State view={view} words={this.#setting.words} onCancel={cancel} onDocument={asDocument} />, this.#place);
    const busy = view.kind === 'sending';
    this.#input.disabled = busy;
  }

  #fault(text: string, asDocument = false): void {
    this.#show({ kind: 'fault', text, asDocument });
    this.#input.value = '';
  }

  /** Kind and size are checked before a byte travels; a file whose upload broke off goes on from where it stopped. */
  async take(file: File, resume = true): Promise<void> {
    const { words, limit } = this.#setting;
    if (this.#upload) return;
    this.#file = file;
    if (file.size === 0) return this.#fault(words.empty);
    if (file.size > limit) return this.#fault(words.tooLarge);
    const data = new FormData(this.#form);
    const wish: Wish = {
      fileName: file.name,
      size: file.size,
      kind: String(data.get('kind') ?? 'table'),
      unitId: textOrNull(data.get('unitId')),
      datasetId: textOrNull(data.get('datasetId')),
    };
    this.#show({ kind: 'sending', name: file.name, sent: 0, size: file.size, waits: false });
    const upload = this.#uploadOf(file);
    const earlier = resume ? await upload.findPreviousUploads() : [];
    const previous = earlier.find(({ metadata }) => isSameDeed(metadata, wish));
    this.#resumed = previous?.uploadUrl !== undefined;
    if (previous?.uploadUrl) {
      const base = previous.uploadUrl.split('/').at(-1) ?? '';
      const pages = this.#setting.start.replace(/new\/start$/, `readings/${base}`);
      this.#started = { readingId: base, datasetId: '', upload: '', next: pages, cancel: `${pages}/cancel` };
      upload.resumeFromPreviousUpload(previous);
    } else if (!(await this.#begin(wish, upload))) return;
    this.#upload = upload;
    upload.start();
  }

  /** Asks for room; false when the file was refused. */
  async #begin(wish: Wish, upload: Upload): Promise<boolean> {
    const { words, start } = this.#setting;
    try {
      const answer = await fetch(start, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(wish),
      });
      const told: unknown = await answer.json();
      if (!answer.ok) {
        const { error } = told as { error: { code: string; message: unknown } };
        this.#fault(
          typeof error.message === 'string' && error.message ? error.message : words.failed,
          error.code === 'file-kind',
        );
        return false;
      }
      this.#started = told as Started;
      const { readingId, datasetId } = this.#started;
      upload.options.metadata = { readingId, datasetId, unitId: wish.unitId ?? '', kind: wish.kind };
      return true;
    } catch {
      this.#fault(words.failed);
      return false;
    }
  }

  #uploadOf(file: File): Upload {
    let sent = 0;
    const show = (waits: boolean) => this.#show({ kind: 'sending', name: file.name, sent, size: file.size, waits });
    return new Upload(file, {
      endpoint: '/cabinet/uploads',
      chunkSize: PART,
      // about five minutes without a network, then the clerk is told; choosing the file again goes on
      retryDelays: [0, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 60_000, 120_000],
      removeFingerprintOnSuccess: true,
      fingerprint: async (one) =>
        ['vidkryto', one instanceof File ? one.name : '', file.size, file.lastModified].join(' '),
      onProgress: (bytes) => {
        sent = bytes;
        show(false);
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        if (status === 0) show(true);
        return status === 0 || status === 409 || status === 423 || status >= 500;
      },
      onSuccess: () => {
        if (this.#started) location.assign(this.#started.next);
      },
      onError: (error) => {
        this.#upload = null;
        // the draft of an upload broken off long ago may have been cleaned: then from the beginning, once
        if (this.#resumed && sent === 0) {
          this.#resumed = false;
          void this.take(file, false);
          return;
        }
        this.#fault(textOf(error) ?? this.#setting.words.failed);
      },
    });
  }

  async cancel(): Promise<void> {
    const started = this.#started;
    await this.#upload?.abort();
    this.#upload = null;
    this.#started = null;
    for (const key of Object.keys(localStorage)) if (key.startsWith('tus::vidkryto')) localStorage.removeItem(key);
    if (started) await fetch(started.cancel, { method: 'POST', redirect: 'manual' }).catch(() => undefined);
    this.#show({ kind: 'idle' });
    this.#input.value = '';
  }
}

/** What the server said, when it said it in words. */
function textOf(error: Error): string | null {
  try {
    const body = (error as { originalResponse?: { getBody(): string } }).originalResponse?.getBody() ?? '';
    const { message } = (JSON.parse(body) as { error: { message: Record<string, string> } }).error;
    return message[document.documentElement.lang] ?? message.uk ?? null;
  } catch {
    return null;
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const place = form.querySelector<HTMLElement>('[data-upload-state]');
  const drop = form.querySelector<HTMLElement>('[data-drop]');
  if (!input || !place) continue;
  const island = new UploadForm(form, input, place);
  // dropped anywhere on the page, so that a file missed by a finger's width does not replace the page
  const over = (event: DragEvent) => {
    event.preventDefault();
    drop?.classList.toggle('over', event.type === 'dragover');
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', over);
  document.addEventListener('drop', (event) => {
    over(event);
    const file = event.dataTransfer?.files[0];
    if (file) void island.take(file);
  });
}

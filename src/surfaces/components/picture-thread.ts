import type { createRequire as CreateRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What the thread needs to begin: the renderer's program as WebAssembly, its script, and the fonts. */
export interface RendererFiles {
  readonly script: string;
  readonly wasm: Uint8Array;
  readonly fonts: readonly Uint8Array[];
  readonly family: string;
}

interface Answer {
  readonly id: number;
  readonly png?: Uint8Array;
  readonly fault?: string;
}

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}

/** A thread nobody asked for so long gives its memory back, milliseconds. */
const IDLE = 30_000;

/**
 * The thread's whole program. It goes there as text, so that it needs no file of its own in the built system: nothing from outside the
 * function may be named in it.
 */
function drawForever(): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const modules = process.getBuiltinModule('node:module') as { createRequire: typeof CreateRequire };
  const { script, wasm, fonts, family } = threads.workerData as RendererFiles;
  const { initWasm, Resvg } = modules.createRequire(script)(script) as typeof import('@resvg/resvg-wasm');
  const ready = initWasm(wasm);
  const font = { fontBuffers: [...fonts], defaultFontFamily: family, sansSerifFamily: family };
  const draw = (svg: string, width: number | null): Uint8Array => {
    const fitTo = width === null ? ({ mode: 'original' } as const) : ({ mode: 'width', value: width } as const);
    const drawing = new Resvg(svg, { font, fitTo });
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      // the module's memory knows no collector
      image.free();
      drawing.free();
    }
  };
  threads.parentPort?.on('message', ({ id, svg, width }: { id: number; svg: string; width: number | null }) => {
    ready
      .then(() => threads.parentPort?.postMessage({ id, png: draw(svg, width) }))
      .catch((error: unknown) => threads.parentPort?.postMessage({ id, fault: String(error) }));
  });
}

/** One thread that draws pictures one after another: a picture takes 50–250 ms, in which the process would answer nobody. */
export class PictureThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  readonly #ended: () => void;
  #idle: NodeJS.Timeout | null = null;
  #over = false;

  /** @param ended called once when the thread takes no more work, having idled or by a fault; whoever waits gets the fault */
  constructor(files: RendererFiles, ended: () => void) {
    this.#worker = new Worker(`(${drawForever.toString()})()`, { eval: true, workerData: files, execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#ended = ended;
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the thread that draws pictures has ended')));
  }

  #end(error: Error): void {
    if (this.#over) return;
    this.#over = true;
    this.#ended();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** The drawing as a PNG; rejects where the drawing cannot be read. */
  draw(svg: string, width: number | null): Promise<Uint8Array> {
    if (this.#over) return Promise.reject(new Error('the thread that draws pictures has ended'));
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    // while somebody waits the process stays, otherwise the thread keeps nobody
    this.#worker.ref();
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, svg, width });
    });
  }

  #take({ id, png, fault }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (png) waiting?.resolve(png);
    else waiting?.reject(new Error(fault));
    if (this.#waiting.size > 0) return;
    this.#worker.unref();
    this.#idle = setTimeout(() => {
      // first, so that nobody gives it work while it ends
      this.#end(new Error('the thread that draws pictures had nothing to do'));
      void this.#worker.terminate();
    }, IDLE).unref();
  }
}

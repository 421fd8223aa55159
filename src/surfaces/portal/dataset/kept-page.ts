import type { Context as HonoContext } from 'hono';
import { chooseEncoding, compress, type Encoding } from '../../../platform/http/compress.ts';
import { weightOf } from '../../../platform/weight.ts';

/** A rendered page that is remembered, with its compressed forms: compressing costs more than all else that a remembered page costs. */
export class KeptPage {
  readonly #text: string;
  readonly #packed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Bytes it takes in memory, about; its compressed forms take little beside it. */
  get weight(): number {
    return weightOf(this.#text);
  }

  /** The page in the best form the asker takes. */
  async answer(c: HonoContext, etag: string): Promise<Response> {
    const encoding = chooseEncoding(c.req.header('accept-encoding') ?? null);
    if (!encoding) return c.html(this.#text, 200, { etag });
    const packed = this.#packed.get(encoding) ?? this.#pack(encoding);
    return c.body(await packed, 200, {
      etag,
      'content-type': 'text/html; charset=UTF-8',
      'content-encoding': encoding,
      vary: 'accept-encoding',
    });
  }

  #pack(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const packed = compress(Buffer.from(this.#text), encoding).then((bytes) => new Uint8Array(bytes));
    this.#packed.set(encoding, packed);
    return packed;
  }
}

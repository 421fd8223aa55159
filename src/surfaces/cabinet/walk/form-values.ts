import type { Context as HonoContext } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';

/** What a form sent, as text. */
export interface FormValues {
  has(name: string): boolean;
  /** Trimmed; '' when it was not sent. Line breaks are `\n`. */
  text(name: string): string;
  /** Exactly as sent. */
  raw(name: string): string;
  all(name: string): string[];
  /** Each exactly as sent. */
  raws(name: string): string[];
}

/** Reads an ordinary form (not a file). */
export async function formOf(c: HonoContext<SurfaceEnv>): Promise<FormValues> {
  const sent = new URLSearchParams(await c.req.text());
  return {
    has: (name) => sent.has(name),
    text: (name) => (sent.get(name) ?? '').replaceAll('\r\n', '\n').trim(),
    raw: (name) => sent.get(name) ?? '',
    all: (name) => sent.getAll(name).map((value) => value.trim()),
    raws: (name) => sent.getAll(name),
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { type Person, setUp } from '../../src/capabilities/accounts/index.ts';
import { HTTP_STATUS, isRequestError } from '../../src/kernel/errors.ts';
import type { Language } from '../../src/kernel/text.ts';
import { boardRoutes } from '../../src/surfaces/cabinet/board/index.ts';
import { deskRoutes } from '../../src/surfaces/cabinet/desk/index.ts';
import { lifeRoutes } from '../../src/surfaces/cabinet/life/index.ts';
import { privacyRoutes } from '../../src/surfaces/cabinet/privacy/index.ts';
import { reviewRoutes } from '../../src/surfaces/cabinet/review/index.ts';
import { walkRoutes } from '../../src/surfaces/cabinet/walk/index.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/index.ts';
import { makeTestContext, type TestContext } from './make-context.ts';

export interface SiteOptions {
  /** Who visits; the administrator when left out. */
  readonly person?: Person | null;
  readonly language?: Language;
  /** Largest file, bytes. */
  readonly limit?: number;
}

export type Site = Hono<SurfaceEnv>;

/** The cabinet's walk and desk on a context of their own, asked without a network. */
export interface CabinetForTests {
  readonly context: TestContext;
  readonly unitId: string;
  site(options?: SiteOptions): Site;
  close(): Promise<void>;
}

/** A set-up community with one administrator. Call `close` in afterAll. */
export async function openCabinet(): Promise<CabinetForTests> {
  const context = await makeTestContext();
  const uploadsFolder = await mkdtemp(join(tmpdir(), 'vidkryto-uploads-'));
  const { administrator, root } = await setUp(context.ctx, {
    community: {
      name: 'Тестова громада',
      edrpou: '00032129',
      katottg: 'UA46060370010083384',
      colour: '#17467d',
      email: 'a@b.ua',
      site: '',
    },
    administrator: { name: 'Олена Коваль', email: 'olena@misto.gov.ua', password: 'довгий пароль для перевірки' },
  });
  return {
    context,
    unitId: root.id,
    site: ({ person = administrator, language = 'uk', limit } = {}) => {
      const app = new Hono<SurfaceEnv>();
      app.use(async (c, next) => {
        const { pathname, searchParams } = new URL(c.req.url);
        const ctx = context.as(
          person ? { kind: 'person', id: person.id, name: person.name, email: person.email } : { kind: 'visitor' },
        );
        c.set('visit', {
          ctx,
          person,
          language,
          profile: null,
          path: pathname,
          query: searchParams,
          origin: 'http://localhost',
          requestId: 'test',
        });
        await next();
      });
      app.route('/', walkRoutes({ uploadsFolder, uploadLimit: limit }));
      app.route('/', privacyRoutes());
      app.route('/', deskRoutes());
      app.route('/', boardRoutes());
      app.route('/', lifeRoutes());
      app.route('/', reviewRoutes());
      app.onError((error, c) =>
        isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error.stack), 500),
      );
      return app;
    },
    close: async () => {
      await context.close();
      await rm(uploadsFolder, { recursive: true, force: true });
    },
  };
}

/** A form as a browser without scripts sends it. */
export function form(values: Record<string, string> | [string, string][]) {
  return {
    method: 'POST',
    body: new URLSearchParams(values),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

/** The first screen's form with a file. `fields` has the unit, or the dataset to update. */
export async function sendFile(
  app: Site,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string>,
): Promise<Response> {
  const body = new FormData();
  for (const [key, value] of Object.entries({ kind: 'table', ...fields })) body.set(key, value);
  body.set('file', new File([bytes], name));
  return app.request('/cabinet/new', { method: 'POST', body });
}

/** The reading an answer leads to. */
export function readingOf(response: Response): string {
  return response.headers.get('location')?.match(/readings\/([0-9a-f-]{36})/)?.[1] ?? '';
}

/** A page that must be there. */
export async function page(app: Site, path: string): Promise<string> {
  const answer = await app.request(path);
  const text = await answer.text();
  expect(answer.status, `${path}\n${text.slice(0, 2000)}`).toBe(200);
  return text;
}

/** What a person reads before anything folded under «Докладніше» is opened. */
export function seen(html: string): string {
  return html
    .replace(/<details[^>]*data-more[\s\S]*?<\/details>/g, '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ');
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CkanOrganization,
  type CkanPackage,
  type FileKind,
  type InventedOptions,
  invent,
  inventPortal,
} from './ckan-invented.ts';

/** What the portal does wrong with one answer. */
export type Misdeed =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Half of the bytes, then the connection breaks. */
  | { readonly kind: 'half' }
  | { readonly kind: 'broken-json' }
  /** A page of HTML under status 200. */
  | { readonly kind: 'page' }
  | { readonly kind: 'silent' };

export interface Asked {
  readonly path: string;
  /** Milliseconds of the machine's clock. */
  readonly at: number;
}

/** A portal shaped as CKAN 2.7 that runs in the test, with invented data. */
export interface CkanServer {
  readonly url: string;
  readonly packages: CkanPackage[];
  readonly organizations: CkanOrganization[];
  /** All that was asked so far. */
  readonly asked: Asked[];
  /** Says what goes wrong with the n-th question (from 1) to a path; null: nothing. */
  misbehave: (path: string, nth: number) => Misdeed | null;
  fileOf: (n: number) => FileKind;
  close(): Promise<void>;
}

export const HOLDERS = [
  'Управління освіти Вигаданої міської ради',
  'Відділ земельних відносин',
  'Комунальне підприємство «Чисте місто»',
  'Фінансове управління',
  'Управління житлово-комунального господарства',
  'Відділ культури і туризму',
];

export const CITY = { title: 'Вигадана міська рада', edrpou: '04053648' };

const WAYS: Readonly<Record<string, (portal: CkanServer, asked: URLSearchParams) => unknown>> = {
  status_show: () => ({ site_title: 'Портал відкритих даних', ckan_version: '2.7.2', extensions: ['dgua'] }),
  package_search: search,
  package_show: (portal, asked) => portal.packages.find(({ id, name }) => [id, name].includes(asked.get('id') ?? '')),
  package_list: (portal) => portal.packages.map(({ name }) => name).sort(),
  organization_list: organizations,
  organization_show: (portal, asked) =>
    portal.organizations.find(({ id, name }) => [id, name].includes(asked.get('id') ?? '')),
};

function search(portal: CkanServer, asked: URLSearchParams) {
  const filter = /^\+?(organization|owner_org|name|id):"?([^"\s]+)"?$/.exec(asked.get('fq') ?? '');
  const words = (asked.get('q') ?? '*:*').replaceAll('"', '');
  const belongs = (one: CkanPackage) => {
    if (!filter) return true;
    const { name, id } = one.organization as CkanOrganization;
    return filter[1] === 'organization'
      ? name === filter[2]
      : filter[1] === 'owner_org'
        ? id === filter[2]
        : one[filter[1] ?? ''] === filter[2];
  };
  const found = portal.packages
    .filter((one) => belongs(one) && (words === '*:*' || JSON.stringify(one).includes(words)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const start = Number(asked.get('start') ?? 0);
  const rows = Math.min(1000, Number(asked.get('rows') ?? 10));
  return {
    count: found.length,
    sort: 'id asc',
    facets: {},
    search_facets: {},
    results: found.slice(start, start + rows),
  };
}

function organizations(portal: CkanServer, asked: URLSearchParams) {
  const all = [...portal.organizations].sort((a, b) => (a.name < b.name ? -1 : 1));
  const offset = Number(asked.get('offset') ?? 0);
  if (asked.get('all_fields') !== 'true') return all.map(({ name }) => name).slice(offset, offset + 1000);
  const withExtras = asked.get('include_extras') === 'true';
  return all.slice(offset, offset + 25).map(({ extras, ...one }) => ({
    ...one,
    display_name: one.title,
    package_count: portal.packages.filter(({ owner_org }) => owner_org === one.id).length,
    ...(withExtras ? { extras } : {}),
  }));
}

function answerApi(portal: CkanServer, url: URL, response: ServerResponse): Buffer {
  const action = url.pathname.split('/').at(-1) ?? '';
  const way = WAYS[action];
  response.setHeader('content-type', 'application/json;charset=utf-8');
  const help = `${portal.url}/api/3/action/help_show?name=${action}`;
  if (!way) {
    response.statusCode = 400;
    return Buffer.from(JSON.stringify(`Bad request: Action name not known: ${action}`));
  }
  const result = way(portal, url.searchParams);
  if (result !== undefined) return Buffer.from(JSON.stringify({ help, success: true, result }));
  response.statusCode = 404;
  const error = { __type: 'Not Found Error', message: 'Not found' };
  return Buffer.from(JSON.stringify({ help, success: false, error }));
}

function answerFile(portal: CkanServer, url: URL, response: ServerResponse): Buffer | 'cut' | 'silent' {
  const n = Number(/dani-(\d+)\./.exec(url.pathname)?.[1] ?? -1);
  const kind = portal.fileOf(n);
  response.setHeader('content-type', 'text/csv');
  if (kind === 'missing' || n < 0) {
    response.statusCode = 404;
    return Buffer.from('Not Found');
  }
  if (kind === 'html') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return Buffer.from('<!doctype html><title>Технічні роботи</title>');
  }
  if (kind === 'slow') return 'silent';
  if (kind === 'cut') return 'cut';
  if (kind === 'empty') return Buffer.from('');
  if (kind === 'broken-xlsx') return Buffer.from('PK\u0003\u0004 but no workbook');
  return invent(n, kind);
}

function half(response: ServerResponse, body: Buffer): void {
  response.setHeader('content-length', String(body.length));
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function answer(
  portal: CkanServer,
  counts: Map<string, number>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', portal.url);
  portal.asked.push({ path: url.pathname + url.search, at: Date.now() });
  const nth = (counts.get(url.pathname) ?? 0) + 1;
  counts.set(url.pathname, nth);
  const isApi = url.pathname.startsWith('/api/');
  const misdeed = portal.misbehave(url.pathname, nth);
  if (misdeed?.kind === 'silent') return;
  if (misdeed?.kind === 'status') {
    if (misdeed.retryAfter) response.setHeader('retry-after', misdeed.retryAfter);
    return void response.writeHead(misdeed.status).end('{"success": false}');
  }
  if (misdeed?.kind === 'page') {
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Перевірка браузера</html>');
  }
  const body = isApi ? answerApi(portal, url, response) : answerFile(portal, url, response);
  if (body === 'silent') return;
  if (body === 'cut') return void half(response, Buffer.from('Код;Назва\n1;А\n2;Б\n'));
  if (misdeed?.kind === 'half') return void half(response, body);
  if (misdeed?.kind === 'broken-json') return void response.end(body.subarray(0, body.length - 2));
  response.end(body);
}

/** Starts a portal on a free port of this machine. Close it when done. */
export async function startCkan(given: Partial<InventedOptions> = {}): Promise<CkanServer> {
  const options: InventedOptions = {
    datasets: 12,
    dialect: 'data.gov.ua',
    holders: HOLDERS,
    organization: CITY,
    ...given,
  };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const portal: CkanServer = {
    url,
    ...inventPortal(options, () => url),
    asked: [],
    misbehave: () => null,
    fileOf: options.fileOf ?? (() => 'good'),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const counts = new Map<string, number>();
  server.on('request', (request, response) => answer(portal, counts, request, response));
  return portal;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json, type Portal, PortalRefusal } from './portal.ts';
import type { PushOptions } from './push-options.ts';

/** What came of it; printed for people or as JSON. */
export interface PushOutcome {
  readonly result: 'published' | 'draft' | 'unchanged' | 'waits' | 'refused' | 'not-finished' | 'dry-run';
  readonly fileName: string;
  readonly bytes: number;
  readonly rows: number | null;
  readonly version: number | null;
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
  /** Why it waits or was refused. */
  readonly reason: { readonly code: string; readonly text: string } | null;
  /** Page of the cabinet where a person goes on. */
  readonly page: string | null;
}

interface Reading {
  readonly id: string;
  readonly state: string;
  readonly settled: boolean;
  readonly rows: number | null;
  readonly sha256: string | null;
  readonly publishedAt: string | null;
  readonly findings: PushOutcome['findings'];
  readonly refusal: string | null;
  readonly page: string | null;
}

function readingOf(json: Json): Reading {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const uk = (value: unknown) => text((value as Json | null)?.uk);
  const found = Array.isArray(json.findings) ? (json.findings as Json[]) : [];
  return {
    id: text(json.id) ?? '',
    state: text(json.state) ?? '',
    settled: json.settled === true,
    rows: typeof json.rows === 'number' ? json.rows : null,
    sha256: text(json.sha256),
    publishedAt: text(json.publishedAt),
    findings: found.map(({ severity, message }) => ({ severity: text(severity) ?? '', message: uk(message) ?? '' })),
    refusal: uk(json.refusal),
    page: text((json.links as Json | undefined)?.page),
  };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/**
 * Sends a file that lies on the disk: looked at first (the same bytes as published are not sent again), then sent, read, mended by the recipe and
 * published, each step waited for. Throws PortalRefusal for what cannot go on, NoPortal.
 */
export async function pushFile(
  portal: Portal,
  path: string,
  options: PushOptions,
  signal: AbortSignal,
): Promise<PushOutcome> {
  const { size } = await stat(path);
  const dataset = `/api/1/datasets/${encodeURIComponent(options.dataset)}`;
  const newest = await newestReading(portal, await portal.get(`${dataset}/draft`), options.resource);
  const before = newest && readingOf(newest);
  const started: PushOutcome = {
    ...{ result: 'dry-run', fileName: options.name, bytes: size, rows: null, version: null },
    ...{ findings: [], reason: null, page: null },
  };
  const sha256 = await sha256Of(path);
  if (before?.publishedAt && before.sha256 === sha256) {
    return { ...started, result: 'unchanged', rows: before.rows };
  }
  if (options.dryRun) return started;
  const resource = options.resource === null ? '' : `/resources/${encodeURIComponent(options.resource)}`;
  const file = { path, size };
  const accepted = async () => {
    const now = await newestReading(portal, await portal.get(`${dataset}/draft`), options.resource);
    return now && now.id !== before?.id && now.sha256 === sha256 ? now : null;
  };
  const to = `${dataset}${resource}/file?name=${encodeURIComponent(options.name)}`;
  const sent = await portal.put(to, file, accepted);
  const end = Date.now() + options.patience;
  const reading = await decided(portal, await settled(portal, readingOf(sent), end, signal), options, end, signal);
  const { rows, findings, page } = reading;
  const read = { ...started, rows, findings, page };
  if (!reading.settled) return { ...read, result: 'not-finished' };
  if (reading.state === 'checked') return { ...read, result: 'waits', reason: UNDECIDED };
  if (reading.state !== 'ready') {
    return { ...read, result: 'refused', reason: { code: reading.state, text: reading.refusal ?? '' } };
  }
  return options.draft ? { ...read, result: 'draft' } : await publish(portal, dataset, read, end, signal);
}

const UNDECIDED = {
  code: 'repairs-undecided',
  text: 'Вирішіть у кабінеті, що виправити: наступні файли виправимо так само. Або додайте --accept-repairs.',
};

/** The newest file of the resource, or of the only one the dataset has. */
async function newestReading(portal: Portal, draft: Json, resource: string | null): Promise<Json | null> {
  const resources = Array.isArray(draft.resources) ? (draft.resources as Json[]) : [];
  const files = resources.filter(({ kind }) => kind !== 'link');
  const found =
    resource === null ? (files.length === 1 ? files[0] : undefined) : files.find(({ id }) => id === resource);
  const id = (found?.reading as Json | null | undefined)?.id;
  return typeof id === 'string' ? portal.get(`/api/1/readings/${id}`) : null;
}

async function settled(portal: Portal, first: Reading, end: number, signal: AbortSignal): Promise<Reading> {
  let reading = first;
  for (let wait = 250; !reading.settled && Date.now() < end; wait = Math.min(5_000, wait * 1.5)) {
    await sleep(Math.min(wait, Math.max(0, end - Date.now())), undefined, { signal });
    reading = readingOf(await portal.get(`/api/1/readings/${reading.id}`));
  }
  return reading;
}

async function decided(
  portal: Portal,
  reading: Reading,
  { acceptRepairs }: PushOptions,
  end: number,
  signal: AbortSignal,
): Promise<Reading> {
  if (reading.state !== 'checked' || !acceptRepairs) return reading;
  const { body } = await portal.post(`/api/1/readings/${reading.id}/repairs`, { accept: 'all' });
  return settled(portal, readingOf(body), end, signal);
}

async function publish(
  portal: Portal,
  dataset: string,
  read: PushOutcome,
  end: number,
  signal: AbortSignal,
): Promise<PushOutcome> {
  for (;;) {
    const seconds = Math.max(0, Math.min(30, Math.floor((end - Date.now()) / 1000)));
    try {
      const { status, body } = await portal.post(`${dataset}/publication?wait=${seconds}`);
      if (status === 200) return { ...read, result: 'published', version: Number(body.version) || null };
    } catch (error) {
      if (!(error instanceof PortalRefusal)) throw error;
      const { code, uk: text } = error;
      if (code === 'nothing-new') return { ...read, result: 'unchanged' };
      if (code !== 'file-being-read') return { ...read, result: 'waits', reason: { code, text } };
    }
    if (Date.now() >= end) return { ...read, result: 'not-finished' };
    await sleep(500, undefined, { signal });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../../platform/context.ts';
import { downloadOutside } from '../../../platform/http/download-outside.ts';
import { fetchOutside, type OutsideAnswer } from '../../../platform/http/fetch-outside.ts';
import { type ExchangeSettings, takeTurn } from './pace-store.ts';
import { PortalTrouble, portalTroubleOf, trouble, troubleOfStatus } from './trouble.ts';

/** Tries of one question, the first included. */
const TRIES = 4;
/** Largest answer of the API, bytes: a hundred datasets with hundreds of files each. */
const ANSWER = 48 * 1024 * 1024;
const REDIRECTS = 5;
/** For a whole file, ms. */
const WHOLE_FILE = 30 * 60_000;

/** How a portal is reached: settings, and which hosts of the city's own network may be asked. */
export interface Reach {
  readonly settings: ExchangeSettings;
  readonly trustedHosts: readonly string[];
}

/** Waits for a turn at the server, asks, and asks again a few times where time may mend it, each time after a longer wait. Throws PortalTrouble. */
async function politely<T>(ctx: Context, address: string, reach: Reach, ask: () => Promise<T>): Promise<T> {
  const { waitMs } = reach.settings;
  if (!URL.canParse(address) || !/^https?:/i.test(address)) throw new PortalTrouble(trouble('bad-address'));
  const { host } = new URL(address);
  for (let attempt = 1; ; attempt += 1) {
    await sleep(await takeTurn(ctx.db, host, waitMs), undefined, { signal: ctx.signal });
    try {
      return await ask();
    } catch (error) {
      ctx.signal.throwIfAborted(); // stopped on our side: another try begins anew
      const told = portalTroubleOf(error);
      if (!told.again || attempt >= TRIES) throw told;
      await sleep(Math.max(100, waitMs) * 2 ** attempt, undefined, { signal: ctx.signal });
    }
  }
}

/** The result of an action of the API, whatever it is. Throws PortalTrouble. */
export function askAction(
  ctx: Context,
  portal: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
  reach: Reach,
): Promise<unknown> {
  const address = `${portal}/api/3/action/${action}?${new URLSearchParams(parameters)}`;
  const milliseconds = reach.settings.patienceSeconds * 1000;
  return politely(ctx, address, reach, async () => {
    const answer = await fetchOutside(address, {
      limits: { bytes: ANSWER, milliseconds, redirects: REDIRECTS },
      trustedHosts: reach.trustedHosts,
      signal: ctx.signal,
    });
    return resultOf(answer);
  });
}

function resultOf({ status, contentType, body }: OutsideAnswer): unknown {
  if (status !== 200 && status !== 404 && status !== 409) throw troubleOfStatus(status, false);
  const told = parsed(body);
  if (told === undefined) {
    // a page under status 200 is a portal under repair or a check of browsers; under 404 it is no portal at all
    throw status === 200 && !/html/i.test(contentType)
      ? new PortalTrouble(trouble('broken-answer'), true)
      : new PortalTrouble(trouble(status === 200 ? 'broken-answer' : 'not-ckan'), status === 200);
  }
  if (typeof told !== 'object' || told === null || !('success' in told)) throw new PortalTrouble(trouble('not-ckan'));
  if (told.success === true && 'result' in told) return told.result;
  return null; // there is no such thing
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A file that was got from a portal. */
export interface FetchedFile {
  /** As the server calls it; null when it says nothing. */
  readonly name: string | null;
  readonly size: number;
  readonly sha256: string;
}

/** Takes a file of a portal to `path`. Throws PortalTrouble. @param limit bytes @param asPage whether a page of HTML is what is expected */
export function fetchFile(
  ctx: Context,
  address: string,
  path: string,
  { reach, limit, asPage }: { readonly reach: Reach; readonly limit: number; readonly asPage: boolean },
): Promise<FetchedFile> {
  const idle = reach.settings.patienceSeconds * 1000;
  return politely(ctx, address, reach, async () => {
    const answer = await downloadOutside(address, path, {
      limits: { bytes: limit, milliseconds: WHOLE_FILE, idle, redirects: REDIRECTS },
      trustedHosts: reach.trustedHosts,
      signal: ctx.signal,
    });
    if (answer.file === null) throw troubleOfStatus(answer.status, true);
    if (!asPage && /html/i.test(answer.contentType)) throw new PortalTrouble(trouble('page-instead'));
    return { name: answer.fileName, ...answer.file };
  });
}

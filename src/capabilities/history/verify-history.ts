import type { Context } from '../../platform/context.ts';
import { contentDigest, entryDigest, FIRST_CHAIN, nextChain } from './chain-rules.ts';
import {
  type ChainLink,
  type SaltedEntry,
  selectErasures,
  selectForeign,
  selectHead,
  selectLinkAt,
  selectLinks,
} from './chain-store.ts';
import { sealHistory } from './seal-history.ts';

const AT_ONCE = 2000;
/** More faults than so many are not told: the first names the place. */
const MOST_FAULTS = 20;
/** An entry sealed so long after its own instant was not written when it says. ms */
const LATEST_SEAL = 24 * 60 * 60_000;

export type HistoryFaultCode =
  | 'entry-missing' // the chain knows it, the table does not
  | 'entry-changed' // what stays for ever was changed
  | 'content-changed'
  | 'erased-without-order' // its content is gone and no entry of the chain says why
  | 'link-missing' // a gap of positions
  | 'chain-changed' // a link's value does not follow from the one before
  | 'end-missing' // the head is further than the last link
  | 'head-differs' // a head noted earlier is not in the chain
  | 'backdated' // dated long before its neighbours
  | 'foreign-entry'; // stands outside the chain

/** One damage, with the place it was found at. */
export interface HistoryFault {
  readonly code: HistoryFaultCode;
  /** In the chain; null: outside of it. */
  readonly position: number | null;
  readonly entryId: string | null;
  readonly at: Date | null;
  readonly deed: string | null;
}

/** A head somebody noted: position and chain value in hexadecimal. */
export interface NotedHead {
  readonly position: number;
  readonly chain: string;
}

/** What a check found. No faults: every entry is as it was sealed, and none is missing. */
export interface HistoryCheck {
  readonly head: NotedHead;
  readonly faults: readonly HistoryFault[];
}

function faultAt(code: HistoryFaultCode, link: ChainLink | null, salted: SaltedEntry | null): HistoryFault {
  const { entry } = salted ?? {};
  return {
    code,
    position: link?.position ?? null,
    entryId: link?.entryId ?? entry?.id ?? null,
    at: entry?.at ?? null,
    deed: entry?.deed ?? null,
  };
}

function codesOfEntry(link: ChainLink, salted: SaltedEntry | null, erasures: ReadonlySet<string>): HistoryFaultCode[] {
  if (!salted) return ['entry-missing'];
  const { entry, salt } = salted;
  const codes: HistoryFaultCode[] = [];
  if (entry.erased) {
    if (!erasures.has(entry.id)) codes.push('erased-without-order');
  } else if (!contentDigest(entry, salt ?? '').equals(link.content)) codes.push('content-changed');
  if (!entryDigest(entry, link.content).equals(link.digest)) codes.push('entry-changed');
  return codes;
}

/** Walks the chain; gives its faults and where it ends. */
async function walk(ctx: Context): Promise<{ faults: HistoryFault[]; last: number; chain: Buffer }> {
  const erasures = await selectErasures(ctx.db);
  const faults: HistoryFault[] = [];
  let last = 0;
  let chain: Buffer = FIRST_CHAIN;
  let latest = 0;
  for (;;) {
    const some = await selectLinks(ctx.db, last, AT_ONCE);
    for (const { link, salted } of some) {
      const codes = codesOfEntry(link, salted, erasures);
      if (link.position !== last + 1) codes.push('link-missing');
      else if (!nextChain(chain, link.digest).equals(link.chain)) codes.push('chain-changed');
      const at = salted?.entry.at.getTime() ?? latest;
      if (at < latest - LATEST_SEAL) codes.push('backdated');
      latest = Math.max(latest, at);
      faults.push(...codes.map((code) => faultAt(code, link, salted)));
      last = link.position;
      chain = link.chain; // so that what comes after a damage is judged by itself
    }
    if (some.length < AT_ONCE || faults.length >= MOST_FAULTS) return { faults, last, chain };
  }
}

/**
 * Checks the whole history after sealing what waits: every entry against its digests, every link against the one before, the end against the
 * kept head, and the chain against heads noted elsewhere. 100,000 entries take some seconds. At most 20 faults are told.
 */
export async function verifyHistory(ctx: Context, noted: readonly NotedHead[] = []): Promise<HistoryCheck> {
  await sealHistory(ctx);
  const { faults, last, chain } = await walk(ctx);
  const head = await selectHead(ctx.db);
  const whole = faults.length < MOST_FAULTS;
  if (whole && (head.position !== last || !head.chain.equals(chain))) {
    faults.push({ code: 'end-missing', position: last + 1, entryId: null, at: null, deed: null });
  }
  for (const { position, chain: value } of noted) {
    const there = await selectLinkAt(ctx.db, position);
    if (there?.chain.toString('hex') === value) continue;
    faults.push({ code: 'head-differs', position, entryId: null, at: null, deed: null });
  }
  for (const entry of await selectForeign(ctx.db, MOST_FAULTS)) {
    faults.push(faultAt('foreign-entry', null, { entry, salt: null }));
  }
  return { head: { position: head.position, chain: head.chain.toString('hex') }, faults: faults.slice(0, MOST_FAULTS) };
}

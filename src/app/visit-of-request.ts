import { randomUUID } from 'node:crypto';
import {
  actorOfPerson,
  type CommunityProfile,
  communityProfile,
  type FactorPolicy,
  factorDueAt,
  factorPolicy,
  mayAnywhere,
  type SignedInPerson,
  sessionSecret,
  signedInPerson,
  tokenOfRequest,
} from '../capabilities/accounts/index.ts';
import { unreadBeside } from '../capabilities/notices/index.ts';
import { guidanceOf } from '../capabilities/people/index.ts';
import { VISITOR } from '../kernel/actor.ts';
import type { Language } from '../kernel/text.ts';
import { actingAs, type Context, type Via } from '../platform/context.ts';
import { jsonObject, rowsOf } from '../platform/database/ask-together.ts';
import { isSafe } from '../platform/http/security.ts';
import { mailServerInForce } from '../platform/mail/mail-server.ts';
import { showsGuidance } from '../surfaces/cabinet/materials/shows-guidance.ts';
import type { Visit } from '../surfaces/components/visit.ts';
import { isForPrograms } from './error-answers.tsx';

/** The profile stands on every page and hardly ever changes: asked for once in so long, ms. */
const PROFILE_FRESH = 5_000;

/** What every request needs of the community: its profile, remembered for a moment, and the secret of its cookies. */
export class ProfileCache {
  #value: CommunityProfile | null = null;
  #until = 0;
  #secret: Promise<string> | null = null;

  #policy: FactorPolicy | null = null;
  #policyUntil = 0;

  /** Forgets it: called after every request that changes something. */
  forget(): void {
    this.#until = 0;
    this.#policyUntil = 0;
  }

  /** Of whom the second step is asked. */
  async policy(ctx: Context): Promise<FactorPolicy> {
    if (this.#policy !== null && Date.now() < this.#policyUntil) return this.#policy;
    this.#policy = await factorPolicy(ctx);
    this.#policyUntil = Date.now() + PROFILE_FRESH;
    return this.#policy;
  }

  /** What signs the cookies: it never changes while the process lives on its records. */
  secret(ctx: Context): Promise<string> {
    const secret = this.#secret ?? sessionSecret(ctx);
    this.#secret = secret;
    // a database away for a moment is asked again
    secret.catch(() => {
      this.#secret = null;
    });
    return secret;
  }

  async profile(ctx: Context): Promise<CommunityProfile | null> {
    if (Date.now() < this.#until) return this.#value;
    this.#value = await communityProfile(ctx);
    if (this.#value) this.#until = Date.now() + PROFILE_FRESH; // an empty system is asked each time: set-up shows at once
    return this.#value;
  }
}

/** A mail server set or forgotten in the interface counts after so long at most, ms. */
const MAIL_FRESH = 5_000;

/** Whether letters leave, remembered for a moment: pages promise a letter only where one goes. */
export class MailSwitch {
  #leaves = false;
  #until = 0;

  /** Forgets it: called after every request that changes something. */
  forget(): void {
    this.#until = 0;
  }

  async leaves(ctx: Context): Promise<boolean> {
    if (Date.now() < this.#until) return this.#leaves;
    this.#leaves = (await mailServerInForce(ctx)) !== null;
    this.#until = Date.now() + MAIL_FRESH;
    return this.#leaves;
  }
}

/** Language and path of an address: `/en/about` is the English `/about`. */
export function splitLanguage(pathname: string): { language: Language; path: string } {
  const match = /^\/en(?=\/|$)(.*)$/.exec(pathname);
  return match ? { language: 'en', path: match[1] || '/' } : { language: 'uk', path: pathname };
}

/** A number to find the request in the log by; one given by a proxy of ours is kept. */
export function requestIdOf(headers: Headers, trusted: boolean): string {
  const given = headers.get('x-request-id');
  return trusted && given && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

export interface VisitParts {
  readonly ctx: Context;
  readonly request: Request;
  readonly origin: string;
  readonly requestId: string;
  /** Network address of the client. */
  readonly address: string;
  readonly profiles: ProfileCache;
}

/** Everything a page needs to know of a request, asked for once. */
export async function visitOf({ ctx, request, origin, requestId, address, profiles }: VisitParts): Promise<Visit> {
  const url = new URL(request.url);
  const log = ctx.log.child({ requestId });
  const { language, path } = splitLanguage(url.pathname);
  const signal = AbortSignal.any([ctx.signal, request.signal]);
  // what is asked to know who comes is known to the page too
  const visitor: Context = { ...ctx, log, actor: VISITOR, signal, asked: new Map() };
  const { headers } = request;
  // programs come by a token and to the API only; a token and a session in one request: the token alone counts
  const token = path.startsWith('/api/') ? await tokenOfRequest(visitor, headers, address) : null;
  const inCabinet = isSafe(request.method) && /^\/cabinet(\/|$)/.test(path);
  const known = { secret: () => profiles.secret(visitor), beside: inCabinet ? besideOf(path) : undefined };
  const [signedIn, profile] = await Promise.all([
    token === null ? signedInPerson(visitor, headers, known) : null,
    profiles.profile(visitor),
  ]);
  const person = signedIn?.person ?? null;
  const due = signedIn === null || signedIn.hasFactor ? null : await dueAt(visitor, signedIn, profiles);
  const actor = token ?? (person ? actorOfPerson(person) : VISITOR);
  const asked = { language, path, query: url.searchParams, method: request.method, origin, requestId, address };
  const said = signedIn !== null && inCabinet ? saidOf(signedIn) : {};
  const kind = token !== null ? 'token' : isForPrograms(path) ? 'api' : 'page';
  const via: Via = { kind, address };
  return {
    ctx: { ...actingAs(visitor, actor), via },
    person,
    profile,
    ...asked,
    ...said,
    factorDueAt: due,
  };
}

/** What a page of the cabinet shows besides its own matter: asked in the statement that finds who asks. */
const besideOf = (path: string) => (personId: string) =>
  jsonObject({
    unread: unreadBeside(personId),
    ...(showsGuidance(path) ? { guidance: rowsOf(guidanceOf(personId).query) } : {}),
  });

/** The same as the page takes it. Guidance is for those who may read what the staff reads. */
function saidOf({ person, beside }: SignedInPerson): Pick<Visit, 'unread' | 'guidance'> {
  const { unread, guidance } = beside as { readonly unread: number; readonly guidance?: readonly never[] };
  if (!guidance || !mayAnywhere(person.appointments, 'dataset.view-internal')) return { unread };
  return { unread, guidance: guidanceOf(person.id).read(guidance) };
}

async function dueAt(ctx: Context, signedIn: SignedInPerson, profiles: ProfileCache): Promise<Date | null> {
  return factorDueAt(await profiles.policy(ctx), signedIn.person, signedIn);
}

/** A visit that knows nothing: for the error page when even the database is away. */
export function emptyVisit({ ctx, request, origin, requestId }: Omit<VisitParts, 'profiles' | 'address'>): Visit {
  const url = new URL(request.url);
  const { language, path } = splitLanguage(url.pathname);
  const { method } = request;
  return { ctx, person: null, language, profile: null, path, query: url.searchParams, method, origin, requestId };
}

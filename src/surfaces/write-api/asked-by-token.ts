import type { MiddlewareHandler } from 'hono';
import { RequestError } from '../../kernel/errors.ts';
import type { SurfaceEnv } from '../components/visit.ts';

/** Only tokens write by the API: a browser's session never does, so that no page elsewhere can write in somebody's name. */
export const tokensOnly: MiddlewareHandler<SurfaceEnv> = async (c, next) => {
  if (c.get('visit').ctx.actor.kind === 'token') return next();
  throw new RequestError('signed-out', 'token-missing', {
    uk: 'Для запису потрібен токен: створіть його в кабінеті («Мої токени» або «Токени підрозділів») і надсилайте так: Authorization: Bearer vidkryto_…',
    en: 'Writing needs a token: make one in the cabinet (“My tokens” or “Tokens of units”) and send it as: Authorization: Bearer vidkryto_…',
  });
};

/** The key by which a repeated request is answered and not done twice. */
export function keyOf(headers: Headers): string | null {
  return headers.get('idempotency-key');
}

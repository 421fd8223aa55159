import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';
import { z } from 'zod';

/** Under this name better-auth's plugin keeps who has done the first step. */
const STEP_KEY = 'two_factor';

/**
 * A door into better-auth for those another service has vouched for: a session, or the same waiting second step that a right password leads to.
 * Known to the server only: it has no address, and our handler is not mounted anyway.
 * @param stepSeconds how long the second step waits
 */
export const sessionDoor = (stepSeconds: number) =>
  ({
    id: 'session-door',
    endpoints: {
      openSession: createAuthEndpoint(
        { method: 'POST', body: z.object({ userId: z.string(), secondStep: z.boolean() }) },
        async (ctx) => {
          const { internalAdapter, createAuthCookie, secret } = ctx.context;
          const { userId, secondStep } = ctx.body;
          const user = await internalAdapter.findUserById(userId);
          if (user === null) throw new Error('a session was asked for nobody');
          if (!secondStep) {
            await setSessionCookie(ctx, { session: await internalAdapter.createSession(userId), user });
            return { userId };
          }
          const identifier = `2fa-${generateRandomString(20)}`;
          const expiresAt = new Date(Date.now() + stepSeconds * 1000);
          await internalAdapter.createVerificationValue({ value: userId, identifier, expiresAt });
          const cookie = createAuthCookie(STEP_KEY, { maxAge: stepSeconds });
          await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
          return { userId };
        },
      ),
    },
  }) satisfies BetterAuthPlugin;

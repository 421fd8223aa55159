/** A person's own second step; its deeds stand below it. */
export const FACTORS = '/cabinet/account/second-step';

/** Settings of signing in. */
export const SETTINGS = '/cabinet/settings/sign-in';

/** Leads to another service and back. @param query `next`: where to go afterwards; `token`: of an invitation that is accepted by it */
export function leaveAddress(serviceId: string, query: Record<string, string>): string {
  return `/sign-in/with/${serviceId}?${new URLSearchParams(query)}`;
}

/** `oidc`: by the standard, any address. `id-gov-ua`: by the protocol of that service, not tried against it yet. */
export type ProviderKind = 'oidc' | 'id-gov-ua';

/** A sign-in service of others, without its secret. */
export interface Provider {
  readonly id: string;
  readonly kind: ProviderKind;
  /** On the button, e.g. «Обліковий запис області». */
  readonly name: string;
  /** Address of the service, as it calls itself; no slash at the end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly active: boolean;
}

/** A service with its secret, for asking it. */
export interface OpenProvider extends Provider {
  readonly clientSecret: string;
}

/** Who a service says somebody is. Kept only in memory: of the subject we store a keyed digest, of the rest nothing. */
export interface Identity {
  readonly subject: string;
  /** Null where the service gives none, or has not made sure whose it is. */
  readonly verifiedEmail: string | null;
}

/** What has to be remembered between sending a person away and their return. */
export interface KeptQuestion {
  readonly nonce: string;
  readonly verifier: string;
}

/** How other servers are asked: only of the open internet, and those the settings of the machine name. */
export interface ProviderReach {
  readonly trustedHosts: readonly string[];
  readonly signal?: AbortSignal;
}

/** One protocol of sign-in services. */
export interface ProviderAdapter {
  /** @returns the address the person is sent to */
  questionAddress(
    provider: OpenProvider,
    asked: KeptQuestion & { readonly state: string; readonly redirectUri: string },
    reach: ProviderReach,
  ): Promise<string>;
  /** Throws `provider-refused` where anything of the answer is not as it has to be. */
  identityOf(
    provider: OpenProvider,
    answer: KeptQuestion & { readonly code: string; readonly redirectUri: string; readonly issuer: string | null },
    reach: ProviderReach,
  ): Promise<Identity>;
}

/**
 * Passkeys: asks the server for a question, the browser's authenticator for the answer, and posts it as an ordinary form. A form says by
 * `data-passkey` what it does: `create` or `get`.
 */

interface Descriptor {
  readonly id: string;
  readonly type: 'public-key';
  readonly transports?: AuthenticatorTransport[];
}

/** The JSON form of WebAuthn's questions, as far as ours go. */
interface Question {
  readonly challenge: string;
  readonly rpId?: string;
  readonly timeout?: number;
  readonly userVerification?: UserVerificationRequirement;
  readonly rp: PublicKeyCredentialRpEntity;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: PublicKeyCredentialParameters[];
  readonly authenticatorSelection?: AuthenticatorSelectionCriteria;
  readonly excludeCredentials?: Descriptor[];
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function textOf(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function create(question: Question): Promise<object | null> {
  const { rp, pubKeyCredParams, timeout, authenticatorSelection, user, challenge } = question;
  const excludeCredentials = (question.excludeCredentials ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }));
  const made = (await navigator.credentials.create({
    publicKey: {
      rp,
      pubKeyCredParams,
      ...(timeout === undefined ? {} : { timeout }),
      ...(authenticatorSelection === undefined ? {} : { authenticatorSelection }),
      attestation: 'none',
      user: { ...user, id: bytesOf(user.id) },
      challenge: bytesOf(challenge),
      excludeCredentials,
    },
  })) as PublicKeyCredential | null;
  if (made === null) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: textOf(made.rawId),
    type: made.type,
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

async function get({ challenge, rpId, timeout, userVerification }: Question): Promise<object | null> {
  const given = (await navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(challenge),
      ...(rpId === undefined ? {} : { rpId }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(userVerification === undefined ? {} : { userVerification }),
    },
  })) as PublicKeyCredential | null;
  if (given === null) return null;
  const response = given.response as AuthenticatorAssertionResponse;
  return {
    id: given.id,
    rawId: textOf(given.rawId),
    type: given.type,
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      ...(response.userHandle ? { userHandle: textOf(response.userHandle) } : {}),
    },
  };
}

/** The question; null when the server would not ask it: the form, sent as it is, then shows why. */
async function ask(form: HTMLFormElement): Promise<Question | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.set(name, value);
  const answer = await fetch(form.dataset.question ?? '', { method: 'POST', body });
  return answer.ok ? ((await answer.json()) as Question) : null;
}

async function answerWith(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>('input[name="response"]');
  const words = form.querySelector<HTMLElement>('[data-passkey-words]');
  if (field === null) return;
  if (words) words.hidden = true;
  try {
    const question = await ask(form);
    const answer = question === null ? {} : await (form.dataset.passkey === 'create' ? create : get)(question);
    if (answer === null) throw new Error('nothing was given');
    field.value = JSON.stringify(answer);
    form.submit();
  } catch {
    if (words) words.hidden = false; // cancelled, or the authenticator knows no such passkey
  }
}

const forms =
  typeof PublicKeyCredential === 'function' ? document.querySelectorAll<HTMLFormElement>('form[data-passkey]') : [];
for (const form of forms) {
  form.hidden = false;
  const without = form.previousElementSibling;
  if (without instanceof HTMLElement && without.dataset.passkeyWithout !== undefined) without.hidden = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answerWith(form);
  });
}

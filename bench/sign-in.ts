/**
 * Signs in with what the demo printed; gives the cookie of the session.
 * @param printed what the command `demo` said: an address and a password
 */
export async function signIn(url: string, printed: string): Promise<string> {
  const [, email = '', password = ''] = /: (\S+@\S+), \S+: (\S+)/.exec(printed) ?? [];
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: { origin: url },
    redirect: 'manual',
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie?.includes('session')) throw new Error(`nobody signed in: ${answer.status}`);
  return cookie;
}

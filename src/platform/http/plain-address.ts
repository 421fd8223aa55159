import type { Duplex } from 'node:stream';

const NOT_ASCII = /[\u0080-\u00ff]/g;

/** The address of the first line of a request in ASCII, its other bytes percent-encoded; null where there is nothing to encode. */
export function encodedAddress(packet: Buffer): string | null {
  const line = packet.toString('latin1').split('\r\n', 1)[0] ?? '';
  const address = /^(?:GET|HEAD) (\/[^ ]*) HTTP\/1\.[01]$/.exec(line)?.[1];
  if (address === undefined || /^\/[/\\]/.test(address) || address.search(NOT_ASCII) === -1) return null;
  return address.replace(NOT_ASCII, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/**
 * Answers what Node's parser refuses before any handler sees it. Addresses with Ukrainian letters as they are (curl sends them so) are led to
 * their encoded twin; the rest is told what is wrong instead of being cut off silently.
 */
export function answerUnreadRequest(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const address = error.code === 'HPE_INVALID_URL' && error.rawPacket ? encodedAddress(error.rawPacket) : null;
  const message = address
    ? {
        uk: `Літери поза латинкою в адресі треба кодувати. Ця ж адреса: ${address}. У curl допоможе ключ -L або --data-urlencode.`,
        en: `Letters beyond Latin have to be percent-encoded in an address. The same address: ${address}. With curl, add -L or --data-urlencode.`,
      }
    : { uk: 'Запит не вдалося зрозуміти.', en: 'The request could not be understood.' };
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({
    error: { code: address ? 'address-not-encoded' : 'bad-request', message, fields: [] },
  });
  socket.end(
    [
      `HTTP/1.1 ${address ? '308 Permanent Redirect' : status}`,
      ...(address ? [`Location: ${address}`] : []),
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

import { describe, expect, it } from 'vitest';
import { faultOfAnswer, linkFault } from './link-rules.ts';

describe('the address of an API elsewhere', () => {
  it.each([
    'https://api.misto.gov.ua/transport',
    ' http://data.example.org:8080/v1?format=json ',
    'https://дані.укр/апі',
  ])('%s is kept', (address) => expect(linkFault(address)).toBeNull());

  it.each([
    '',
    'транспорт',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/',
    'https://user:word@example.org/',
    'https://host/',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('%s is no address', (address) => expect(linkFault(address)?.uk).toMatch(/не адреса API/));

  it.each([
    'http://127.0.0.1/',
    'http://192.168.0.10/api',
    'http://127.1/',
    'http://[::1]/',
    'http://db.internal/',
    'https://169.254.169.254/',
  ])('%s leads inside or nowhere', (address) =>
    expect(linkFault(address)?.uk).toMatch(/внутрішню мережу|не адреса API/),
  );

  it('is a fault where the server says there is no such page, and only there', () => {
    expect(faultOfAnswer(404)?.uk).toMatch(/немає \(404\)/);
    expect(faultOfAnswer(410)).not.toBeNull();
    for (const status of [200, 204, 301, 400, 401, 403, 405, 429, 500, 503]) expect(faultOfAnswer(status)).toBeNull();
  });
});

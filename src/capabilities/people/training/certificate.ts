import { RequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { takeBytes } from '../../../platform/objects/take-bytes.ts';

/** Bytes. */
export const CERTIFICATE_LIMIT = 10 * 1024 * 1024;

const KINDS: readonly { readonly begins: readonly number[]; readonly type: string }[] = [
  { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], type: 'application/pdf' },
  { begins: [0x89, 0x50, 0x4e, 0x47], type: 'image/png' },
  { begins: [0xff, 0xd8, 0xff], type: 'image/jpeg' },
];

/** What a certificate is, by its first bytes and not by its name; null: none of those taken. */
function typeOf(bytes: Uint8Array): string | null {
  return KINDS.find(({ begins }) => begins.every((one, at) => bytes[at] === one))?.type ?? null;
}

/** Keeps the file of a certificate where only staff reach it. Throws `invalid` (certificate). */
export async function keepCertificate(
  ctx: Context,
  trainingId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ key: string; name: string }> {
  if (typeOf(file.bytes) === null || file.bytes.length > CERTIFICATE_LIMIT) {
    const text = {
      uk: 'Приймаємо сертифікат як PDF, PNG або JPEG, до 10 МБ.',
      en: 'A certificate is taken as PDF, PNG or JPEG, up to 10 MB.',
    };
    throw new RequestError('invalid', 'form-invalid', text, [{ field: 'certificate', text }]);
  }
  const stored = await takeBytes(ctx.objects, 'restricted', trainingId, file.bytes);
  return { key: stored.key, name: file.name.slice(-200) };
}

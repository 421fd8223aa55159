import { RequestError } from '../../../kernel/errors.ts';
import { attachedKind, JPEG, PDF, PNG } from '../../../kernel/first-bytes.ts';
import type { Context } from '../../../platform/context.ts';
import { takeBytes } from '../../../platform/objects/take-bytes.ts';

/** Bytes. */
export const CERTIFICATE_LIMIT = 10 * 1024 * 1024;

/** Keeps the file of a certificate where only staff reach it. Throws `invalid` (certificate). */
export async function keepCertificate(
  ctx: Context,
  trainingId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ key: string; name: string }> {
  if (attachedKind([PDF, PNG, JPEG], file.bytes, null) === null || file.bytes.length > CERTIFICATE_LIMIT) {
    const text = {
      uk: 'Приймаємо сертифікат як PDF, PNG або JPEG, до 10 МБ.',
      en: 'A certificate is taken as PDF, PNG or JPEG, up to 10 MB.',
    };
    throw new RequestError('invalid', 'form-invalid', text, [{ field: 'certificate', text }]);
  }
  const stored = await takeBytes(ctx.objects, 'restricted', trainingId, file.bytes);
  return { key: stored.key, name: file.name.slice(-200) };
}

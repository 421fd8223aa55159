import { RequestError } from '../../kernel/errors.ts';

/** What Node, DuckDB and PostgreSQL (53100) say when a disk, a quota or a limit of file size leaves no room. */
const NO_ROOM = /\b(ENOSPC|EDQUOT|EFBIG|53100|No space left on device|Disk quota exceeded|File too large)\b/;

/** True when something failed because there is no room on the server's disk. Also understands the last words of a job. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error === 'string') return NO_ROOM.test(error);
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return NO_ROOM.test(`${code} ${error.message}`) || isDiskFull(error.cause);
}

/** Nothing was lost, but nothing new can be kept: told in words, with what to do. */
export function diskFull(): RequestError {
  return new RequestError('busy', 'disk-full', {
    uk: 'На сервері скінчилося місце, тож зберегти це зараз не можна. Уже опубліковане не постраждало. Повідомте адміністратора порталу; коли він звільнить місце, спробуйте ще раз.',
    en: 'The server has run out of disk space, so this cannot be saved now. What is published has not suffered. Tell the administrator of the portal; once there is room again, try once more.',
  });
}

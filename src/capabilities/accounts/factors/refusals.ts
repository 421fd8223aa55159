import { RequestError } from '../../../kernel/errors.ts';

export const stepOver = (): RequestError =>
  new RequestError('gone', 'step-over', {
    uk: 'Час на другий крок минув. Почніть вхід спочатку.',
    en: 'The time for the second step is over. Begin to sign in again.',
  });

/** A file's text from its lines. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

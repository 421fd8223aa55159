/** One e-mail address, RE2 over the whole value. */
export const ONE_EMAIL = "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}";

/** A link that has no scheme: a domain of a common kind and what follows it. */
export const BARE_LINK =
  '(?i:www\\.\\S+\\.\\S+|[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:ua|com|org|net|info|eu|укр|me|gov)(?:/\\S*)?)';

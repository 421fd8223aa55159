const SEVERAL = /[,;/\n]| (?:та|і|або|або ж|or) /u;

/** True for a phone number or several, local ones («2-34-56») and extensions too. */
export function isPhoneLike(value: string): boolean {
  const first = value.split(SEVERAL)[0]?.trim() ?? '';
  const bare = first.replace(/^(?:тел|моб|т|ф|факс)\.?:? ?/iu, '').replace(/(?:дод|вн|ext)\.? ?\d+$/iu, '');
  if (!/^[+\d() –—.-]+$/u.test(bare)) return false;
  const digits = bare.replace(/\D/gu, '');
  if (/^(?:38)?0\d{9}$/u.test(digits) || /^[1-9]\d{8}$/u.test(digits)) return true;
  return /^\(?0?\d{0,5}\)? ?\d{1,3}[ –-]\d{2}[ –-]\d{2}$/u.test(bare.trim()) || /^1\d{2,3}$/u.test(digits);
}

/** Size of letters in a table, half points: many columns would break words in their middle. */
export function tableSize(columns: number): number {
  if (columns >= 9) return 16;
  return columns >= 6 ? 18 : 22;
}

/** Where evidence stands in the cabinet. */
export const HOME = '/cabinet/city/evidence';

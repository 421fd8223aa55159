/** A person's own second step; its deeds stand below it. */
export const FACTORS = '/cabinet/account/second-step';

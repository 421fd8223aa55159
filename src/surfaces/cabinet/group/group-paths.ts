/** Where the working group stands. */
export const HOME = '/cabinet/city/group';

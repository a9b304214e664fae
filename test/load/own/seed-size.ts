/** Weeks of attendance that every case of the log begins with. */
export const WEEKS_REGISTERED = 12;

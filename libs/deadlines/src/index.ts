export type { Deadline, LawAt } from './deadline.ts';
export { deadlinesOf } from './deadlines-of.ts';
export { ARISING_ON_THEIR_DAY, DEFAULT_LEAD_TIMES, type LeadTimes, type Standing, hasArisen, standingAt } from './standing.ts';
export { TITLES } from './titles.ts';

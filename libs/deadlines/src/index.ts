export type { Deadline, LawAt } from './deadline.ts';
export { deadlinesOf } from './deadlines-of.ts';
export { DEFAULT_LEAD_TIMES, type LeadTimes, type Standing, standingAt } from './standing.ts';
export { TITLES } from './titles.ts';

export * from './change.ts';
export { type DayPay, type DayState, type RatesInUse, type StipendDay, stipendDays } from './day.ts';
export * from './facts.ts';
export * from './schedule-data.ts';
export * from './schedule.ts';
export { type Segment, stipendSegments } from './segment.ts';

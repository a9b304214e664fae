export * from './change.ts';
export { type DayPay, type DayState, type Ground, type RatesInUse, type StipendDay, stipendDays } from './day.ts';
export * from './facts.ts';
export { MONTH_MODELS, type Month, type MonthModel, type MonthModelName } from './month-model.ts';
export { PAYEES, type Payee } from './payee.ts';
export { REDUCTION_KINDS, type Reduction, type ReductionKind } from './reductions.ts';
export * from './schedule-data.ts';
export * from './schedule.ts';
export { type Segment, stipendSegments } from './segment.ts';

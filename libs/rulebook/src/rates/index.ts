export * from './announce.ts';
export { type RateKind, type RateRule, RATE_KINDS, exact as exactRate } from './rate.ts';
export * from './rates-at.ts';
export { RATES_RELEASE, SHIPPED_RATES } from './release.ts';

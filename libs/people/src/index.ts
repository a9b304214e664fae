export * from './identity-number.ts';
export * from './key-file.ts';
export * from './key-ring.ts';
export * from './key-store.ts';
export { type Sealed, SealBroken } from './sealing.ts';
export * from './synthetic-number.ts';

export * from './configuration-error.ts';
export * from './database-away.ts';
export * from './door.ts';
export * from './kafka-settings.ts';
export * from './lead.ts';
export * from './run-until-stopped.ts';
export * from './variables.ts';

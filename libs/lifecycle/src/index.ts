export * from './kernel/command.ts';
export * from './kernel/event.ts';
export * from './kernel/refusal.ts';
export * from './kernel/state.ts';

export * from './command-request.ts';

export type { CaseReads } from './cases/case-reads.ts';
export { ConfigurationError, readConfig, type SystemConfig } from './config/system-config.ts';
export { type ApiOptions, createApi, RoutesWithoutPolicy } from './create-api.ts';
export { readJsonBody } from './http/json-body.ts';
export { type FieldError, Problem } from './http/problem.ts';
export type { ApiPorts, Probe } from './ports.ts';
export { startSystem, type StartOptions, type System } from './system/start-system.ts';
export { type DtoClass, dtoFromSchema } from './validation/dto-from-schema.ts';
export { BodyValidationPipe } from './validation/validation.pipe.ts';

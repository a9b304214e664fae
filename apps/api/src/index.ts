export { type ApiOptions, createApi, RoutesWithoutPolicy } from './create-api.ts';
export type { CaseReads } from './cases/case-reads.ts';
export { readJsonBody } from './http/json-body.ts';
export { type FieldError, Problem } from './http/problem.ts';
export type { ApiPorts, Probe } from './ports.ts';
export { type DtoClass, dtoFromSchema } from './validation/dto-from-schema.ts';
export { BodyValidationPipe } from './validation/validation.pipe.ts';

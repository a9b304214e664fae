import { applyDecorators } from '@nestjs/common';
import { ApiResponse, type ApiResponseSchemaHost } from '@nestjs/swagger';
import { accessLogSchemas } from '../access-log/access-log-schema.ts';
import { logSchemas } from '../log/log-schemas.ts';
import { problemTypes } from '../http/problem-types.ts';
import { paymentRunSchemas } from '../payment-runs/payment-run-schema.ts';
import { policySchemas } from '../policies/policy-schema.ts';
import { rateSchemas } from '../rates/rate-schema.ts';
import { reportSchemas } from '../reports/report-schema.ts';
import { worklistSchemas } from '../worklist/worklist-schema.ts';
import { documentSchemas } from '../documents/document-schemas.ts';
import { caseSchemas } from './case-schemas.ts';
import { count, describe, list, object, ref, type Schema, text, uuid } from './schema-parts.ts';

export type SchemaObject = ApiResponseSchemaHost['schema'];

/** The schemas of what the doors answer with; requests carry the schemas of the command catalogue. */
export const answerSchemas: Readonly<Record<string, Schema>> = {
  ...caseSchemas,
  ...paymentRunSchemas,
  ...policySchemas,
  ...rateSchemas,
  ...worklistSchemas,
  ...reportSchemas,
  ...documentSchemas,
  ...logSchemas,
  ...accessLogSchemas,
  Event: {
    type: 'object',
    required: ['type', 'version', 'data', 'personal'],
    properties: {
      id: uuid,
      revision: count,
      type: { type: 'string', examples: ['ProgrammeGranted'] },
      version: { type: 'integer', minimum: 1 },
      data: { type: 'object' },
      personal: { type: ['object', 'null'] },
    },
  },
  CommandAnswer: {
    type: 'object',
    required: ['caseId', 'revision', 'events'],
    properties: {
      caseId: uuid,
      revision: describe({ type: 'integer', minimum: -1 }, 'Revisjonen saken står på; −1 når en prøvd søknad ikke har noen sak ennå'),
      dryRun: { const: true, description: 'Ingenting er skrevet' },
      events: list(ref('Event')),
      schedule: ref('ScheduleChange'),
    },
  },
  PolicyAnswer: object({ municipality: text, revision: count, events: list(ref('Event')) }),
  Refusal: object({
    code: { type: 'string', examples: ['period-too-long'] },
    provision: { type: 'string', examples: ['KVPF § 2'] },
    message: text,
    remedy: describe(text, 'Hva som måtte vært annerledes'),
  }),
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: text,
      status: { type: 'integer' },
      detail: text,
      code: { type: 'string', enum: Object.keys(problemTypes) },
      correlationId: text,
      errors: list(
        object({
          pointer: { type: 'string', format: 'json-pointer' },
          field: { type: 'string', examples: ['days[0].date'] },
          message: text,
        }),
      ),
      refusals: list(ref('Refusal')),
      revision: count,
    },
  },
};

/** The answer of a route when all is well. */
export const answer = (status: number, description: string, schema: string, headers: object = {}): MethodDecorator =>
  ApiResponse({ status, description, headers: { ...headers }, content: { 'application/json': { schema: ref(schema) } } });

/** The problems that a route may answer with, by status. */
export const ProblemResponses = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: Object.values(problemTypes)
          .filter((type) => type.status === status)
          .map(({ title }) => title)
          .join(' / '),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      }),
    ),
  );

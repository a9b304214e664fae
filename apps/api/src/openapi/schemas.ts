import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import { problemTypes } from '../http/problem-types.ts';

export type SchemaObject = ApiResponseSchemaHost['schema'];

const kroner = { type: 'string', examples: ['23582.01'] };

/** A thing that changes, with its value before and after. */
const changed = (what: Record<string, object>, value: object): object => ({
  type: 'object',
  required: [...Object.keys(what), 'before', 'after'],
  properties: { ...what, before: value, after: value },
});

/** The schemas of what the door answers with; requests carry the schemas of the command catalogue. */
export const answerSchemas = {
  Event: {
    type: 'object',
    required: ['type', 'version', 'data', 'personal'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      revision: { type: 'integer', minimum: 0 },
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
      caseId: { type: 'string', format: 'uuid' },
      revision: { type: 'integer', description: 'Revisjonen saken står på' },
      dryRun: { const: true, description: 'Ingenting er skrevet' },
      events: { type: 'array', items: { $ref: '#/components/schemas/Event' } },
      schedule: { $ref: '#/components/schemas/ScheduleChange' },
    },
  },
  ScheduleChange: {
    type: 'object',
    description: 'Bare ved prøving (dryRun): hva kommandoen ville endret i utbetalingsplanen. Beløp i kroner.',
    required: ['months', 'days'],
    properties: {
      months: { type: 'array', items: changed({ month: { type: 'string', examples: ['2026-06'] } }, kroner) },
      days: {
        type: 'array',
        items: changed(
          { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' }, days: { type: 'integer' } },
          { type: ['object', 'null'], properties: { state: { type: 'string' }, kroner: { type: 'string' } } },
        ),
      },
    },
  },
  Refusal: {
    type: 'object',
    required: ['code', 'provision', 'message', 'remedy'],
    properties: {
      code: { type: 'string', examples: ['period-too-long'] },
      provision: { type: 'string', examples: ['KVPF § 2'] },
      message: { type: 'string' },
      remedy: { type: 'string', description: 'Hva som måtte vært annerledes' },
    },
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', enum: Object.keys(problemTypes) },
      correlationId: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'field', 'message'],
          properties: {
            pointer: { type: 'string', format: 'json-pointer' },
            field: { type: 'string', examples: ['days[0].date'] },
            message: { type: 'string' },
          },
        },
      },
      refusals: { type: 'array', items: { $ref: '#/components/schemas/Refusal' } },
      revision: { type: 'integer' },
    },
  },
};

/** The problems that a route may answer with, by status. */
export const problemResponses = (statuses: readonly number[]): MethodDecorator[] =>
  statuses.map((status) =>
    ApiResponse({
      status,
      description: Object.values(problemTypes)
        .filter((type) => type.status === status)
        .map(({ title }) => title)
        .join(' / '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
  );

/** The same as one decorator. */
export const ProblemResponses = (...statuses: readonly number[]): MethodDecorator => applyDecorators(...problemResponses(statuses));

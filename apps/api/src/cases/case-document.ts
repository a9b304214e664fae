import { applyDecorators } from '@nestjs/common';
import { PHASES } from '@kvp/lifecycle';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { LARGEST_PAGE } from './query-params.ts';

const caseId = ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' });
const etagHeader = { ETag: { description: 'Revisjonen som svaret bygger på', schema: { type: 'string' as const, example: '"4"' } } };
const asOfParam = ApiQuery({
  name: 'asOf',
  required: false,
  description: 'Dagen det spørres om; i dag når den utelates',
  schema: { type: 'string', format: 'date' },
});
const atLeast = ApiQuery({
  name: 'atLeast',
  required: false,
  description: 'Vent til visningen har nådd denne revisjonen (for eksempel fra egen kommando)',
  schema: { type: 'integer', minimum: 0 },
});

const knownAtParam = ApiQuery({
  name: 'knownAt',
  required: false,
  description: 'Slik det var kjent: en dato (til dagens slutt) eller et tidspunkt; nå når det utelates',
  schema: { type: 'string' },
});
const MOMENTS = { asOf: asOfParam, knownAt: knownAtParam } as const;

/** The OpenAPI operation of a view of one case, and the moment that it may be asked for. */
export const documentView = (summary: string, description: string, schema: string, moment?: keyof typeof MOMENTS): MethodDecorator =>
  applyDecorators(
    ApiTags('Saker'),
    ApiOperation({ summary, description }),
    caseId,
    ...(moment === undefined ? [] : [MOMENTS[moment]]),
    atLeast,
    answer(200, summary, schema, etagHeader),
    ProblemResponses(400, 401, 403, 404, 503),
  );

export const documentAvailableCommands = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Saker'),
    ApiOperation({
      summary: 'Hva kan gjøres nå',
      description: 'Hver kommando med om den er tillatt nå, og ellers hvorfor ikke og hva som måtte vært annerledes.',
    }),
    caseId,
    answer(200, 'Kommandoene', 'AvailableCommands', etagHeader),
    ProblemResponses(401, 403, 404, 503),
  );

export const documentList = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Saker'),
    ApiOperation({ summary: 'Saker', description: 'Sakene i egen kommune, en side om gangen. «next» gir neste side med «after».' }),
    ApiQuery({ name: 'phase', required: false, schema: { type: 'string', enum: [...PHASES] } }),
    ApiQuery({ name: 'office', required: false, schema: { type: 'string' } }),
    ApiQuery({
      name: 'reference',
      required: false,
      description: 'Saksnummeret som folk sier det: de åtte første tegnene i saken',
      schema: { type: 'string', pattern: '^[0-9a-fA-F]{8}$' },
    }),
    ApiQuery({ name: 'caseworker', required: false, description: 'Sakene som er tildelt én saksbehandler', schema: { type: 'string' } }),
    ApiQuery({ name: 'decidedFrom', required: false, description: 'Vedtatt til tidligst', schema: { type: 'string', format: 'date' } }),
    ApiQuery({ name: 'decidedTo', required: false, description: 'Vedtatt til senest', schema: { type: 'string', format: 'date' } }),
    asOfParam,
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: 50 } }),
    ApiQuery({ name: 'after', required: false, schema: { type: 'string' } }),
    answer(200, 'En side med saker', 'CasePage'),
    ProblemResponses(400, 401, 403, 503),
  );

import type { AnyCommand } from '@kvp/lifecycle';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { answer, ProblemResponses, type SchemaObject } from '../openapi/schemas.ts';

/** The OpenAPI operation of a command: its body is the schema that its definition carries, with its example. */
export function documentCommand({ name, title, summary, schema, example, individualDecision }: AnyCommand): MethodDecorator {
  const opensCase = name === 'apply';
  const description = individualDecision
    ? 'Enkeltvedtak: krever If-Match med revisjonen som vedtaket bygger på.'
    : 'Registrering: If-Match kan utelates, og da avgjøres en konflikt på nytt.';
  return applyDecorators(
    ApiTags('Kommandoer'),
    ApiOperation({ operationId: name, summary: title, description: `${summary}\n\n${description}` }),
    ...(opensCase ? [] : [ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' })]),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'En UUID for denne kommandoen. Samme nøkkel og innhold gir det første svaret på nytt.',
      schema: { type: 'string', format: 'uuid' },
    }),
    ...(opensCase
      ? []
      : [
          ApiHeader({
            name: 'If-Match',
            required: individualDecision,
            description: 'Revisjonen, som i ETag',
            schema: { type: 'string', example: '"4"' },
          }),
        ]),
    ApiQuery({ name: 'dryRun', required: false, description: 'Avgjør uten å skrive noe', schema: { type: 'boolean' } }),
    ApiBody({
      required: true,
      schema: JSON.parse(JSON.stringify(schema)) as SchemaObject,
      examples: { eksempel: { value: example as unknown } },
    }),
    answer(opensCase ? 201 : 200, 'Kommandoen er utført; svaret har de nye hendelsene og revisjonen saken nå står på.', 'CommandAnswer', {
      ETag: { description: 'Revisjonen', schema: { type: 'string' } },
    }),
    ProblemResponses(400, 401, 403, ...(opensCase ? [] : [404, 412]), 409, 413, 415, 422, ...(individualDecision ? [428] : []), 503),
  );
}

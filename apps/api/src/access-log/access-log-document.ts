import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ref } from '../openapi/schema-parts.ts';
import { ProblemResponses } from '../openapi/schemas.ts';
import { ACCESS_LOG_FORMATS } from './access-log-params.ts';

const day = (name: string, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, schema: { type: 'string', format: 'date' }, description });

export const documentAccessLog = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Historikk og klage'),
    ApiOperation({
      summary: 'Innsynsloggen i en sak',
      description:
        'Hvem som har lest eller skrevet om den saken gjelder, i hvilken rolle, hva og når, også forsøk som ble avvist. For personvernombudet og ' +
        'klagebehandleren. Oppslaget her blir selv skrevet i loggen.',
    }),
    ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' }),
    day('from', 'Fra og med denne dagen; fra begynnelsen når den utelates'),
    day('to', 'Til og med denne dagen; i dag når den utelates'),
    ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: [...ACCESS_LOG_FORMATS], default: 'json' } }),
    ApiResponse({
      status: 200,
      description: 'Loggen, det eldste først',
      content: { 'application/json': { schema: ref('AccessLog') }, 'text/csv': { schema: { type: 'string' } } },
    }),
    ProblemResponses(400, 401, 403, 404, 503),
  );

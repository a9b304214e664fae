import { applyDecorators } from '@nestjs/common';
import { EDITIONS } from '@kvp/history';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../openapi/schemas.ts';

export const documentAppealFile = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Historikk og klage'),
    ApiOperation({
      summary: 'Saksfremlegget i en klage',
      description:
        'Én zip: forside, kronologi, faktum før og etter vedtaket, fritt skjønn for seg, vedtak, beregninger, loven som ble brukt, dokumenter, ' +
        'hendelser, bevis og et kontrollprogram. Samme tidspunkt gir samme innhold, byte for byte. «party» er partens kopi.',
    }),
    ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' }),
    ApiParam({ name: 'appeal', schema: { type: 'integer', minimum: 1 }, description: 'Klagens nummer i saken' }),
    ApiQuery({
      name: 'knownAt',
      required: false,
      description: 'Det som var registrert innen dette tidspunktet; en dato er slutten av dagen. Nå når det utelates',
      schema: { type: 'string', examples: ['2026-05-01', '2026-05-01T12:00:00Z'] },
    }),
    ApiQuery({ name: 'edition', required: false, schema: { type: 'string', enum: [...EDITIONS], default: 'whole' } }),
    ApiResponse({
      status: 200,
      description: 'Filen',
      headers: { 'Repr-Digest': { description: 'SHA-256 av filen (RFC 9530)', schema: { type: 'string' } } },
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    }),
    ProblemResponses(400, 401, 403, 404, 503),
  );

import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { answer, ProblemResponses } from '../openapi/schemas.ts';

const caseId = ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' });
const etagHeader = { ETag: { description: 'Revisjonen saken står på', schema: { type: 'string' as const, example: '"4"' } } };

const param = (name: string, schema: Readonly<Record<string, unknown>>, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, schema: schema as never, description });

const day = { type: 'string', format: 'date' };
const moment = { type: 'string', examples: ['2026-05-01', '2026-05-01T12:00:00Z'] };

const asOf = param('asOf', day, 'Dagen det spørres om. Dagen i «knownAt» når den utelates, ellers i dag');
const knownAt = param(
  'knownAt',
  moment,
  'Det som var registrert innen dette tidspunktet; en dato er slutten av dagen. Nå når det utelates',
);

const door = (summary: string, description: string, schema: string, ...params: readonly MethodDecorator[]): MethodDecorator =>
  applyDecorators(
    ApiTags('Historikk og klage'),
    ApiOperation({ summary, description }),
    caseId,
    ...params,
    answer(200, summary, schema, etagHeader),
    ProblemResponses(400, 401, 403, 404, 503),
  );

export const documentHistory = (): MethodDecorator =>
  door(
    'Historikk på to tidspunkter',
    'Hva som var bestemt og kjent: hver hendelse med hvem, når den ble registrert, når den virker, hjemmel, regelverk, begrunnelse, ' +
      'faktum den bygger på og hva den endret. Det som er rettet, står ved siden av rettelsen. Leses fra loggen.',
    'History',
    asOf,
    knownAt,
  );

export const documentDiff = (): MethodDecorator =>
  door(
    'Forskjellen mellom to tidspunkter',
    'Hva som er kommet til, rettet og blitt annerledes fra «fromAsOf» og «fromKnownAt» til «asOf» og «knownAt».',
    'HistoryDiff',
    param('fromAsOf', day, 'Dagen det sammenlignes med'),
    param('fromKnownAt', moment, 'Kunnskapen det sammenlignes med'),
    asOf,
    knownAt,
  );

export const documentReplay = (): MethodDecorator =>
  door(
    'Avspilling',
    'Saken etter én hendelse: tilstanden, begrunnelsen og loven slik den var kjent da. «previous» og «next» er naboene. ' +
      'Den siste hendelsen når «revision» utelates.',
    'ReplayStep',
    param('revision', { type: 'integer', minimum: 0 }, 'Hendelsen'),
  );

import { RATE_NAMES, rateAnnounced } from '@kvp/lifecycle';
import { RATE_KINDS } from '@kvp/rulebook';
import { type Schema, count, day, dayOrNull, describe, list, object, ref, text } from '../openapi/schema-parts.ts';

/** What each field of an announcement is, to those who make it. */
const TEXTS: Readonly<Record<string, string>> = {
  kind: `Hva som er fastsatt: ${RATE_KINDS.map((kind) => `${kind} er ${RATE_NAMES[kind]}`).join(', ')}.`,
  effectiveFrom: 'Første dag satsen gjelder. Kan være tilbake i tid: det som er utbetalt for lite, etterbetales.',
  knownFrom: 'Dagen satsen ble fastsatt. Aldri senere enn i dag.',
  value: 'Eksakt, som desimaltall med punktum eller som brøk: 140000, 2.041, 2/3.',
  provision: 'Hjemmelen. Den som satsen ellers har, når den utelates.',
  source: 'Hvor satsen er kunngjort, for eksempel forskriftens nummer.',
};

interface Shape {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

const { properties, required, ...rest } = JSON.parse(JSON.stringify(rateAnnounced.schema.data)) as Shape;

/** The body of an announcement: the shape of the event itself, told in bokmål. */
export const rateBodySchema: Schema = {
  ...rest,
  required: required.filter((name) => name !== 'provision'),
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, describe(schema, TEXTS[name] ?? '')])),
};

export const rateExample = {
  ...{ kind: 'G', effectiveFrom: '2027-05-01', knownFrom: '2027-05-21', value: '140000' },
  source: 'FOR-2027-05-21-900',
};

export const withdrawalBodySchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: { type: 'string', minLength: 1, maxLength: 200, description: 'Hvorfor kunngjøringen var feil.' } },
};

const row = object({
  kind: { type: 'string', enum: [...RATE_KINDS] },
  value: describe(text, 'Eksakt, som desimaltall eller brøk'),
  effectiveFrom: day,
  knownFrom: day,
  provision: text,
  source: text,
});

const who: Schema = { type: 'object', required: ['id', 'role'], properties: { id: text, role: text } };

export const rateSchemas: Readonly<Record<string, Schema>> = {
  Rates: object({
    revision: describe(text, 'Navnet på satsene som gjelder nå: regelboken, og hvor mange kunngjøringer etter den'),
    shipped: describe(list(row), 'Satsene som følger med systemet'),
    announced: describe(
      list(
        object({
          ...(row['properties'] as Readonly<Record<string, Schema>>),
          announcement: describe(count, 'Nummeret kunngjøringen trekkes tilbake med'),
          announcedBy: who,
          announcedAt: { type: 'string', format: 'date-time' },
          withdrawnOn: dayOrNull,
        }),
      ),
      'Satsene som er kunngjort etterpå, i den rekkefølgen de ble kunngjort',
    ),
  }),
  RateAnswer: object({ revision: describe(text, 'Satsene som gjelder nå'), events: list(ref('Event')) }),
};

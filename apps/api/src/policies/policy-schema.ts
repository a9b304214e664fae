import { DEFAULT_POLICY, type PolicySet, policySet } from '@kvp/lifecycle';
import type { Schema } from '../openapi/schema-parts.ts';

/** What each setting is, to those who set it; a setting without its text does not compile. */
const TEXTS: Readonly<Record<keyof PolicySet['data'], string>> = {
  effectiveFrom: 'Første dag valget gjelder. Kan være tilbake i tid: vedtak som er fattet, beholder det de bygget på.',
  monthModel:
    'Hvordan en måned regnes: A er dagsats for hver mandag til fredag, B er en tolvdel av året. Gjelder vedtak som fattes under valget.',
  payDay: 'Dagen i måneden stønaden utbetales; siste virkedag før når den ikke er det.',
  absenceClause: 'Om innvilgelser tar forbehold om trekk for ulegitimert fravær når vedtaket ikke sier noe annet.',
  absenceReducesChildSupplement: 'Om ulegitimert fravær også reduserer barnetillegget.',
  setOffShare: 'Hvor mye av en senere utbetaling som høyst kan motregnes, i prosent.',
  paperNoticeDays: 'Virkedager fra et brev er postlagt til det regnes som kommet fram, når ikke noe annet er godtgjort.',
  fourEyes: 'Vedtakene som må godkjennes av en annen enn dem som har laget forslaget.',
  paymentRunFourEyes: 'Om en utbetalingskjøring må godkjennes av en annen enn den som åpnet den.',
  paymentAccountFourEyes: 'Om også den første kontoen til en deltaker må godkjennes av en annen. En endring av kontoen må alltid det.',
  payer: 'Kontoen kommunen betaler fra, når den selv betaler nettobeløpene; ellers betaler lønn.',
  collectionAgencyAccount: 'Kontoen til innkrevingsmyndigheten, når kommunen selv betaler nettobeløpene.',
  leadTimes: 'Hvor mange dager i forveien hver frist vises som nær. Frister som ikke nevnes, beholder det de hadde.',
};

type Properties = Readonly<Record<string, Schema>>;

const { properties, ...rest } = JSON.parse(JSON.stringify(policySet.schema.data)) as { readonly properties: Properties };

const described = (name: string, schema: Schema): Schema => ({ ...schema, description: TEXTS[name as keyof typeof TEXTS] });

/** The body: the shape of the event itself, told in bokmål. What is left out stays as it was. */
export const policyBodySchema: Schema = {
  ...rest,
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, described(name, schema)])),
};

export const policyExample = { effectiveFrom: '2026-01-01', fourEyes: ['grant', 'terminate'], payDay: 12, leadTimes: { evaluation: 21 } };

const { effectiveFrom: _, ...settings } = Object.fromEntries(
  Object.entries(properties).map(([name, schema]) => [name, described(name, schema)]),
);

const day: Schema = { type: 'string', format: 'date' };
const text: Schema = { type: 'string' };

/** What has been settled, and what counts on a day. */
export const policySchemas: Readonly<Record<string, Schema>> = {
  Policy: {
    type: 'object',
    required: ['municipality', 'revision', 'on', 'inForce', 'rows'],
    properties: {
      municipality: text,
      revision: { type: 'integer', minimum: -1, description: '−1 når kommunen ikke har satt noe' },
      on: day,
      inForce: {
        type: 'object',
        required: Object.keys(DEFAULT_POLICY),
        properties: settings,
        description: 'Hva som gjelder på dagen «on»',
      },
      rows: {
        type: 'array',
        description: 'Alt som er satt, i den rekkefølgen det ble satt',
        items: {
          type: 'object',
          required: ['revision', 'settled', 'setBy', 'setAt'],
          properties: {
            revision: { type: 'integer', minimum: 0 },
            settled: policyBodySchema,
            setBy: { type: 'object', required: ['id', 'role'], properties: { id: text, role: text } },
            setAt: { type: 'string', format: 'date-time' },
          },
        },
      },
    },
  },
};

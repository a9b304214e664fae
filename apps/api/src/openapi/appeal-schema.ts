import { APPEAL_STATUSES, APPEAL_VERDICTS, FORM_REQUIREMENTS } from '@kvp/lifecycle';
import { type Schema, count, day, dayOrNull, describe, list, object, text, textOrNull, yesOrNo } from './schema-parts.ts';

const verdict: Schema = { type: 'string', enum: [...APPEAL_VERDICTS] };

/** An appeal as the view of its case shows it. */
export const appeal = object({
  number: describe(count, 'Klagens nummer i saken: den første er 1'),
  status: { type: 'string', enum: [...APPEAL_STATUSES] },
  receivedOn: day,
  decisions: describe(list(count), 'Revisjonene til vedtakene som er påklaget'),
  verdict,
  timeliness: list(object({ decision: count, due: describe(dayOrNull, 'Klagefristen; null når den ikke løper'), verdict })),
  lacks: describe(list({ type: 'string', enum: [...FORM_REQUIREMENTS] }), 'Hva klagen fortsatt mangler (FVL § 32)'),
  mendBy: dayOrNull,
  reconsideredOn: dayOrNull,
  forwardedOn: dayOrNull,
  endedOn: dayOrNull,
  outcome: textOrNull,
  orders: describe(
    list(
      object({
        decision: count,
        kind: text,
        by: describe(list(text), 'Kommandoene som gjennomfører det; hvilket som helst vedtak når listen er tom'),
        binding: yesOrNo,
        effectiveFrom: dayOrNull,
        carriedOutIn: describe({ type: ['integer', 'null'] }, 'Revisjonen til vedtaket som gjorde det'),
      }),
    ),
    'Hva klagen har latt stå igjen å gjøre',
  ),
});

import type { RunReport } from '@kvp/deciding';
import { formatKronerNb, ore } from '@kvp/money';
import { ANOMALY_KINDS, type AnomalyKind, type Totals } from '@kvp/payments';

const ANOMALY: Readonly<Record<AnomalyKind, string>> = {
  zeroMonth: 'ingenting forfaller for måneden',
  muchMore: 'mer enn halvannen gang måneden før',
  overpaid: 'for mye betalt tidligere',
  attendanceMissing: 'dager uten registrering',
};

/** The sums of a run, in bokmål. */
export const tellTotals = ({ participants, lines, gross, backPayment, setOff, claims }: Totals): readonly string[] => [
  `${participants} deltakere, ${lines} linjer, brutto ${formatKronerNb(gross)}`,
  `  etterbetaling ${formatKronerNb(backPayment)}, motregnet ${formatKronerNb(setOff)}, krav som står igjen ${formatKronerNb(claims)}`,
];

/** What someone should look at before it is paid: the largest changes, and how much is out of the ordinary. */
export function tellReport({ totals, changes, anomalyCounts }: RunReport): readonly string[] {
  const found = ANOMALY_KINDS.filter((kind) => anomalyCounts[kind] > 0);
  return [
    ...tellTotals(totals),
    ...(found.length === 0 ? [] : ['Avvik:', ...found.map((kind) => `  ${ANOMALY[kind]}: ${anomalyCounts[kind]} saker`)]),
    ...(changes.length === 0 ? [] : ['Største endringer fra måneden før:']),
    ...changes
      .slice(0, 10)
      .map(
        ({ caseId, before, now }) =>
          `  ${caseId}  ${formatKronerNb(before)} → ${formatKronerNb(now)}  (${formatKronerNb(ore(now - before))})`,
      ),
  ];
}

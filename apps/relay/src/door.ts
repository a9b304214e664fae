import { type Answer, health, json } from '@kvp/service';
import type { RelayStatus } from '@kvp/topics';

/** The relay's status, or that another process has it. */
export type RelayNow = RelayStatus | { readonly state: 'standby' };

/**
 * Answers `/health/live` as long as the process does, `/health/ready` with 200 unless the relay waits or has stopped, and `/metrics` in the
 * text form of Prometheus.
 */
export function answerOf(url: URL, status: RelayNow): Answer {
  if (url.pathname === '/metrics') return { code: 200, type: 'text/plain; version=0.0.4', body: metrics(status) };
  const isReady = !['waiting', 'stopped'].includes(status.state);
  return health(url, { isReady, told: { relay: status } }) ?? json(404, { status: 'unknown' });
}

const STATES = ['connecting', 'catching-up', 'live', 'waiting', 'stopped', 'standby'] as const;

function metrics(status: RelayNow): string {
  const { handled, published, lagSeconds } = 'handled' in status ? status : { handled: 0, published: 0, lagSeconds: 0 };
  return [
    metric('kvp_relay_lag_seconds', 'gauge', 'How long ago the last event that is out was recorded, 0 when it is the last there is.', [
      ['', lagSeconds],
    ]),
    metric('kvp_relay_events_handled', 'gauge', 'Events of the log that are out or never will be.', [['', handled]]),
    metric('kvp_relay_records_published_total', 'counter', 'Records committed since the process began.', [['', published]]),
    metric(
      'kvp_relay_state',
      'gauge',
      'The state of the relay: 1 for the one that it is in.',
      STATES.map((state) => [`{state="${state}"}`, Number(state === status.state)] as const),
    ),
  ].join('');
}

const metric = (name: string, type: string, help: string, values: readonly (readonly [labels: string, value: number])[]): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${values.map(([labels, value]) => `${name}${labels} ${value}\n`).join('')}`;

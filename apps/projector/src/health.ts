import type { NotaryStatus } from '@kvp/notary';
import type { ProjectorStatus } from '@kvp/projections';
import { type Answer, health, json } from '@kvp/service';

/** How the read models are, and the tree over the log. */
export interface Status extends ProjectorStatus {
  readonly logTree: NotaryStatus;
}

/**
 * Answers `/health/live` as long as the process does, and `/health/ready` with 200 when every read model and the tree over the log are up to date or kept by
 * another process, else 503; the body names each and why it waits or has stopped, and why nothing is signed. Nothing else is answered.
 */
export function answerHealth(url: URL, { ready, lines, logTree }: Status): Answer {
  const isReady = ready && (logTree.state === 'live' || logTree.state === 'standby');
  return health(url, { isReady, told: { readModels: lines, logTree } }) ?? json(404, { status: 'unknown' });
}

import { status, type ServerDuplexStream, type ServerReadableStream, type sendUnaryData, type ServiceError } from '@grpc/grpc-js';
import type { Double } from './double.ts';
import type { Outcome, Proposed } from './log.ts';
import { callError, nameOf, proposed, refusal, shared, streams, wrongVersion } from './messages.ts';

type BatchRequest = InstanceType<typeof streams.BatchAppendReq>;
type BatchResponse = InstanceType<typeof streams.BatchAppendResp>;
type AppendRequest = InstanceType<typeof streams.AppendReq>;
type AppendResponse = InstanceType<typeof streams.AppendResp>;

/** What the real server takes in one append, in bytes of data. */
const MAX_APPEND_SIZE = 1_048_576;

interface Append {
  readonly stream: string;
  readonly expected: number;
  readonly events: Proposed[];
}

/** Every append of a client, in one call for ever: a request has an id and may come in parts; its answer carries the id. */
export function batchAppend(double: Double, call: ServerDuplexStream<BatchRequest, BatchResponse>): void {
  const parts = new Map<string, Append>();
  call.on('data', (request: BatchRequest) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    const append = parts.get(id) ?? { stream: nameOf(options?.getStreamIdentifier()), expected: expectedOf(options), events: [] };
    append.events.push(...request.getProposedMessagesList().map(proposed));
    parts.set(id, append);
    if (!request.getIsFinal()) return;
    parts.delete(id);
    if (double.faults.ignoreAppends) return void (double.ignored += 1);
    const error = refusedCall(double);
    if (error !== undefined) return void call.emit('error', error);
    const answer = new streams.BatchAppendResp()
      .setCorrelationId(request.getCorrelationId())
      .setStreamIdentifier(options?.getStreamIdentifier());
    const outcome = store(double, append);
    if (outcome === 'lost') return;
    if (double.faults.takes('giveUpAppends')) {
      call.write(answer.setError(refusal('Timeout', new shared.Timeout())));
    } else if (outcome === 'too-large') {
      const detail = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
      call.write(answer.setError(refusal('MaximumAppendSizeExceeded', detail)));
    } else if (outcome.kind === 'wrong-revision') {
      const detail = wrongVersion(append.expected, outcome.actual);
      call.write(answer.setError(refusal('WrongExpectedVersion', detail)));
    } else {
      const position = new shared.AllStreamPosition()
        .setCommitPosition(String(outcome.position))
        .setPreparePosition(String(outcome.position));
      call.write(
        answer.setSuccess(new streams.BatchAppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position)),
      );
    }
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}

/** One append in a call of its own. */
export function append(
  double: Double,
  call: ServerReadableStream<AppendRequest, AppendResponse>,
  answer: sendUnaryData<AppendResponse>,
): void {
  let options: InstanceType<typeof streams.AppendReq.Options> | undefined;
  const events: Proposed[] = [];
  call.on('data', (request: AppendRequest) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message !== undefined) events.push(proposed(message));
  });
  call.on('error', () => undefined);
  call.on('end', () => {
    if (double.faults.ignoreAppends) return void (double.ignored += 1);
    const error = refusedCall(double);
    if (error !== undefined) return answer(error);
    const expected = options?.hasRevision() === true ? Number(options.getRevision()) : -1;
    const outcome = store(double, { stream: nameOf(options?.getStreamIdentifier()), expected, events });
    if (outcome === 'lost') return;
    if (outcome === 'too-large') {
      const trailers = { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(MAX_APPEND_SIZE) };
      return answer(callError(status.INVALID_ARGUMENT, trailers));
    }
    if (outcome.kind === 'wrong-revision') return answer(null, wrongRevision(expected, outcome.actual));
    const position = new streams.AppendResp.Position()
      .setCommitPosition(String(outcome.position))
      .setPreparePosition(String(outcome.position));
    const success = new streams.AppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position);
    answer(null, new streams.AppendResp().setSuccess(success));
  });
}

function refusedCall({ faults }: Double): ServiceError | undefined {
  if (faults.takes('failAppends')) return callError(faults.failWith);
  if (faults.leaderPort === undefined) return undefined;
  const leader = { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(faults.leaderPort) };
  return callError(status.NOT_FOUND, { exception: 'not-leader', ...leader });
}

function store(double: Double, { stream, expected, events }: Append): Outcome | 'too-large' | 'lost' {
  if (events.reduce((sum, event) => sum + event.data.length, 0) > MAX_APPEND_SIZE) return 'too-large';
  const outcome = double.log.append(stream, expected, events);
  if (!double.faults.takes('loseAnswers')) return outcome;
  double.front.cut();
  return 'lost';
}

function wrongRevision(expected: number, actual: number | 'no-stream'): AppendResponse {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (actual === 'no-stream') wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(actual));
  if (expected < 0) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

/** Only the two that can be repeated safely: an exact revision, or no stream. */
function expectedOf(options: InstanceType<typeof streams.BatchAppendReq.Options> | undefined): number {
  return options?.hasStreamPosition() === true ? Number(options.getStreamPosition()) : -1;
}

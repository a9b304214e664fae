import { upcast } from '@kvp/catalogue';
import type { EventMetadata, OpenedEvent } from '@kvp/deciding';
import type { RecordedEvent } from '@kvp/event-store';

/** An event with its personal part left shut, in the version that is written now. Throws UnknownEventType. */
export const openWithout = ({ id, stream, revision, type, version, data, metadata }: RecordedEvent): OpenedEvent => ({
  ...{ id, stream, revision, metadata: metadata as unknown as EventMetadata },
  event: upcast({ type, version, data, personal: null }),
});

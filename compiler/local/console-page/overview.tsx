// The picture of the system with its traffic, on one screen.

import { useContext } from 'preact/hooks';
import type { Picture } from '../../picture/picture';
import type { OverviewState, RunState } from '../console/api';
import { Examples } from './examples';
import { LiveContext, useData, useSpecData } from './live';
import { LivePicture } from './live-picture';
import { PartList } from './part-list';
import { Empty, Heading, Problem } from './parts';
import { useMedia } from './use-media';

/** Screens below this width get a list in place of the picture. */
const WIDE = '(min-width: 900px)';

/** The overview. */
export function Overview({ state, theme }: { state: RunState | undefined; theme: string }) {
  const { value: picture, problem } = useSpecData<Picture>('picture');
  const { value: live } = useData<OverviewState>('overview', {}, 2);
  const { tick } = useContext(LiveContext);
  const isWide = useMedia(WIDE);
  const hasRequests = tick === undefined || tick.requests > 0;
  return (
    <>
      <Heading
        title="Overview"
        about="The system of the spec, with the traffic of the last minute. Each text opens its line in the spec."
      />
      <Problem text={problem} />
      {!hasRequests && (
        <Empty>
          <p>No requests yet. Send one, and watch it pass through the system.</p>
          <Examples state={state} />
        </Empty>
      )}
      {picture !== undefined &&
        (isWide ? (
          <LivePicture picture={picture} live={live} theme={theme} />
        ) : (
          <PartList picture={picture} live={live} />
        ))}
    </>
  );
}

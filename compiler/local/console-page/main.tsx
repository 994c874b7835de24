// The page of the console: navigation, theme, and the view of the address.

import { render } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { RunState } from '../console/api';
import { Alarms } from './alarms';
import { Emulation } from './emulation';
import { number } from './format';
import { Inbox } from './inbox';
import { Limits } from './limits';
import { LiveContext, useData, useLiveSource } from './live';
import { Navigation } from './navigation';
import { Overview } from './overview';
import { Queues } from './queues';
import { Requests } from './requests';
import { linkTo, useAddress } from './route';
import { Source } from './source';
import { Spec } from './spec';
import { STYLES } from './styles';
import { Tables } from './tables';
import { type Theme, useTheme } from './theme';
import { Triggers } from './triggers';

const VIEWS = [
  ['overview', 'Overview'],
  ['requests', 'Requests'],
  ['triggers', 'Triggers'],
  ['tables', 'Tables'],
  ['queues', 'Queues'],
  ['alarms', 'Alarms'],
  ['inbox', 'Inbox'],
  ['limits', 'Limits'],
  ['emulation', 'Emulation'],
  ['spec', 'Spec'],
] as const;

function Page() {
  const live = useLiveSource();
  return (
    <LiveContext.Provider value={live}>
      <Frame />
    </LiveContext.Provider>
  );
}

function Frame() {
  const { view, parameters } = useAddress();
  const { value: state } = useData<RunState>('state');
  const [choice, choose, theme] = useTheme();
  const [current, title] = VIEWS.find(([id]) => id === view) ?? VIEWS[0];
  useEffect(() => {
    document.title = `${title} · ${state?.spec ?? 'local run'}`;
  }, [title, state?.spec]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="top">
        <a class="brand" href={linkTo('overview')}>
          payment-spec
        </a>
        <span class="muted spec-name">{state?.spec}</span>
        <Pulse />
        <ThemeSwitch theme={choice} onChange={choose} />
      </header>
      <Navigation views={VIEWS} current={current} />
      <main id="main" tabIndex={0}>
        <View view={view} parameters={parameters} state={state} theme={theme} />
      </main>
    </>
  );
}

interface ViewProps {
  readonly view: string;
  readonly parameters: URLSearchParams;
  readonly state: RunState | undefined;
  readonly theme: string;
}

function View({ view, parameters, state, theme }: ViewProps) {
  switch (view) {
    case 'requests':
      return <Requests parameters={parameters} state={state} />;
    case 'triggers':
      return <Triggers parameters={parameters} theme={theme} />;
    case 'tables':
      return <Tables parameters={parameters} />;
    case 'queues':
      return <Queues parameters={parameters} />;
    case 'limits':
      return <Limits parameters={parameters} theme={theme} />;
    case 'alarms':
      return <Alarms theme={theme} />;
    case 'inbox':
      return <Inbox parameters={parameters} />;
    case 'emulation':
      return <Emulation />;
    case 'spec':
      return parameters.has('at') ? <Source at={parameters.get('at') ?? ''} /> : <Spec parameters={parameters} />;
    default:
      return <Overview state={state} theme={theme} />;
  }
}

/** The traffic of the moment, and the switch that pauses the page. */
function Pulse() {
  const { tick, isConnected, isPaused, setPaused } = useContext(LiveContext);
  const text = isPaused
    ? 'Paused'
    : !isConnected
      ? 'The run has stopped'
      : `${number(tick?.all.perSecond ?? 0)} requests/s`;
  return (
    <>
      <span class={`pulse ${isPaused ? 'paused' : isConnected ? 'on' : 'off'}`} role="status">
        {text}
      </span>
      <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
        {isPaused ? 'Resume' : 'Pause'}
      </button>
    </>
  );
}

function ThemeSwitch({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => void }) {
  return (
    <label>
      <span class="sr">Theme</span>
      <select value={theme} onChange={(event) => onChange(event.currentTarget.value as Theme)}>
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

/** Adds the styles as a sheet of the document, which the Content-Security-Policy allows for a script of this server. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets = [sheet];
}

addStyles();
const root = document.getElementById('console');
if (root !== null) render(<Page />, root);

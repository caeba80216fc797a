import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button, Details, ProblemBox } from '../../ui/index.ts';
import { words } from '../words.ts';
import { downloadEverything } from '../world/download.ts';
import { faultWords } from '../world/faults.ts';
import { log, logLines } from '../world/log.ts';
import { openLive } from '../world/world.ts';

interface State { readonly failed: string | undefined; readonly copied: string | undefined }

/** Catches what no screen caught, keeps the log, and offers a copy of the data. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: undefined, copied: undefined };
  static getDerivedStateFromError(error: unknown): Partial<State> { return { failed: String(error) }; }
  override componentDidCatch(error: unknown, info: ErrorInfo): void { log(`${String(error)}${info.componentStack ?? ''}`); }

  private readonly copy = () => {
    openLive().then((world) => downloadEverything(world.store)).then(() => this.setState({ copied: words.errors.copied }), (error: unknown) => this.setState({ copied: faultWords(error) }));
  };
  override render(): ReactNode {
    if (this.state.failed === undefined) return this.props.children;
    const w = words.errors;
    return (
      <main className="app-page narrow" id="main">
        <ProblemBox alone title={w.title}>
          <p>{w.text}</p>
          <p className="cw-row"><Button onClick={() => window.location.reload()}>{w.again}</Button><Button kind="secondary" onClick={this.copy}>{w.copy}</Button><a href="/">{w.home}</a></p>
          {this.state.copied === undefined ? null : <p role="status">{this.state.copied}</p>}
        </ProblemBox>
        <Details summary={w.log}><pre className="app-log">{logLines().map((line) => `${line.at} ${line.words}`).join('\n')}</pre></Details>
      </main>
    );
  }
}

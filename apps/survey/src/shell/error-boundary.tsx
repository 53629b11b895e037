import { Component, type ReactElement, type ReactNode } from 'react';
import { ProblemPanel } from './problem-panel.js';

interface State {
  readonly failure: { readonly error: unknown } | undefined;
}

/**
 * Where a page cannot be shown, because its part of the program did not load or failed: says so, and offers to load
 * the page again. What was typed is kept by the saver. `place` is the address.
 */
export class ErrorBoundary extends Component<Readonly<{ place: string; children: ReactNode }>, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  /** Another address is another page: that one may work. */
  override componentDidUpdate(before: Readonly<{ place: string }>): void {
    if (before.place !== this.props.place && this.state.failure) this.setState({ failure: undefined });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <Failed error={failure.error} /> : this.props.children;
  }
}

function Failed({ error }: Readonly<{ error: unknown }>): ReactElement {
  return (
    <main className="page page--reading" id="main">
      <ProblemPanel
        error={error}
        onAgain={() => {
          window.location.reload();
        }}
      />
    </main>
  );
}

/** Keeps an error inside the part it happened in. `renderFailed` gets the details to copy and a way to open the part again. */
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';

export interface Failed {
  readonly details: string;
  readonly again: () => void;
}

interface Props {
  readonly renderFailed: (failed: Failed) => ReactNode;
  readonly onFault: (fault: unknown) => void;
  readonly children: ReactNode;
}

interface State {
  readonly details: string | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { details: null };

  static getDerivedStateFromError(fault: unknown): State {
    return {
      details: fault instanceof Error ? `${fault.name}: ${fault.message}\n${fault.stack ?? ''}` : String(fault),
    };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    this.props.onFault(fault);
    this.setState((state) => ({ details: `${state.details ?? ''}\n${info.componentStack ?? ''}` }));
  }

  override render(): ReactNode {
    const { details } = this.state;
    if (details === null) return this.props.children;
    return this.props.renderFailed({ details, again: () => this.setState({ details: null }) });
  }
}

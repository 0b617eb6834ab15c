import type { ReactNode } from 'react'
import { Component } from 'react'

interface Props {
  readonly children: ReactNode
  readonly fallback: (again: () => void) => ReactNode
}

type State = { readonly is: 'whole' } | { readonly is: 'broken' }

/** When a part of the page breaks, what stands around it goes on, and the person may try again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { is: 'whole' }

  static getDerivedStateFromError(): State {
    return { is: 'broken' }
  }

  override render(): ReactNode {
    if (this.state.is === 'whole') return this.props.children
    return this.props.fallback(() => this.setState({ is: 'whole' }))
  }
}

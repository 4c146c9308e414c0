import { Component, type ReactNode } from 'react'

interface SafeProps {
  fallback: ReactNode
  children: ReactNode
}

/** Keeps one thing that cannot be drawn from taking the page with it. */
export class Safe extends Component<SafeProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}

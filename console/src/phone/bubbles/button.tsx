import { Meta } from '../meta.tsx'
import type { BodyProps } from './index.ts'

/** A pressed quick reply of a template. */
export function ButtonBody({ message }: BodyProps<'button'>) {
  return (
    <div className="flow-root px-1.5 py-0.5">
      {message.content.text}
      <Meta message={message} />
    </div>
  )
}

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy.ts'
import type { Sample } from './samples.ts'

const SAID_MS = 2_000

export function Command({ sample }: { sample: Sample }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(sample.command)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }
  return (
    <figure className="overflow-hidden rounded-2xl border border-line bg-bubble">
      <figcaption className="flex items-center gap-3 border-line border-b py-2 pr-2 pl-4">
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{sample.title}</span>
          <span className="block text-soft text-xs">{sample.hint}</span>
        </span>
        <Button icon={copied ? 'check' : 'copy'} onClick={copy} className="text-sm">
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </figcaption>
      <pre className="thin-scroll overflow-x-auto px-4 py-3 font-mono text-[0.8125rem] leading-relaxed">
        {sample.command}
      </pre>
    </figure>
  )
}

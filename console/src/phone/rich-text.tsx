import type { ReactNode } from 'react'
import { type Block, type Inline, parseMarkup } from '../util/markup.ts'

/**
 * A text with its light markup. Lines stay inline, so that the time can float beside the last one. Which way it is
 * written is for the block around it to find out, with `dir="auto"`: the time goes to the end of that.
 */
export function RichText({ text }: { text: string }) {
  return (
    <span className="select-text whitespace-pre-wrap [overflow-wrap:anywhere]">
      {parseMarkup(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its parts
        <BlockView key={index} block={block} />
      ))}
    </span>
  )
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'mono') {
    return (
      <code dir="ltr" className="my-1 block rounded-lg bg-sunk px-2.5 py-1.5 font-mono text-[0.86em]">
        {block.text}
      </code>
    )
  }
  if (block.kind === 'quote') {
    return (
      <span className="my-1 block border-accent/50 border-s-3 ps-2.5 text-soft">
        <Inlines of={block.children} />
      </span>
    )
  }
  if (block.kind === 'list') {
    const List = block.start === undefined ? 'ul' : 'ol'
    return (
      <List start={block.start} className={`my-0.5 ps-5 ${List === 'ul' ? 'list-disc' : 'list-decimal'}`}>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its parts
          <li key={index}>
            <Inlines of={item} />
          </li>
        ))}
      </List>
    )
  }
  return <Inlines of={block.children} />
}

function Inlines({ of }: { of: Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its parts
  return of.map((inline, index) => <InlineView key={index} inline={inline} />)
}

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code className="rounded bg-sunk px-1 font-mono text-[0.88em]">{inline.text}</code>
    case 'link':
      return (
        <a
          href={inline.href}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent underline underline-offset-2"
        >
          {inline.text}
        </a>
      )
    case 'bold':
      return (
        <strong className="font-semibold">
          <Inlines of={inline.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines of={inline.children} />
        </s>
      )
  }
}

import { writeFileSync } from 'node:fs'
import type { Machine } from '../server/src/domain/machine.ts'
import { machines } from '../server/src/domain/machines.ts'

/*
 * Draws docs/states.md from the tables that the server runs on: npm run docs:states
 */

export const STATES_PAGE = new URL('../docs/states.md', import.meta.url)

/** The page, with a diagram for each machine. */
export const statesPage = (list: readonly Machine[]): string =>
  [
    '# States',
    'Drawn from the tables in `server/src/domain/` by `npm run docs:states`; a test says when this page is old.',
    ...list.map(section),
  ].join('\n\n')

function section({ title, source, initial, events, moves }: Machine): string {
  const arrows = Object.entries(moves).flatMap(([from, byEvent]) => {
    const ways = new Map<string, string[]>()
    for (const [event, to] of Object.entries(byEvent)) ways.set(to!, [...(ways.get(to!) ?? []), event])
    return [...ways].map(
      ([to, by]) => `  ${from} --> ${to}: ${by.map(event => `${event} (${events[event]})`).join(', ')}`,
    )
  })
  const ends = Object.keys(moves).filter(state => Object.keys(moves[state]!).length === 0)
  const diagram = [
    'stateDiagram-v2',
    ...initial.map(state => `  [*] --> ${state}`),
    ...arrows,
    ...ends.map(state => `  ${state} --> [*]`),
  ]
  return `## ${title}\n\n[The official page](${source})\n\n\`\`\`mermaid\n${diagram.join('\n')}\n\`\`\`\n`
}

if (process.argv[1] === import.meta.filename) writeFileSync(STATES_PAGE, statesPage(machines))

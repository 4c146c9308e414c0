import { z } from 'zod'
import { pagingOf, readPage } from '../../../graph/paging.ts'
import { pageOf } from '../../../store/records.ts'
import type { Sources } from './ask.ts'

/** Makes the URL of another page of the same answer. */
export type PageLink = (cursor: { after?: string; before?: string }) => string

export interface PagedSources extends Sources {
  pageLink: PageLink
}

export const PointsPaging = z
  .object({
    cursors: z.object({ before: z.string(), after: z.string() }),
    next: z.string().optional(),
    previous: z.string().optional(),
  })
  .optional()

/**
 * Insights are paged by data points, 25 of them unless `limit` says otherwise.
 * NOTE: that points are what is paged is read from the cursors of the page's samples, which are numbers from 0 to 24.
 */
export function pointsPage<P extends { start: number }>(
  points: P[],
  idOf: (point: P) => string,
  params: { [name: string]: unknown },
  pageLink: PageLink,
) {
  const page = pageOf(points, point => `${point.start}/${idOf(point)}`, readPage(params))
  const paging = pagingOf(page, pageLink)
  return { points: page.items.map(({ item }) => item), ...(paging ? { paging } : {}) }
}

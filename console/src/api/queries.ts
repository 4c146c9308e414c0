import { type InfiniteData, QueryClient, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { ControlError, control, type Page } from './control.ts'
import type { Message } from './messages.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ControlError && error.status >= 400),
    },
  },
})

export const keys = {
  world: ['world'],
  clock: ['clock'],
  customers: ['customers'],
  chats: (customer: string) => ['chats', customer],
  inbox: (customer: string, number: string) => ['inbox', customer, number],
}

export const useWorld = () => useQuery({ queryKey: keys.world, queryFn: control.world })
export const useClock = () => useQuery({ queryKey: keys.clock, queryFn: control.clock })
export const useCustomers = () => useQuery({ queryKey: keys.customers, queryFn: control.customers })
export const useChats = (customer: string) =>
  useQuery({ queryKey: keys.chats(customer), queryFn: () => control.chats(customer) })

/** Pages arrive newest first, each oldest first inside; `messages` is the whole, oldest first. */
export function useInbox(customer: string, number: string) {
  const inbox = useInfiniteQuery({
    queryKey: keys.inbox(customer, number),
    queryFn: ({ pageParam }) => control.inbox(customer, number, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => (page.paging?.previous ? page.paging.cursors?.before : undefined),
  })
  const messages = inbox.data?.pages.toReversed().flatMap(page => page.data)
  return { ...inbox, messages }
}

/** Puts a message that the server just confirmed where it belongs, ahead of the live event. */
export function addToInbox(message: Message) {
  const key = keys.inbox(message.customer_id, message.phone_number_id)
  queryClient.setQueryData<InfiniteData<Page>>(key, inbox => {
    const [newest, ...older] = inbox?.pages ?? []
    if (!inbox || !newest || newest.data.some(known => known.wamid === message.wamid)) return inbox
    return { ...inbox, pages: [{ ...newest, data: [...newest.data, message] }, ...older] }
  })
}

/** A change on the server, and which of our copies it makes stale. */
export const useChange = <V, R>(change: (input: V) => Promise<R>, stale: (input: V) => unknown[][]) =>
  useMutation({
    mutationFn: change,
    onSuccess: (_answer, input) =>
      Promise.all(stale(input).map(queryKey => queryClient.invalidateQueries({ queryKey }))),
  })

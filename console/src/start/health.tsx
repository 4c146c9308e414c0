import { useQuery } from '@tanstack/react-query'

const EVERY_MS = 10_000

export function Health() {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: async () => (await fetch('/healthz')).ok,
    refetchInterval: EVERY_MS,
    retry: false,
  })
  const up = health.data === true && !health.isError
  if (health.isPending) return null
  return (
    <a href="/healthz" className="flex items-center gap-2 rounded-full bg-sunk px-3 py-1 text-sm hover:bg-hover">
      <span className={`size-2.5 rounded-full ${up ? 'bg-good' : 'bg-bad'}`} />
      <span role="status">{up ? 'Running' : 'Not answering'}</span>
    </a>
  )
}
